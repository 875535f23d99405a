internal import Synchronization

/// A process of SegLab's own program that does what may go wrong, so that a fault of ours ends it alone and not who asked.
///
/// It reads its work from its standard input and writes lines to its standard output. It ends with the process that started it, and when
/// the task that waits for it is cancelled.
public struct WorkerProcess: Sendable {
  /// How it ended.
  public enum Ending: Sendable, Equatable {
    /// By itself, as it should.
    case done
    /// It stopped: by a signal or with a status of its own; and its last words.
    case stopped(signal: Int?, words: String)
    /// It gave no sign of life for too long and was killed.
    case silent(seconds: Int)
  }

  private let child: Child
  private let silentSeconds: Double

  /// The status of a process that was told to end before it was done.
  public static let unfinished: Int32 = 75
  /// The most bytes that it may write in all.
  private static let outputLimit = 1 << 30
  /// The longest that it may be silent: nothing that it does takes longer between two signs of life.
  public static let longestSilence = 600.0

  /// - Parameters:
  ///   - program: the program's file.
  ///   - arguments: its arguments, without its name.
  ///   - environment: its whole environment.
  ///   - addressSpace: the most bytes of address space that it may take; 0 for any number.
  ///   - silentSeconds: the seconds without a sign of life after which it is killed.
  public init(
    program: String, arguments: [String], environment: [String: String], addressSpace: Int,
    silentSeconds: Double = Self.longestSilence
  ) {
    self.silentSeconds = silentSeconds
    // A report of a crash with every register would take seconds, and tell a learner nothing.
    let quiet = environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { _, new in new }
    child = Child(
      path: program, arguments: arguments, environment: quiet,
      limits: WorkbenchLimits.Process(
        processorSeconds: 0, wallSeconds: .infinity, addressSpace: addressSpace, outputBytes: Self.outputLimit))
  }

  /// Runs the process to its end.
  ///
  /// - Parameters:
  ///   - input: what it reads.
  ///   - isToEnd: once true, it is told by USR2 to end, with ``unfinished``.
  ///   - onLine: takes each line that it writes, without the line break, in order and from another thread.
  /// - Returns: how it ended.
  /// - Throws: `WorkbenchError.cannotStart` where the system refuses, `.cancelled` where the task is, or the process ended before it was done
  ///   because it was told to.
  public func run(
    _ input: [UInt8], isToEnd: @escaping @Sendable () -> Bool = { false },
    onLine: @escaping @Sendable (ArraySlice<UInt8>) -> Void
  ) async throws(WorkbenchError) -> Ending {
    var child = child
    child.input = input
    child.silentSeconds = silentSeconds
    child.isToEnd = isToEnd
    let rest = Mutex<[UInt8]>([])
    child.onOutput = { bytes in
      rest.withLock { rest in
        // What was there before holds no line break: it is not looked through again.
        var (start, searched) = (0, rest.count)
        rest += bytes
        while let end = rest[searched...].firstIndex(of: UInt8(ascii: "\n")) {
          onLine(rest[start..<end])
          start = end + 1
          searched = start
        }
        rest.removeFirst(start)
      }
    }
    let ending = try await child.run()
    switch ending.cause {
    case .exited(0): return .done
    case .exited(Self.unfinished): throw .cancelled
    case .exited: return .stopped(signal: nil, words: Compiler.lastWords(ending.errors))
    case .signalled(let signal): return .stopped(signal: Int(signal), words: Compiler.lastWords(ending.errors))
    case .silent, .overTime: return .silent(seconds: Int(silentSeconds))
    case .overOutput: return .stopped(signal: nil, words: "")
    case .cancelled: throw .cancelled
    }
  }
}

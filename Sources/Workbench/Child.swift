internal import CHost
internal import Foundation
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A process with limits that ends with this one, even when this one is killed.
///
/// Started with CHost rather than with a general library: the kernel ends a child with the *thread* that started it, so that thread
/// has to wait for it; a filter has to be handed over on a descriptor; and limits have to be set between the start and the program.
struct Child: Sendable {
  /// The program's file.
  var path: String
  /// What it is called by itself; its file where there is no other name.
  var name: String?
  /// Its arguments, without its name.
  var arguments: [String]
  /// Its whole environment.
  var environment: [String: String]
  /// What it reads.
  var input: [UInt8] = []
  /// What it finds on its descriptors from 3 on.
  var handed: [Handed] = []
  /// What it may use.
  var limits: WorkbenchLimits.Process
  /// The bytes that it may write to a file; 0 for any number.
  var fileBytes = 0
  /// Takes what it writes to its output as it comes, in place of keeping it.
  var onOutput: (@Sendable ([UInt8]) -> Void)?
  /// The seconds without a sign of life after which it is killed; nil for any number.
  var silentSeconds: Double?
  /// Asked ten times a second; once true, it is told to end by USR2, and killed where it does not within ``ChildWatch/patience`` seconds.
  var isToEnd: @Sendable () -> Bool = { false }
  /// What it is kept in; nothing for what is no work of a learner's.
  var sandbox: SandboxArguments?
  /// Whether what it starts by itself ends with this process, too.
  var startsOthers = false

  /// Something that a process is given to read.
  enum Handed: Sendable {
    /// These bytes.
    case bytes([UInt8])
    /// This file, which need not be there under its name for the process.
    case file(String)
  }

  /// How a process ended.
  struct Ending: Sendable {
    /// Why.
    enum Cause: Sendable, Equatable {
      /// By itself, with this status.
      case exited(Int32)
      /// By this signal, which was not sent from here.
      case signalled(Int32)
      /// Killed for taking too long by the clock.
      case overTime
      /// Killed for giving no sign of life.
      case silent
      /// Killed for writing too much.
      case overOutput
      /// Killed because the work was called off.
      case cancelled
    }
    /// Why.
    var cause: Cause
    /// What it wrote to its output, up to the limit.
    var output: [UInt8]
    /// What it wrote to its errors, up to a sixteenth of the limit.
    var errors: [UInt8]
  }

  private final class Flag: Sendable {
    let isRaised = Atomic<Bool>(false)
  }

  /// Runs the child on a thread of its own, which waits until it has ended.
  ///
  /// - Throws: `WorkbenchError.cannotStart` where the system refuses, `.cancelled` where the task is.
  func run() async throws(WorkbenchError) -> Ending {
    let flag = Flag()
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let thread = Thread {
          continuation.resume(
            returning: Result { () throws(WorkbenchError) in try run { flag.isRaised.load(ordering: .relaxed) } })
        }
        thread.name = "seglab child"
        thread.start()
      }
    } onCancel: {
      flag.isRaised.store(true, ordering: .relaxed)
    }
    let ending = try result.get()
    if ending.cause == .cancelled { throw .cancelled }
    return ending
  }

  /// Runs the child on this thread, and waits until it has ended.
  ///
  /// - Parameter isCancelled: asked ten times a second.
  /// - Returns: how it ended, and what it wrote.
  /// - Throws: `WorkbenchError.cannotStart` where the system refuses.
  func run(isCancelled: () -> Bool = { false }) throws(WorkbenchError) -> Ending {
    var files = OpenFiles()
    defer { files.closeAll() }
    let standardInput = files.memory(input)
    let (output, errors) = (files.pipe(), files.pipe())
    let extra = handed.map { files.open($0) }
    let ruleset = sandbox?.ruleset.map { files.keep($0) }
    for descriptor in [standardInput, output.read, errors.read, ruleset ?? 0] + extra where descriptor < 0 {
      throw refusal(-descriptor)
    }
    // Where nothing else keeps a program from reading what belongs to its user, it may still not read this process.
    if let sandbox, sandbox.mounts == nil, ruleset == nil { seglab_hide() }
    let number = start(
      input: standardInput, output: output.write, errors: errors.write, extra: extra, ruleset: ruleset ?? -1)
    guard number > 0 else { throw refusal(-number) }
    files.close(output.write)
    files.close(errors.write)
    return ChildWatch(
      number: number, output: output.read, errors: errors.read, outputLimit: limits.outputBytes,
      wallSeconds: limits.wallSeconds, silentSeconds: silentSeconds, onOutput: onOutput, isToEnd: isToEnd
    ).wait(isCancelled: isCancelled)
  }

  private func refusal(_ code: Int32) -> WorkbenchError {
    .cannotStart(path: path, reason: String(cString: strerror(code)))
  }

  private func start(input: Int32, output: Int32, errors: Int32, extra: [Int32], ruleset: Int32) -> pid_t {
    var words = ([name ?? path] + arguments).map { strdup($0) } + [nil]
    var variables = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + variables { free(text) } }
    return path.withCString { path in
      words.withUnsafeMutableBufferPointer { words in
        variables.withUnsafeMutableBufferPointer { variables in
          extra.withUnsafeBufferPointer { extra in
            var child = seglab_child()
            child.path = path
            child.arguments = UnsafePointer(words.baseAddress)
            child.environment = UnsafePointer(variables.baseAddress)
            child.input = input
            child.output = output
            child.error = errors
            child.extra = extra.baseAddress
            child.extra_count = Int32(extra.count)
            child.limits.processor_seconds = UInt64(limits.processorSeconds)
            child.limits.address_space = UInt64(limits.addressSpace)
            child.limits.file_size = UInt64(fileBytes)
            child.seccomp = sandbox?.kind.forChild ?? SEGLAB_SECCOMP_NONE
            child.ruleset = ruleset
            child.is_kept = startsOthers || sandbox != nil
            guard let mounts = sandbox?.mounts else { return seglab_start(&child) }
            return mounts.withPlaces { mounts in
              child.mounts = mounts
              return seglab_start(&child)
            }
          }
        }
      }
    }
  }
}

/// Descriptors that are closed whatever happens.
private struct OpenFiles {
  private var open: Set<Int32> = []

  /// A file in memory that holds `bytes`, to be read from its start; minus the system's error number where it refuses.
  mutating func memory(_ bytes: [UInt8]) -> Int32 {
    keep(seglab_memory_file(bytes, bytes.count))
  }

  /// What a child is given; minus the system's error number where it refuses.
  mutating func open(_ handed: Child.Handed) -> Int32 {
    switch handed {
    case .bytes(let bytes): return memory(bytes)
    case .file(let path):
      let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
      return file < 0 ? -errno : keep(file)
    }
  }

  /// Sees to it that a descriptor is closed, where it is one.
  mutating func keep(_ file: Int32) -> Int32 {
    if file >= 0 { open.insert(file) }
    return file
  }

  /// A pipe; both ends are minus the system's error number where it refuses.
  mutating func pipe() -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    let refusal = seglab_pipe(&ends)
    guard refusal == 0 else { return (refusal, refusal) }
    open.formUnion(ends)
    return (ends[0], ends[1])
  }

  mutating func close(_ file: Int32) {
    if open.remove(file) != nil { Glibc.close(file) }
  }

  mutating func closeAll() {
    for file in open { Glibc.close(file) }
    open = []
  }
}

internal import CHost
internal import Foundation

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A program run to its end for what it prints; it ends with this process, and after a limit of time.
enum ChildProcess {
  /// Why a program gave nothing.
  enum Failure: Error, CustomStringConvertible {
    case notStarted(path: String, reason: String)
    case tooLong(path: String, seconds: Int)
    case ended(path: String, status: Int32)

    var description: String {
      switch self {
      case .notStarted(let path, let reason): "\(path) did not start: \(reason)"
      case .tooLong(let path, let seconds): "\(path) took more than \(seconds) seconds"
      case .ended(let path, let status): "\(path) ended with status \(status)"
      }
    }
  }

  /// Runs a program and returns what it printed.
  ///
  /// - Parameters:
  ///   - path: the program's file.
  ///   - arguments: its arguments, without its name.
  ///   - environment: its whole environment.
  ///   - seconds: the most time that it may take.
  /// - Returns: its standard output, at most 1 MiB.
  /// - Throws: `Failure` where it does not start, takes too long or ends with a status other than 0.
  static func output(
    of path: String, _ arguments: [String], environment: [String: String], seconds: Int
  ) throws -> String {
    let pipe = Pipe()
    let nothing = try FileHandle(forUpdating: URL(filePath: "/dev/null"))
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    var settings = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in words + settings { free(word) } }
    let started = words.withUnsafeMutableBufferPointer { words in
      settings.withUnsafeMutableBufferPointer { settings in
        path.withCString { path in
          var child = seglab_child()
          child.path = path
          child.arguments = UnsafePointer(words.baseAddress)
          child.environment = UnsafePointer(settings.baseAddress)
          child.input = nothing.fileDescriptor
          child.output = pipe.fileHandleForWriting.fileDescriptor
          child.error = 2
          child.ruleset = -1
          return seglab_start(&child)
        }
      }
    }
    try pipe.fileHandleForWriting.close()
    guard started > 0 else { throw Failure.notStarted(path: path, reason: String(cString: strerror(-started))) }
    let text = read(pipe.fileHandleForReading.fileDescriptor, seconds: seconds)
    if text == nil { kill(started, SIGKILL) }
    var status: Int32 = 0
    while waitpid(started, &status, 0) < 0 && errno == EINTR {}
    guard let text else { throw Failure.tooLong(path: path, seconds: seconds) }
    guard status == 0 else { throw Failure.ended(path: path, status: status) }
    return text
  }

  /// All that comes until the other end closes, at most 1 MiB; nil where that takes longer than `seconds`.
  private static func read(_ descriptor: Int32, seconds: Int) -> String? {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4_096)
    while bytes.count < 1 << 20 {
      let left = (end - clock.now) / .milliseconds(1)
      guard left > 0 else { return nil }
      var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&wait, 1, Int32(min(left.rounded(.up), 1e6))) > 0 else { continue }
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count <= 0 { break }
      bytes += chunk.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The environment that a measurement needs.
enum CleanEnvironment {
  /// Starts this program anew without `OPENBLAS_CORETYPE` where that is set: the library has read it before `main` runs.
  static func enter() {
    guard getenv("OPENBLAS_CORETYPE") != nil else { return }
    unsetenv("OPENBLAS_CORETYPE")
    var arguments = CommandLine.arguments.map { strdup($0) }
    arguments.append(nil)
    execv("/proc/self/exe", arguments)
    for argument in arguments { free(argument) }
  }
}

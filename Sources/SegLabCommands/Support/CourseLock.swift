internal import Foundation
internal import Phrases

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Keeps a second program from working in the same course folder; the system lets go of it when this one ends, however it does.
final class CourseLock {
  private let descriptor: Int32

  /// - Throws: `Failure` where another program has the folder, or the lock's file cannot be made.
  init(_ folder: CourseFolder) throws {
    let path = folder.state.appendingPathComponent("lock").path
    do {
      try FileManager.default.createDirectory(at: folder.state, withIntermediateDirectories: true)
    } catch {
      throw Failure(.internalFault, CommandPhrase.notWritten(path: folder.state.path, reason: reason(of: error)))
    }
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw Failure(
        .internalFault, CommandPhrase.notWritten(path: path, reason: String(cString: strerror(errno))))
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw Failure(.internalFault, LoopPhrase.locked(folder: folder.root.path))
    }
  }

  deinit { close(descriptor) }
}

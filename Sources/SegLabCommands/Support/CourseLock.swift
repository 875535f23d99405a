internal import Files
internal import Foundation
internal import Messages

/// Keeps a second program from working in the same course folder; the system lets go of it when this one ends, however it does.
final class CourseLock {
  private let lock: FileLock?

  /// - Parameters:
  ///   - folder: the course folder.
  ///   - isForJudging: whether nothing but judging is to be done, which goes without a lock where nobody can keep anything.
  /// - Throws: `Failure` where another program has the folder, or the lock's file cannot be made.
  init(_ folder: CourseFolder, isForJudging: Bool = false) throws {
    guard !isForJudging || folder.isWritable else {
      self.lock = nil
      return
    }
    let lock: FileLock?
    do throws(FileFault) {
      lock = try OwnFolder(folder.state.path, for: .making(mode: 0o755)).lock(CourseFolder.lockName)
    } catch {
      throw Failure(error)
    }
    guard let lock else { throw Failure(.internalFault, LoopPhrase.locked(folder: folder.root.path)) }
    self.lock = lock
  }
}

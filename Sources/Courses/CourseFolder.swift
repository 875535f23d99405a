public import Datasets
internal import Files
public import Foundation
internal import Labs

/// The folder that a learner works in: `labs/` with the lab files, and `.seglab/` with all that SegLab keeps.
public struct CourseFolder: Sendable {
  /// The folder.
  public let root: URL

  /// - Parameter root: the folder.
  public init(root: URL) { self.root = root }

  /// The labs' files.
  public var labs: URL { root.appendingPathComponent("labs", isDirectory: true) }
  /// What SegLab keeps here; safe to delete, at the cost of runs, data sets and progress.
  public var state: URL { root.appendingPathComponent(OwnFolder.stateName, isDirectory: true) }
  /// The data sets.
  public var data: URL { state.appendingPathComponent("data", isDirectory: true) }
  /// The runs.
  public var runs: URL { state.appendingPathComponent("runs", isDirectory: true) }
  /// How far each lab has come.
  public var progress: URL { state.appendingPathComponent("progress", isDirectory: true) }
  /// Compiled programs.
  public var cache: URL { state.appendingPathComponent("cache", isDirectory: true) }
  /// The labs as they were shipped, for `reset`.
  public var originals: URL { state.appendingPathComponent("originals", isDirectory: true) }
  /// Labs as they were before a command changed them.
  public var backups: URL { state.appendingPathComponent("backups", isDirectory: true) }
  /// What the one program holds that works in the folder for long.
  static let lockName = "lock"

  /// The sets of this course folder.
  public var sets: DataStore { DataStore(folder: data.path) }

  /// The folder at or above `place` that holds `labs/` or `.seglab/`; nil where none does.
  public static func found(around place: URL) -> CourseFolder? {
    var folder = place.standardizedFileURL
    while true {
      for mark in ["labs", OwnFolder.stateName] {
        var isFolder: ObjCBool = false
        let there = FileManager.default.fileExists(
          atPath: folder.appendingPathComponent(mark).path, isDirectory: &isFolder)
        if there && isFolder.boolValue { return CourseFolder(root: folder) }
      }
      let above = folder.deletingLastPathComponent().standardizedFileURL
      // Not every path ends at the root: what is above a folder that was deleted is nowhere.
      guard above.path.utf8.count < folder.path.utf8.count else { return nil }
      folder = above
    }
  }

  /// The folder at or above `place` that holds `labs/` or `.seglab/`; `place` itself where none does.
  public static func around(_ place: URL) -> CourseFolder {
    found(around: place) ?? CourseFolder(root: place.standardizedFileURL)
  }

  /// The course folder around the working directory; nil where there is none.
  public static var found: CourseFolder? {
    (try? workingFolder).flatMap { found(around: URL(fileURLWithPath: $0, isDirectory: true)) }
  }

  /// The course folder around the working directory, with nothing in the place of what SegLab keeps there.
  ///
  /// - Throws: `CourseProblem` where the working directory is no longer there, or as ``check()``.
  public static var current: CourseFolder {
    get throws(CourseProblem) {
      let folder = around(URL(fileURLWithPath: try workingFolder, isDirectory: true))
      try folder.check()
      return folder
    }
  }

  /// The working directory.
  ///
  /// - Throws: `CourseProblem` where it is no longer there: nothing that a user names means anything then.
  public static var workingFolder: String {
    get throws(CourseProblem) {
      let path = getcwd(nil, 0)
      defer { free(path) }
      guard let place = path.map({ String(cString: $0) }), place.hasPrefix("/") else {
        throw .workingFolderGone
      }
      return place
    }
  }

  /// Looks whether `.seglab` and what is in it are folders and files, as SegLab makes them.
  ///
  /// - Throws: `CourseProblem` that says what to do where a link or something else stands in the place of one.
  public func check() throws(CourseProblem) {
    for place in [state, data, runs, progress, cache, originals, backups] {
      do throws(FileFault) { _ = try OwnFolder(place.path) } catch {
        if case .system = error.cause { continue }
        throw .file(error)
      }
    }
    let lock = state.appendingPathComponent(Self.lockName).path
    switch (try? OwnFolder(state.path))?.facts(of: Self.lockName)?.kind {
    case .link: throw .file(FileFault(path: lock, cause: .link))
    case .folder, .other: throw .file(FileFault(path: lock, cause: .notAFile))
    case .file, nil: break
    }
  }

  /// Whether SegLab can keep anything here: a course may be read-only, or another user's.
  public var isWritable: Bool {
    do throws(FileFault) { return try OwnFolder(state.path, for: .writing).isWritable } catch {
      guard error.cause == .system(ENOENT) else { return false }
      return access(root.path, W_OK) == 0
    }
  }

  /// The first of the folders that SegLab writes to that it cannot write to, and the system's error number.
  public var closedFolder: (path: String, code: Int32)? {
    let hasState = FileManager.default.fileExists(atPath: state.path)
    // Where there is no `.seglab` yet it is made in the root.
    for folder in [hasState ? state : root, labs, runs, progress, cache, data, originals, backups]
    where access(folder.path, W_OK | X_OK) != 0 {
      let code = errno
      if code != ENOENT { return (folder.path, code) }
    }
    return nil
  }

  /// A lab's file as it was shipped; nil where there is none, or none that a lab could be.
  public func original(_ name: String) -> String? {
    guard let bytes = try? OwnFolder(originals.path).read(name, limit: Self.mostLabBytes) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  /// Keeps a lab's file as it was shipped.
  ///
  /// - Throws: `FileFault`.
  func keepOriginal(_ text: String, of name: String) throws(FileFault) {
    try OwnFolder(originals.path, for: .making(mode: 0o755)).write(text.utf8, as: name)
  }

  /// No lab is larger.
  public static let mostLabBytes = Lab.longest
}

/// Keeps a second program from working in the same course folder; the system lets go of it when this one ends, however it does.
public final class CourseLock {
  private let lock: FileLock?

  /// - Parameters:
  ///   - folder: the course folder.
  ///   - isForJudging: whether nothing but judging is to be done, which goes without a lock where nobody can keep anything.
  /// - Throws: `CourseProblem` where another program has the folder, or the lock's file cannot be made.
  public init(_ folder: CourseFolder, isForJudging: Bool = false) throws(CourseProblem) {
    guard !isForJudging || folder.isWritable else {
      self.lock = nil
      return
    }
    let lock: FileLock?
    do throws(FileFault) {
      lock = try OwnFolder(folder.state.path, for: .making(mode: 0o755)).lock(CourseFolder.lockName)
    } catch {
      throw .file(error)
    }
    guard let lock else { throw .locked(folder: folder.root.path) }
    self.lock = lock
  }
}

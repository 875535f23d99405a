internal import Files
internal import Foundation
internal import Messages

/// The folder that a learner works in: `labs/` with the lab files, and `.seglab/` with all that SegLab keeps.
struct CourseFolder: Sendable {
  /// The folder.
  let root: URL

  var labs: URL { root.appendingPathComponent("labs", isDirectory: true) }
  /// What SegLab keeps here; safe to delete, at the cost of runs, data sets and progress.
  var state: URL { root.appendingPathComponent(OwnFolder.stateName, isDirectory: true) }
  var data: URL { state.appendingPathComponent("data", isDirectory: true) }
  var runs: URL { state.appendingPathComponent("runs", isDirectory: true) }
  var progress: URL { state.appendingPathComponent("progress", isDirectory: true) }
  var cache: URL { state.appendingPathComponent("cache", isDirectory: true) }
  /// The labs as they were shipped, for `reset`.
  var originals: URL { state.appendingPathComponent("originals", isDirectory: true) }
  /// Labs as they were before a command changed them.
  var backups: URL { state.appendingPathComponent("backups", isDirectory: true) }
  /// What the one program holds that works in the folder for long.
  static let lockName = "lock"

  /// The folder at or above `place` that holds `labs/` or `.seglab/`; nil where none does.
  static func found(around place: URL) -> CourseFolder? {
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
  static func around(_ place: URL) -> CourseFolder {
    found(around: place) ?? CourseFolder(root: place.standardizedFileURL)
  }

  /// The course folder around the working directory; nil where there is none.
  static var found: CourseFolder? {
    (try? workingFolder).flatMap { found(around: URL(fileURLWithPath: $0, isDirectory: true)) }
  }

  /// The course folder around the working directory, with nothing in the place of what SegLab keeps there.
  ///
  /// - Throws: `Failure` where the working directory is no longer there, or as ``check()``.
  static var current: CourseFolder {
    get throws {
      let folder = around(URL(fileURLWithPath: try workingFolder, isDirectory: true))
      try folder.check()
      return folder
    }
  }

  /// The working directory.
  ///
  /// - Throws: `Failure` where it is no longer there: nothing that a user names means anything then.
  static var workingFolder: String {
    get throws {
      let path = getcwd(nil, 0)
      defer { free(path) }
      guard let place = path.map({ String(cString: $0) }), place.hasPrefix("/") else {
        throw Failure(.badFile, StorePhrase.workingFolderGone)
      }
      return place
    }
  }

  /// Looks whether `.seglab` and what is in it are folders and files, as SegLab makes them.
  ///
  /// - Throws: `Failure` that says what to do where a link or something else stands in the place of one.
  func check() throws {
    for place in [state, data, runs, progress, cache, originals, backups] {
      do throws(FileFault) { _ = try OwnFolder(place.path) } catch {
        if case .system = error.cause { continue }
        throw Failure(error)
      }
    }
    let lock = state.appendingPathComponent(Self.lockName).path
    switch (try? OwnFolder(state.path))?.facts(of: Self.lockName)?.kind {
    case .link: throw Failure(FileFault(path: lock, cause: .link))
    case .folder, .other: throw Failure(FileFault(path: lock, cause: .notAFile))
    case .file, nil: break
    }
  }

  /// Whether SegLab can keep anything here: a course may be read-only, or another user's.
  var isWritable: Bool {
    do throws(FileFault) { return try OwnFolder(state.path, for: .writing).isWritable } catch {
      guard error.cause == .system(ENOENT) else { return false }
      return access(root.path, W_OK) == 0
    }
  }

  /// The first of the folders that SegLab writes to that it cannot write to, and the system's error number.
  var closedFolder: (path: String, code: Int32)? {
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
  func original(_ name: String) -> String? {
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
  static let mostLabBytes = 8 << 20
}

extension Failure {
  /// Something that cannot be written, or that stands where SegLab's own should.
  init(_ fault: FileFault) {
    switch fault.cause {
    case .link: self.init(.badFile, StorePhrase.link(path: fault.path))
    case .notAFile: self.init(.badFile, StorePhrase.notAFile(path: fault.path))
    case .notAFolder: self.init(.badFile, StorePhrase.notAFolder(path: fault.path))
    case .foreign(let owner): self.init(.internalFault, StorePhrase.foreign(path: fault.path, owner: owner))
    case .system, .noReader:
      self.init(.internalFault, CommandPhrase.notWritten(path: fault.path, reason: fault.reason))
    }
  }
}

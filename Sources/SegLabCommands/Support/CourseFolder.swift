internal import Foundation

/// The folder that a learner works in: `labs/` with the lab files, and `.seglab/` with all that SegLab keeps.
struct CourseFolder {
  /// The folder.
  let root: URL

  var labs: URL { root.appendingPathComponent("labs", isDirectory: true) }
  /// What SegLab keeps here; safe to delete, at the cost of runs, data sets and progress.
  var state: URL { root.appendingPathComponent(".seglab", isDirectory: true) }
  var data: URL { state.appendingPathComponent("data", isDirectory: true) }
  var runs: URL { state.appendingPathComponent("runs", isDirectory: true) }
  var progress: URL { state.appendingPathComponent("progress", isDirectory: true) }
  var cache: URL { state.appendingPathComponent("cache", isDirectory: true) }
  /// The labs as they were shipped, for `reset`.
  var originals: URL { state.appendingPathComponent("originals", isDirectory: true) }
  /// Labs as they were before a command changed them.
  var backups: URL { state.appendingPathComponent("backups", isDirectory: true) }

  /// The folder at or above `place` that holds `labs/` or `.seglab/`; nil where none does.
  static func found(around place: URL) -> CourseFolder? {
    var folder = place.standardizedFileURL
    while true {
      for mark in ["labs", ".seglab"] {
        var isFolder: ObjCBool = false
        let there = FileManager.default.fileExists(
          atPath: folder.appendingPathComponent(mark).path, isDirectory: &isFolder)
        if there && isFolder.boolValue { return CourseFolder(root: folder) }
      }
      let above = folder.deletingLastPathComponent()
      // Above a folder that was deleted there is no end of `..`.
      if above.path.count >= folder.path.count { return nil }
      folder = above
    }
  }

  /// The folder at or above `place` that holds `labs/` or `.seglab/`; `place` itself where none does.
  static func around(_ place: URL) -> CourseFolder {
    found(around: place) ?? CourseFolder(root: place.standardizedFileURL)
  }

  private static var here: URL {
    URL(fileURLWithPath: FileManager.default.currentDirectoryPath, isDirectory: true)
  }

  /// The course folder around the working directory.
  static var current: CourseFolder { around(here) }

  /// The course folder around the working directory; nil where there is none.
  static var found: CourseFolder? { found(around: here) }

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
}

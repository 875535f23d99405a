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

  /// The folder at or above `place` that holds `labs/` or `.seglab/`; `place` itself where none does.
  static func around(_ place: URL) -> CourseFolder {
    let start = place.standardizedFileURL
    var folder = start
    while true {
      for mark in ["labs", ".seglab"] {
        var isFolder: ObjCBool = false
        let there = FileManager.default.fileExists(
          atPath: folder.appendingPathComponent(mark).path, isDirectory: &isFolder)
        if there && isFolder.boolValue { return CourseFolder(root: folder) }
      }
      if folder.path == "/" { return CourseFolder(root: start) }
      folder.deleteLastPathComponent()
    }
  }

  /// The course folder around the working directory.
  static var current: CourseFolder {
    around(URL(fileURLWithPath: FileManager.default.currentDirectoryPath, isDirectory: true))
  }
}

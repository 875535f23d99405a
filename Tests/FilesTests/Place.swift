import Files
import Foundation
import Testing

/// A folder for one test, and what stands in it beside the files that it is about.
struct Place {
  let folder: URL

  /// Runs `body` in a new folder, which is removed afterwards.
  static func with(_ body: (Place) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("seglab-files-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(Place(folder: folder))
  }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  func write(_ text: String, to name: String) throws {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func text(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: target)
  }

  func isLink(_ name: String) -> Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: path(name))) != nil
  }

  func names(_ name: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: name.isEmpty ? folder.path : path(name)).sorted()
  }
}

/// What `body` throws.
func fault(_ body: () throws -> Void) -> FileFault? {
  do { try body() } catch { return error as? FileFault }
  return nil
}

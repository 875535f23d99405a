internal import Files
internal import Foundation
internal import Messages
internal import Workbench

/// Where the files that came with SegLab are: the labs, their solutions, and the theme of the pages.
struct Installation {
  /// The folder that holds `labs`, `solutions` and `site`.
  let home: URL

  var labs: URL { home.appendingPathComponent("labs", isDirectory: true) }
  var site: URL { home.appendingPathComponent("site", isDirectory: true) }

  /// Looks in `SEGLAB_HOME`, then beside the program (`../share/seglab`), then in the folders above it (a built checkout).
  ///
  /// - Throws: `Failure` where none of them holds a `site` folder.
  static func find(
    environment: [String: String] = ProcessInfo.processInfo.environment, program: String = Toolchain.runningProgram
  ) throws -> Installation {
    var candidates: [URL] = []
    if let named = environment["SEGLAB_HOME"] { candidates.append(URL(fileURLWithPath: named, isDirectory: true)) }
    let folder = URL(fileURLWithPath: program).deletingLastPathComponent()
    candidates.append(folder.deletingLastPathComponent().appendingPathComponent("share/seglab", isDirectory: true))
    var above = folder
    while above.path != "/" {
      candidates.append(above)
      let next = above.deletingLastPathComponent().standardizedFileURL
      guard next.path.utf8.count < above.path.utf8.count else { break }
      above = next
    }
    let templates = "site/templates"
    let found = candidates.first { FileManager.default.fileExists(atPath: $0.appendingPathComponent(templates).path) }
    guard let home = found else {
      throw Failure(.internalFault, CommandPhrase.noInstallation)
    }
    return Installation(home: home)
  }

  /// The text of a lab that came with SegLab, by its file's name; nil where there is none.
  static func lab(_ name: String) -> String? {
    guard let labs = try? find().labs,
      let bytes = try? FileBytes.read(labs.appendingPathComponent(name).path, limit: CourseFolder.mostLabBytes)
    else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }
}

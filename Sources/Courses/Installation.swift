public import Foundation
internal import Labs
public import Messages
public import Workbench

/// Where the files that came with SegLab are: the labs, their solutions, and the theme of the pages.
public struct Installation: Sendable {
  /// The folder that holds `labs`, `solutions` and `site`.
  public let home: URL

  /// The labs.
  public var labs: URL { home.appendingPathComponent("labs", isDirectory: true) }
  /// The pages' theme.
  public var site: URL { home.appendingPathComponent("site", isDirectory: true) }

  /// Looks in `SEGLAB_HOME`, then beside the program (`../share/seglab`), then in the folders above it (a built checkout).
  ///
  /// - Throws: `CourseProblem.noInstallation` where none of them holds a `site` folder.
  public static func find(
    environment: [String: String] = ProcessInfo.processInfo.environment, program: String = Toolchain.runningProgram
  ) throws(CourseProblem) -> Installation {
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
      throw .noInstallation
    }
    return Installation(home: home)
  }

  /// The text of a lab that came with SegLab, as a course in `language` has it.
  ///
  /// - Parameters:
  ///   - name: the name of its file.
  ///   - language: the language of its words.
  /// - Returns: the text; nil where there is no such lab.
  public static func lab(_ name: String, in language: Language) -> String? {
    guard !Translation.isTranslation(name), let labs = try? find().labs else { return nil }
    return try? ShippedLabs(folder: labs).text(of: name, in: language)
  }
}

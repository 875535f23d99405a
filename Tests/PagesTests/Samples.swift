import Checking
import Foundation
import Labs
import Testing

@testable import Pages

/// Labs and the theme as they stand in the package.
enum Samples {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  static let theme: Theme = {
    let site = folder.appending(path: "../../site").standardizedFileURL
    do { return try Theme(folder: site.path) } catch { fatalError("the theme cannot be read: \(error)") }
  }()

  /// The lab in `Inputs` that is called `name`.
  static func lab(_ name: String) throws -> Lab {
    let text = try String(contentsOf: folder.appending(path: "Inputs/\(name).md"), encoding: .utf8)
    return try lab(text: text, file: "labs/\(name).md")
  }

  /// The lab whose file holds `text`; one without mistakes.
  static func lab(text: String, file: String = "labs/lab.md") throws -> Lab {
    let (lab, diagnostics) = Lab.parse(text: text, file: file)
    #expect(diagnostics.isEmpty)
    return try #require(lab)
  }
}

import Checking
import Diagnostics
import Foundation
import Labs
import Messages
import Testing

/// Every lab in `Goldens` has a mistake that an author can make; beside it stands all that is said about it, word for word.
///
/// With `SEGLAB_UPDATE_GOLDENS` in the environment the texts are written anew; look at the difference before you keep it.
@Suite struct GoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted()
  }()

  @Test("what is said about a mistake", arguments: names)
  func mistake(_ name: String) throws {
    let text = try String(contentsOf: Self.folder.appending(path: name + ".md"), encoding: .utf8)
    let file = name + ".md"
    let isSolution = name.hasPrefix("solution-")
    let diagnostics =
      isSolution
      ? Solution.parse(text: text, file: file).diagnostics : Lab.parse(text: text, file: file).diagnostics
    let said = [Language.english, .korean].map { language in
      DiagnosticRenderer(language: language, color: false).text(of: diagnostics, in: SourceText(text)) + "\n"
    }.joined(separator: "\n----\n\n")
    let golden = Self.folder.appending(path: name + ".txt")
    if ProcessInfo.processInfo.environment["SEGLAB_UPDATE_GOLDENS"] != nil {
      try said.write(to: golden, atomically: true, encoding: .utf8)
    }
    #expect(!diagnostics.isEmpty)
    #expect(try said == String(contentsOf: golden, encoding: .utf8))
  }

  @Test("no golden is left over from a lab that is gone")
  func unused() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    let texts = files.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }
    #expect(texts.sorted() == Self.names)
    #expect(files.count == 2 * Self.names.count)
    #expect(!Self.names.isEmpty)
  }
}

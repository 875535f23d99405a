import Checking
import Foundation
import Labs
import Messages
import Pages
import Testing

/// Whole pages, byte for byte.
///
/// With `SEGLAB_UPDATE_GOLDENS` in the environment the pages are written anew; look at them in a browser before you keep them.
@Suite struct PageGoldenTests {
  static let pages: [String] = ["passed.en", "unfinished.en", "unfinished.ko", "plain.en"]

  @Test("a page is what it was", arguments: pages)
  func page(_ name: String) throws {
    let parts = name.split(separator: ".").map(String.init)
    let language = try #require(Language(rawValue: parts[1]))
    let lab = try Samples.lab(parts[0] == "plain" ? "unfinished" : parts[0])
    let report: LabReport? =
      switch parts[0] {
      case "passed": SampleReports.passed(lab)
      case "unfinished": SampleReports.unfinished(lab)
      default: nil
      }
    let html = try LabPage(theme: Samples.theme, language: language).html(lab: lab, report: report)
    let golden = Samples.folder.appending(path: "Goldens/\(name).html")
    if ProcessInfo.processInfo.environment["SEGLAB_UPDATE_GOLDENS"] != nil {
      try html.write(to: golden, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: golden, encoding: .utf8)
    // The first line that differs says more than two whole pages.
    let lines = zip(html.split(separator: "\n"), expected.split(separator: "\n"))
    if let (found, wanted) = lines.first(where: { $0 != $1 }) { #expect(found == wanted) }
    #expect(html == expected)
  }

  @Test("no golden is left over")
  func unused() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Samples.folder.appending(path: "Goldens").path)
    #expect(files.sorted() == Self.pages.map { $0 + ".html" }.sorted())
  }
}

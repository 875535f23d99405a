import Checking
import Courses
import Diagnostics
import Foundation
import Labs
import Messages
import Testing

/// Links and pictures of labs that lead nowhere: told by file and line, with what mends them.
struct LinkTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("links-\(UUID().uuidString)")

  /// A lab with `words` on line 7, in a folder with another lab, a picture and a table.
  private func told(_ words: String, isSite: Bool = false, language: Language = .english) throws -> [String] {
    let labs = folder.appendingPathComponent("labs")
    try FileManager.default.createDirectory(at: labs, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let other = "---\ntitle: Other\nid: other\ndataset: cardiac\n---\n\n# Other\n\n## Masks and labels\n"
    for (name, text) in ["02-other.md": other, "table.csv": "1,2", "heart.png": "\u{89}", "fake.png": "no picture"] {
      try Data(text.utf8).write(to: labs.appendingPathComponent(name))
    }
    try Data([0x89] + Array("PNG\r\n\u{1A}\n".utf8)).write(to: labs.appendingPathComponent("heart.png"))
    let text = """
      ---
      title: One
      id: one
      dataset: cardiac
      ---

      \(words)

      ## Dice

      ## Dice

      ```swift exercise=network
      let network = .FIXME
      ```

      """
    let file = labs.appendingPathComponent("01-one.md").path
    let one = try #require(Lab.parse(text: text, file: file).lab)
    let two = try #require(Lab.parse(text: other, file: "02-other.md").lab)
    return LinkInspector(labs: [("01-one", one), ("02-other", two)], isSite: isSite)
      .diagnostics(of: one, file: file).map { diagnostic in
        #expect(diagnostic.file == file && diagnostic.line == 7)
        return diagnostic.summary.text(in: language) + " / " + (diagnostic.help?.text(in: language) ?? "")
      }
  }

  @Test(arguments: [
    "[a](#dice)", "[a](#dice-2)", "[a](#network)", "[a](#s-dice)", "[a](#cell-network)", "[a](02-other.md)",
    "[a](02-other.md#masks-and-labels)", "[a](./02-other.md#Masks%20and%20labels)", "[a](02-other.md#other)",
    "[a](https://example.org/x#y)", "[a](mailto:a@example.org)", "![a](heart.png)", "[a](table.csv)",
  ])
  func whatLeadsSomewhereIsSilent(_ words: String) throws {
    #expect(try told(words) == [])
  }

  @Test func aNearNameIsProposed() throws {
    #expect(
      try told("[a](#dise) [b](03-other.md) [c](02-other.md#mask-and-labels) ![d](hart.png)") == [
        "this leads to `#dise`, and no heading or cell here is called so / write `#dice`",
        "this leads to `03-other.md`, and there is no such file beside the text / write `02-other.md`",
        "this leads to `#mask-and-labels`, and no heading or cell of 02-other.md is called so / "
          + "write `02-other.md#masks-and-labels`",
        "this leads to `hart.png`, and there is no such file beside the text / write `heart.png`",
      ])
  }

  /// What is proposed, written in its place, is right.
  @Test(arguments: ["[a](#dise)", "[b](03-other.md)", "[c](02-other.md#mask-and-labels)", "![d](hart.png)"])
  func whatIsProposedMends(_ words: String) throws {
    let told = try #require(try told(words).first)
    let proposal = try #require(told.firstMatch(of: /write `([^`]+)`/))
    let mended = words.replacing(/\(.*\)/, with: "(\(proposal.output.1))")
    #expect(try self.told(mended) == [])
  }

  @Test func whereAFileBelongsIsSaid() throws {
    let told = try told("![a](figures/knee.png)")
    #expect(told.count == 1 && told[0].contains("put the file at ") && told[0].contains("labs/figures/knee.png"))
    #expect(try self.told("![a](figures/knee.png)", language: .korean)[0].contains("그런 파일이 없어요"))
  }

  @Test func aPictureThatIsNoneIsSaid() throws {
    #expect(
      try told("![a](fake.png)") == [
        "`fake.png` is to be shown as a picture, and it is none that a page can show / "
          + "save it as PNG, JPEG, GIF, WebP or SVG with at most 8 MB"
      ])
  }

  @Test func aSiteHasNoOtherFiles() throws {
    let told = try told("[a](table.csv) ![b](heart.png) [c](02-other.md)", isSite: true)
    #expect(told.count == 1 && told[0].contains("`table.csv`, which is on this machine and on no site"))
  }
}

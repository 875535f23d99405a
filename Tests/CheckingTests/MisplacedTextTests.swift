import Diagnostics
import Labs
import Messages
import SegLab
import Testing

@testable import Checking

struct MisplacedTextTests {
  private static let original = """
    ---
    title: t
    id: t
    dataset: d
    ---
    Prose.

    ```swift exercise=network
    let x = .FIXME
    ```
    ```yaml question=why
    ask: Why?
    choices: [{key: a, text: A, why: No.}, {key: b, text: B, right: true, why: Yes.}]
    ```
    ```text answer=why
    ?
    ```

    More prose.

    """

  private func found(_ text: String, translation: String? = nil) throws -> [String] {
    let lab = try #require(Lab.parse(text: text, file: "labs/01.md").lab)
    let before = try #require(Lab.parse(text: Self.original, file: "labs/01.md").lab)
    let words = translation.flatMap { Translation.parse(text: $0, file: "labs/01.ko.md").translation }
    return MisplacedText.diagnostics(in: lab, original: before, translation: words).map {
      "\($0.file):\($0.line) \($0.message.id)"
    }
  }

  @Test func nothingIsSaidOfALabAsItIsOrOfAnswersInTheirPlace() throws {
    #expect(try found(Self.original) == [])
    #expect(try found(Self.original.replacing("\n?\n", with: "\nb\n").replacing(".FIXME", with: "5")) == [])
    #expect(try found(Self.original.replacing("\n", with: "\r\n")) == [])
  }

  @Test func anAnswerBesideItsCell() throws {
    #expect(
      try found(Self.original.replacing("?\n```\n", with: "?\n```\nb\n")) == ["labs/01.md:18 misplaced.answerOutside"])
    #expect(try found(Self.original.replacing("?\n```\n", with: "b\n```\nb, I think\n")) == [])
  }

  @Test func codeBesideItsCell() throws {
    #expect(
      try found(Self.original.replacing("Prose.", with: "Prose.\nlet x = Network(\"a\") {")) == [
        "labs/01.md:7 misplaced.codeOutside"
      ])
  }

  @Test func cellsOfATranslationThatAreFilledIn() throws {
    let empty = """
      ---
      title: 제목
      ---
      글.

      ```swift exercise=network
      ```
      ```text answer=why
      ```

      """
    #expect(try found(Self.original, translation: empty) == [])
    let filled = empty.replacing("exercise=network\n", with: "exercise=network\nlet x = 5\n")
    #expect(try found(Self.original, translation: filled) == ["labs/01.ko.md:6 misplaced.translationFilled"])
  }

  @Test func aFenceThatWasPastedAlong() {
    let text = Self.original.replacing("let x = .FIXME", with: "```swift exercise=network\nlet x = 5\n```")
    let first = Lab.parse(text: text, file: "a.md").diagnostics.min { $0.line < $1.line }
    #expect(first?.message.id == "misplaced.fenceInCell" && first?.line == 9)
  }
}

struct ParameterChangeTests {
  private let network = Network("fcn", line: 1) {
    Input(shape: [256, 256, 1])
    Conv2D("conv1", filter: [5, 5, 1, 100], stride: 2, bias: false, line: 3)
    ConvTranspose2D("upscore", filter: [32, 32, 2, 2], stride: 16, bias: false, line: 4)
  }

  @Test func theLayerWhoseWindowExplainsTheDifferenceIsNamed() {
    let change = ParameterChange(behind: 4 * (32 * 32 - 31 * 31), in: network)
    #expect(change?.layer == "upscore" && change?.right == [31, 31, 2, 2] && change?.line == 4)
    #expect(ParameterChange(behind: 1, in: network) == nil)
  }
}

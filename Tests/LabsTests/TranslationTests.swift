import Checking
import Diagnostics
import Labs
import Messages
import Testing

@Suite struct TranslationTests {
  static let lab = """
    ---
    title: A lab
    id: lab
    dataset: cardiac
    ---
    # A lab

    Prose.

    ```swift given
    let size = 4
    ```
    ```swift exercise=network
    let net = Network("net") { Input(shape: [.FIXME]) }
    ```
    ```text hint=network
    First.
    ```
    ```text hint=network
    Second.
    ```
    ```yaml question=why
    ask: Why?
    choices:
      - {key: a, text: One, right: true, why: Yes.}
      - {key: b, text: Two, why: No.}
    ```
    ```text answer=why
    ?
    ```
    ```yaml question=many
    ask: How many?
    number: 4
    tolerance: 0
    why: Count.
    ```
    """

  static let korean = """
    ---
    title: 실습
    ---
    # 실습

    글.

    ```swift given
    ```
    ```swift exercise=network
    ```

    힌트예요.

    ```text hint=network
    첫째.
    ```
    ```text hint=network
    둘째.
    ```
    ```yaml question=why
    ask: 왜?
    choices:
      - {key: b, text: 둘, why: 아니에요.}
      - {key: a, text: 하나, why: 맞아요.}
    ```
    ```text answer=why
    ```
    ```yaml question=many
    ask: 몇 개?
    why: 세어 보세요.
    ```
    """

  private func translated(_ text: String) throws -> (lab: Lab?, said: [String]) {
    let lab = try #require(Lab.parse(text: Self.lab, file: "labs/01.md").lab)
    let (translation, mistakes) = Translation.parse(text: text, file: "labs/01.ko.md")
    guard let translation else { return (nil, mistakes.map(Self.words)) }
    let (result, diagnostics) = lab.translated(by: translation)
    return (result, (mistakes + diagnostics).map(Self.words))
  }

  private static func words(_ diagnostic: Diagnostic) -> String {
    "\(diagnostic.line): \(diagnostic.summary.text(in: .english)) → \(diagnostic.help?.text(in: .english) ?? "")"
  }

  @Test("a translated lab has the words of one file and the cells and lines of the other")
  func wholeTranslation() throws {
    let original = try #require(Lab.parse(text: Self.lab, file: "labs/01.md").lab)
    let (lab, said) = try translated(Self.korean)
    #expect(said == [])
    let korean = try #require(lab)
    #expect(korean.title == "실습" && korean.id == "lab" && korean.file == "labs/01.md")
    #expect(korean.text == original.text)
    #expect(korean.blocks.count == original.blocks.count + 1)
    for case .exercise(let code) in korean.blocks {
      #expect(code.body.contains("FIXME") && code.line == 14)
    }
    #expect(try korean.replacingExercise("network", with: "x") == original.replacingExercise("network", with: "x"))
    let hints = korean.blocks.compactMap { if case .hint(let hint) = $0 { hint } else { nil } }
    #expect(hints.map(\.text) == ["첫째.", "둘째."] && ProseText.text(hints[0].prose) == "p[첫째.]")
    let questions = korean.blocks.compactMap { if case .question(let question) = $0 { question } else { nil } }
    #expect(questions.map(\.text) == ["왜?", "몇 개?"])
    guard case .choice(let choices) = questions[0].form else { return #expect(Bool(false)) }
    #expect(choices.map(\.key) == ["a", "b"] && choices.map(\.text) == ["하나", "둘"])
    #expect(choices.map(\.isRight) == [true, false] && choices[0].why == "맞아요.")
    #expect(questions[1].form == .number(value: 4, tolerance: 0, why: "세어 보세요."))
  }

  private static let mistakes: [(String, String, [String])] = [
    (
      "```text hint=network\n둘째.\n```\n", "",
      [
        "15: the cell `text hint=network` on line 19 of labs/01.md is missing here → add an empty cell that begins with "
          + "```text hint=network"
      ]
    ),
    (
      "```swift given\n```\n", "",
      [
        "1: the cell `swift given` on line 10 of labs/01.md is missing here → add an empty cell that begins with ```swift given"
      ]
    ),
    (
      "힌트예요.", "```yaml check=network\n```",
      ["13: labs/01.md has no cell `yaml check=network`, or not so many of them → remove it"]
    ),
    (
      "```swift given\n```\n```swift exercise=network\n```", "```swift exercise=network\n```\n```swift given\n```",
      [
        "8: `swift exercise=network` stands where the lab has `swift given` → put the cells in the order of labs/01.md"
      ]
    ),
    (
      "exercise=network\n", "exercise=network\nlet mine = 1\n",
      [
        "10: `swift exercise=network` is not empty here; what is inside is taken from the lab → write it into labs/01.md, "
          + "line 13, and leave the cell empty here"
      ]
    ),
    ("key: b", "key: c", ["24: the question has no choice `c`", "21: the choice `b` is not translated"]),
    ("why: 세어 보세요.", "", ["29: the justification `why` is not translated → add `why: …`"]),
    ("ask: 왜?", "asks: 왜?", ["22: a question has no key `asks`"]),
    ("title: 실습", "title: 실습\nid: lab", ["3: the front matter has no key `id`"]),
    ("title: 실습\n", "", ["1: "]),
    ("첫째.", "", ["15: "]),
  ]

  @Test("what is missing, too much or out of order is said by its line", arguments: mistakes)
  func mistake(_ mistake: (old: String, new: String, said: [String])) throws {
    #expect(Self.korean.contains(mistake.old))
    let (lab, said) = try translated(Self.korean.replacing(mistake.old, with: mistake.new))
    #expect(lab == nil)
    for words in mistake.said { #expect(said.contains { $0.hasPrefix(words) }, "\(said)") }
    #expect(said.count == mistake.said.count, "\(said)")
  }

  @Test("a lab's translation stands beside it and is no lab")
  func names() {
    #expect(Translation.path(of: "labs/01-a.md", in: .korean) == "labs/01-a.ko.md")
    #expect(Translation.isTranslation("01-a.ko.md") && !Translation.isTranslation("01-a.md"))
    #expect(!Translation.isTranslation("01-a.xx.md") && !Translation.isTranslation("ko.md"))
  }

  @Test("a question may ask for a few words")
  func openQuestion() throws {
    func question(_ yaml: String) -> (Lab.Question?, [String]) {
      let text = "---\ntitle: t\nid: t\ndataset: d\n---\n\n```yaml question=q\n\(yaml)\n```\n```text answer=q\n?\n```\n"
      let (lab, diagnostics) = Lab.parse(text: text, file: "a.md")
      return (
        lab?.blocks.compactMap { if case .question(let question) = $0 { question } else { nil } }.first,
        diagnostics.map(Self.words)
      )
    }
    #expect(question("ask: What?\nopen: true").0?.form == .text(why: nil))
    #expect(question("ask: What?\nopen: true\nwhy: So.").0?.form == .text(why: "So."))
    #expect(question("ask: What?\nopen: true\nnumber: 3").0 == nil)
    #expect(question("ask: What?\nopen: 3").0 == nil)
    #expect(question("ask: What?\nopen: false").1.count == 1)
  }
}

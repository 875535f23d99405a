import Diagnostics
import Labs
import Messages
import Testing

@testable import Checking

/// What of an author's lab is not as the course has it.
struct LabChangeTests {
  private static let text = """
    ---
    title: A test
    id: test
    dataset: hearts
    budget: {parameters: 100, minutes: 1}
    ---
    Prose.

    ```swift given
    let given = 1
    let other = 2
    ```
    ```swift exercise=network
    let net: Int = .FIXME
    ```
    ```text hint=network
    A hint.
    ```
    ```yaml check=network
    - parameters: 20
    ```
    ```yaml experiment=e
    network: net
    training: {epochs: 1}
    quick: {steps: 3}
    ```
    ```yaml check=e
    - accuracy: ">= 0.5"
      quick: ">= 0.1"
    ```
    ```yaml question=which
    ask: Which?
    choices:
      - {key: a, text: One, right: true, why: "Yes."}
      - {key: b, text: Two, why: "No."}
    ```
    ```text answer=which
    ?
    ```
    ```yaml question=much
    ask: How much?
    number: 3
    tolerance: 0.5
    why: So.
    ```
    ```text answer=much
    ?
    ```
    """

  private func changes(_ text: String) throws -> [LabChange] {
    let (lab, mistakes) = Lab.parse(text: text, file: "a.md")
    let original = Lab.parse(text: Self.text, file: "b.md").lab
    return LabChange.all(
      in: try #require(lab, "\(mistakes.map { $0.summary.text(in: .english) })"), from: try #require(original))
  }

  private static let counted: [(old: String, new: String, part: ReportPhrase.Part, name: String)] = [
    ("title: A test", "title: Mine", .frontMatter, ""), ("dataset: hearts", "dataset: knee", .frontMatter, ""),
    ("parameters: 100", "parameters: 1000", .frontMatter, ""), ("minutes: 1", "minutes: 2", .frontMatter, ""),
    ("dataset: hearts\n", "dataset: hearts\nafter: [other]\n", .frontMatter, ""),
    ("budget: {parameters: 100, minutes: 1}\n", "", .frontMatter, ""),
    ("let given = 1", "let given = 2", .given, "1"), ("- parameters: 20", "- parameters: 21", .checks, "network"),
    ("- parameters: 20", "- parameters: 20\n- shape: {a: [1]}", .checks, "network"),
    (">= 0.5", ">= 0.4", .checks, "e"), (">= 0.1", ">= 0.0", .checks, "e"),
    ("- accuracy:", "- dice:", .checks, "e"), ("\n  quick: \">= 0.1\"", "", .checks, "e"),
    ("network: net", "network: other", .experiment, "e"), ("{epochs: 1}", "{epochs: 2}", .experiment, "e"),
    ("{epochs: 1}", "own", .experiment, "e"), ("steps: 3", "steps: 2", .experiment, "e"),
    ("{epochs: 1}", "{epochs: 1}\nsplit: patient", .experiment, "e"),
    ("{epochs: 1}", "{epochs: 1}\npreprocessing: own", .experiment, "e"),
    ("text: One, right: true", "text: One", .question, "which"), ("number: 3", "number: 4", .question, "much"),
    ("tolerance: 0.5", "tolerance: 5", .question, "much"), ("key: b", "key: c", .question, "which"),
  ]

  @Test(arguments: counted)
  func `a part that decides is named`(old: String, new: String, part: ReportPhrase.Part, name: String) throws {
    var text = Self.text.replacing(old, with: new)
    if old == "text: One, right: true" { text = text.replacing("text: Two", with: "text: Two, right: true") }
    #expect(text != Self.text)
    let found = try changes(text)
    #expect(found.map(\.part) == [part])
    #expect(part == .given || found.map(\.name) == [name])
    let change = try #require(found.first)
    for language in Language.allCases { #expect(change.phrase(file: "a.md").text(in: language).contains("a.md:")) }
  }

  private static let uncounted = [
    ("Prose.", "Other prose.\n\nAnd more."), ("let net: Int = .FIXME", "let net = 3\nlet more = 4"),
    ("A hint.", "No hint."), ("answer=which\n?", "answer=which\nb"), ("answer=much\n?", "answer=much\n3"),
    ("Which?", "Which one?"), ("text: One", "text: The first"), ("why: \"Yes.\"", "why: \"Right.\""),
    ("why: So.", "why: Because."), ("\n", "\r\n"), ("Prose.\n", ""),
  ]

  @Test(arguments: uncounted) func `what a learner writes and what a translation says do not count`(
    old: String, new: String
  ) throws {
    #expect(try changes(Self.text.replacing(old, with: new)).isEmpty)
  }

  @Test func `what is gone and what was put in is told of`() throws {
    let exercise = "```swift exercise=network\nlet net: Int = .FIXME\n```\n```text hint=network\nA hint.\n```\n"
    let check = "```yaml check=network\n- parameters: 20\n```\n"
    let gone = try changes(Self.text.replacing(exercise, with: "").replacing(check, with: ""))
    #expect(
      gone == [
        LabChange(part: .checks, name: "network", line: 0), LabChange(part: .exercise, name: "network", line: 0),
      ])
    #expect(try changes(Self.text.replacing(check, with: "")) == [LabChange(part: .checks, name: "network", line: 0)])
    let more = Self.text.replacing(
      "Prose.", with: "```swift given\nlet x = 1\n```\n```swift exercise=own\nlet y = 1\n```")
    let added = try changes(more)
    #expect(added.allSatisfy { $0.part == .given } && !added.isEmpty)
    let renamed = try changes(
      Self.text.replacing("experiment=e\n", with: "experiment=f\n").replacing("check=e\n", with: "check=f\n"))
    #expect(
      Set(renamed.map { "\($0.part.rawValue) \($0.name) \($0.line > 0)" }) == [
        "experiment e false", "experiment f true", "checks e false", "checks f true",
      ])
  }

  @Test func `another id counts as a changed beginning`() throws {
    let found = try changes(
      Self.text.replacing("id: test", with: "id: mine").replacing("let given = 1", with: "let x = 2"))
    #expect(found.contains { $0.part == .frontMatter } && found.contains { $0.part == .given })
  }
}

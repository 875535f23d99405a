import Checking
import Diagnostics
import Labs
import Messages
import Testing

/// One file of a lab's cells and a translation's words.
@Suite struct WeavingTests {
  private func woven(_ lab: String, _ words: String) throws -> (text: String?, said: Int) {
    let lab = try #require(Lab.parse(text: lab, file: "labs/01.md").lab)
    let translation = try #require(Translation.parse(text: words, file: "labs/01.ko.md").translation)
    let (text, diagnostics) = lab.woven(with: translation)
    return (text, diagnostics.count)
  }

  @Test func `a woven lab has the words of one file and the cells of the other`() throws {
    let (text, said) = try woven(TranslationTests.lab, TranslationTests.korean)
    #expect(said == 0)
    #expect(
      text == """
        ---
        title: 실습
        language: ko
        id: lab
        dataset: cardiac
        ---
        # 실습

        글.

        ```swift given
        let size = 4
        ```
        ```swift exercise=network
        let net = Network("net") { Input(shape: [.FIXME]) }
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
          - {key: a, text: 하나, right: true, why: 맞아요.}
        ```
        ```text answer=why
        ?
        ```
        ```yaml question=many
        ask: 몇 개?
        number: 4
        tolerance: 0
        why: 세어 보세요.
        ```

        """)
    let lab = try #require(text.flatMap { Lab.parse(text: $0, file: "labs/01.md").lab })
    #expect(lab.language == .korean && lab.id == "lab" && lab.title == "실습")
  }

  @Test func `what is said of wrong numbers is woven, translated and found missing`() throws {
    let lab = """
      ---
      title: A lab
      id: lab
      dataset: cardiac
      ---
      ```yaml question=many
      ask: How many?
      number: 4
      tolerance: 0.5
      wrong:
        2: Half of them.
        8.5: Twice.
      why: Count.
      ```
      ```text answer=many
      ```
      """
    func words(_ wrong: String) -> String {
      """
      ---
      title: 실습
      ---
      ```yaml question=many
      ask: 몇 개?
      \(wrong)why: 세어 보세요.
      ```
      ```text answer=many
      ```
      """
    }
    let (text, _) = try woven(lab, words("wrong:\n  8.50: 두 배예요.\n  2: 절반이에요.\n"))
    let parsed = try #require(text.flatMap { Lab.parse(text: $0, file: "labs/01.md").lab }, "\(text ?? "")")
    #expect(parsed.questions.first?.wrong.map(\.why) == ["두 배예요.", "절반이에요."])
    let original = try #require(Lab.parse(text: lab, file: "labs/01.md").lab)
    #expect(original.questions.first?.wrong.map(\.value) == [2, 8.5])
    func said(_ wrong: String) -> [String] {
      let (translation, mistakes) = Translation.parse(text: words(wrong), file: "labs/01.ko.md")
      let merged = translation.map { original.translated(by: $0).diagnostics } ?? []
      return (mistakes + merged).map { $0.summary.text(in: .english) }
    }
    #expect(said("wrong: {2: 절반, 8.5: 두 배}\n") == [])
    #expect(said("wrong: {2: 절반}\n") == ["what the lab says of the wrong answer 8.5 is not translated"])
    #expect(
      said("wrong: {2: 절반, 8.5: 두 배, 3: 셋}\n") == ["the lab says nothing of the wrong answer 3"])
  }

  @Test func `choices in lines of their own, open questions and longer fences are woven too`() throws {
    let lab = """
      ---
      dataset: cardiac
      title: >
        A lab
        of two lines
      id: lab
      ---
      ````swift exercise=network
      let text = \"""
      ```
      \"""
      ````
      ```yaml question=why
      ask: Why?
      choices:
        - {key: a, text: One, right: true, why: Yes.}
        - {key: b, text: Two, why: No.}
      ```
      ```text answer=why
      ```
      ```yaml question=open
      ask: What?
      open: true
      ```
      ```text answer=open
      ```
      """
    let words = """
      ---
      title: 실습
      ---
      ```swift exercise=network
      ```
      ```yaml question=why
      ask: 왜?
      choices:
        - why: >
            맞아요.
          key: a
          text: 하나
        - key: b
          text: 둘
          why: 아니에요.
      ```
      ```text answer=why
      ```
      ```yaml question=open
      ask: 무엇?
      ```
      ```text answer=open
      ```
      """
    let (text, _) = try woven(lab, words)
    let parsed = try #require(text.flatMap { Lab.parse(text: $0, file: "labs/01.md").lab }, "\(text ?? "")")
    #expect(parsed.title == "실습" && parsed.dataset == "cardiac")
    for case .exercise(let code) in parsed.blocks { #expect(code.body == "let text = \"\"\"\n```\n\"\"\"") }
    let forms = parsed.blocks.compactMap { if case .question(let question) = $0 { question.form } else { nil } }
    guard case .choice(let choices) = forms[0] else { return #expect(Bool(false)) }
    #expect(choices.map(\.isRight) == [true, false] && choices.map(\.text) == ["하나", "둘"])
    #expect(forms[1] == .text(why: nil))
  }

  @Test func `a translation that does not fit is not woven`() throws {
    let (text, said) = try woven(
      TranslationTests.lab, TranslationTests.korean.replacing("```swift given\n```\n", with: ""))
    #expect(text == nil && said == 1)
  }

  @Test func `a lab's own words are a translation of its woven form`() throws {
    let english = try #require(Lab.parse(text: TranslationTests.lab, file: "labs/01.md").lab)
    let text = try #require(try woven(TranslationTests.lab, TranslationTests.korean).text)
    let korean = try #require(Lab.parse(text: text, file: "labs/01.md").lab)
    let shown = try #require(korean.translated(by: Translation(of: english)).lab)
    #expect(shown.title == "A lab" && shown.text == text)
    let hints = shown.blocks.compactMap { if case .hint(let hint) = $0 { hint.text } else { nil } }
    #expect(hints == ["First.", "Second."])
  }

  @Test func `a language that is none is the author's mistake`() {
    let text = TranslationTests.lab.replacing("id: lab", with: "language: kr\nid: lab")
    let (lab, said) = Lab.parse(text: text, file: "labs/01.md")
    #expect(lab == nil && said.filter { $0.severity == .error }.map(\.line) == [3])
  }
}

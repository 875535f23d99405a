import Checking
import Diagnostics
import Labs
import Messages
import Testing

@Suite struct LabTests {
  static let text = """
    ---
    title: "Pixels: a beginning"
    id: pixels
    dataset: cardiac
    after: [intro]
    budget: {parameters: 5_000_000, minutes: 1.5}
    ---

    # Pixels

    A formula: $a_1 * b_1 < c$ in *words*.

    ```swift
    let shown = "prose"
    ```

    ```swift given
    let side = 256
    ```

    ```swift exercise=network
    let fc = Network("fc") {
      Input(shape: [.FIXME, side, 1])
    }
    ```
    ```text hint=network
    Count the **pixels**.
    ```
    ```text hint=network
    It is 256.
    ```
    ```yaml check=network
    - shape: {input1: [256, 256, 1], final: [131_072]}
    - parameters: 100_663_296
    ```

    ```yaml experiment=first
    network: fc
    training: training
    split: patient
    quick: {steps: 20}
    show: [curves, graph]
    ```
    ```yaml check=first
    - loss: falls
    - accuracy: ">= 0.45"
    - dice: "<=0.5"
    - permutation_gain: "<= 0.02"
    - beats: background
    ```
    ~~~~ yaml experiment=second
    network: fc
    training: {learning_rate: 1e-2, epochs: 3}
    ~~~~

    ```yaml question=why
    ask: >
      Why
      so many?
    choices:
      - {key: a, text: One, why: No.}
      - {key: b, text: Two, right: true, why: Yes.}
    ```
    ```text answer=why
    ?
    ```
    ```yaml question=share
    ask: How much?
    number: 0.984
    tolerance: 0.001
    why: Count.
    ```
    ```answer answer=share
     0.98
    ```
    Last words.
    """

  @Test("a lab without mistakes is read whole, in order")
  func whole() throws {
    let (lab, diagnostics) = Lab.parse(text: Self.text, file: "labs/pixels.md")
    #expect(diagnostics.map { $0.summary.text(in: .english) } == [])
    let read = try #require(lab)
    #expect(read.file == "labs/pixels.md")
    #expect(read.text == Self.text)
    #expect(read.title == "Pixels: a beginning")
    #expect(read.id == "pixels")
    #expect(read.dataset == "cardiac")
    #expect(read.after == ["intro"])
    #expect(read.budget?.parameters == 5_000_000)
    #expect(read.budget?.minutes == 1.5)
    #expect(read.blocks.map(Self.summary) == Self.summaries)
  }

  static let summaries = [
    "prose 9: h1[Pixels] p[A formula: math(a_1 * b_1 < c) in em(words).] code swift[let shown = \"prose\"\n]",
    "given 18: 1 let side = 256",
    "exercise 22: network let fc = Network(\"fc\") {\n  Input(shape: [.FIXME, side, 1])\n}",
    "hint 27: network Count the **pixels**. p[Count the strong(pixels).]",
    "hint 30: network It is 256. p[It is 256.]",
    "checks 32: network shape input1 [256, 256, 1] final [131072] (33) parameters 100,663,296 (34)",
    "experiment 37: first fc constant training patient 20 curves graph",
    "checks 44: first loss-falls (45) accuracy >= 0.45 (46) dice <= 0.5 (47) own-label-gain <= 0.02 (48) "
      + "beats-background (49)",
    "experiment 51: second fc values learningRate 0.01, epochs 3 image - ",
    "question 56: why Why so many? a One false No. b Two true Yes.",
    "answer 65: why ?",
    "question 67: share How much? 0.984 0.001 Count.",
    "answer 74: share 0.98",
    "prose 76: p[Last words.]",
  ]

  static func summary(_ block: Lab.Block) -> String {
    switch block {
    case .prose(let prose, let line): return "prose \(line): \(ProseText.text(prose))"
    case .given(let code): return "given \(code.line): \(code.id) \(code.body)"
    case .exercise(let code): return "exercise \(code.line): \(code.id) \(code.body)"
    case .hint(let hint): return "hint \(hint.line): \(hint.target) \(hint.text) \(ProseText.text(hint.prose))"
    case .checks(let checks):
      return "checks \(checks.line): \(checks.target) "
        + checks.list.map { "\(summary($0)) (\($0.line))" }.joined(separator: " ")
    case .experiment(let one):
      let steps = one.quickSteps.map(String.init) ?? "-"
      return "experiment \(one.line): \(one.id) \(one.network) \(summary(one.training)) \(one.split) \(steps) "
        + one.show.map(\.rawValue).joined(separator: " ")
    case .question(let question): return "question \(question.line): \(question.id) \(summary(question))"
    case .answer(let answer): return "answer \(answer.line): \(answer.question) \(answer.text)"
    }
  }

  static func summary(_ check: Lab.Check) -> String {
    ([check.name.rawValue] + check.planned.compactMap { $0?.text }).joined(separator: " ")
  }

  static func summary(_ training: Lab.TrainingSource) -> String {
    switch training {
    case .constant(let name): return "constant \(name)"
    case .values(let values): return "values " + values.words.joined(separator: ", ")
    }
  }

  static func summary(_ question: Lab.Question) -> String {
    switch question.form {
    case .choice(let choices):
      return question.text + " " + choices.map { "\($0.key) \($0.text) \($0.isRight) \($0.why)" }.joined(separator: " ")
    case .number(let value, let tolerance, let why): return "\(question.text) \(value) \(tolerance) \(why)"
    case .text(let why): return "\(question.text) \(why ?? "")"
    }
  }

  @Test("lines, columns and code are the same however lines end, and with a byte order mark")
  func lineEndings() throws {
    let expected = try #require(Lab.parse(text: Self.text, file: "a.md").lab)
    for (ending, mark) in [("\r\n", ""), ("\r", ""), ("\n", "\u{FEFF}"), ("\r\n", "\u{FEFF}")] {
      let (lab, diagnostics) = Lab.parse(text: mark + Self.text.replacing("\n", with: ending), file: "a.md")
      #expect(diagnostics.isEmpty)
      let blocks = try #require(lab).blocks.map { Self.summary($0).replacing(ending, with: "\n") }
      #expect(blocks == expected.blocks.map(Self.summary), "line ending \(ending.debugDescription)")
    }
  }

  @Test("a lab may have several lists of checks for one exercise")
  func severalChecks() throws {
    let more = Self.text + "\n\n```yaml check=network\n- parameters: 5\n```\n"
    let lab = try #require(Lab.parse(text: more, file: "a.md").lab)
    let targets = lab.blocks.compactMap { block in
      if case .checks(let checks) = block { return checks.target }
      return nil
    }
    #expect(targets == ["network", "first", "network"])
  }

  @Test("nothing at all is not a lab, and a message says so")
  func empty() {
    for text in ["", "\u{FEFF}", "\n", "---", "---\n", "---\n---", "---\n---\n"] {
      let (lab, diagnostics) = Lab.parse(text: text, file: "a.md")
      #expect(lab == nil)
      #expect(!diagnostics.isEmpty, "\(text.debugDescription)")
    }
  }
}

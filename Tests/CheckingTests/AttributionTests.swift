import Diagnostics
import Labs
import Messages
import Networks
import SegLab
import Testing

@testable import Checking
@testable import Workbench

/// Whose work something is the text decides, whatever the learner's program says of its lines.
struct AttributionTests {
  private static let text = """
    ```swift exercise=first
    let net = Network("net") {}
    let spare = 1
    ```
    ```yaml check=first
    - shape: {score: [32, 32, 2]}
    - parameters: 20
    ```
    ```swift exercise=second
    let scratch = Network("scratch") {}
    let training = Training()
    ```
    ```yaml experiment=e
    network: net
    training: training
    quick: {steps: 1}
    ```
    """

  private static let quick = LabJudge.Options(isQuick: true)

  /// Lines that a program can claim: the lab's front matter, none, one of another cell, and those that no file has.
  private static let claims = [1, 0, -7, 9, 16, 17, .max, .min]
  /// Those of them that are lines of cells of Swift.
  private static let visible = [9, 16, 17]

  private func answer(_ net: Network, scratch: Network? = nil, line: Int = 17) -> Answer {
    var answer = Answer()
    answer.networks = ["net": net, "scratch": scratch ?? JudgeFixture.network()]
    answer.trainings["training"] = Training(line: line)
    return answer
  }

  @Test(arguments: claims) func `a right network is its cell's, on whatever line it says that it stands`(line: Int)
    throws
  {
    let (fixture, lab) = (try JudgeFixture(), try JudgeFixture.lab(Self.text))
    let report = try fixture.report(on: lab, answer: answer(JudgeFixture.network(line: line), line: line), Self.quick)
    #expect(report.verdicts == [.passed, .passed, .tried])
    #expect(try report.cell("first").checks.map(\.name) == [.holes, .compiles, .shapesFit, .shape, .parameters])
    #expect(try report.cell("first").checks.first { $0.name == .shapesFit }?.line == 8)
    #expect(try report.cell("second").checks.last?.line == 17)
  }

  @Test(arguments: claims) func `a wrong one is nobody else's`(line: Int) throws {
    let (fixture, lab) = (try JudgeFixture(), try JudgeFixture.lab(Self.text))
    let report = try fixture.report(on: lab, answer: answer(JudgeFixture.network(reading: 3, line: line)), Self.quick)
    #expect(report.verdicts == [.notYet, .passed, .blocked])
    let fault = try #require(try report.cell("first").fault)
    #expect(fault.name == .shapesFit && fault.message?.id == "network.filterChannels")
    // A line of a cell of Swift is believed for a caret, and no other.
    #expect(fault.line == (Self.visible.contains(line) ? line : 8))
    #expect(report.diagnostics.allSatisfy { $0.line == fault.line })
    #expect(try report.cell("e").fault?.message == Message(CheckPhrase.blockedByCell("first")))
    #expect(fixture.begun == 0)
  }

  @Test(arguments: claims) func `a training or a sweep that cannot be done is its cell's`(line: Int) throws {
    let (fixture, lab) = (try JudgeFixture(), try JudgeFixture.lab(Self.text))
    var answer = answer(JudgeFixture.network())
    for makesSweep in [false, true] {
      answer.trainings = makesSweep ? [:] : ["training": Training(epochs: 0, line: line)]
      answer.sweeps = makesSweep ? ["training": Sweep(line: line) { for _ in 0..<65 { Training(line: line) } }] : [:]
      let report = try fixture.report(on: lab, answer: answer, Self.quick)
      #expect(report.verdicts == [.passed, .notYet, .blocked])
      #expect(try report.cell("second").fault?.name == .training)
      #expect(try report.cell("second").fault?.line == (Self.visible.contains(line) ? line : 17))
      #expect(try report.cell("e").fault?.message == Message(CheckPhrase.blockedByCell("second")))
    }
  }

  @Test func `scratch work beside what is trained is judged neither way`() throws {
    let fixture = try JudgeFixture()
    let text = Self.text.replacing("let spare = 1", with: "let scratch = Network(\"s\") {}\nlet aside = Training()")
      .replacing("let scratch = Network(\"scratch\") {}\nlet tr", with: "let tr")
    let lab = try JudgeFixture.lab(text)
    var right = answer(JudgeFixture.network(), scratch: JudgeFixture.network(5, reading: 3))
    right.trainings["aside"] = Training(loss: .binaryCrossEntropy)
    let passed = try fixture.report(on: lab, answer: right, Self.quick)
    #expect(passed.verdicts == [.passed, .passed, .tried])
    #expect(passed.diagnostics.isEmpty)
    let wrong = answer(JudgeFixture.network(reading: 3), scratch: JudgeFixture.network())
    #expect(try fixture.report(on: lab, answer: wrong, Self.quick).verdicts == [.notYet, .passed, .blocked])
  }

  @Test func `without an experiment the network that does best is judged`() throws {
    let text = """
      ```swift exercise=only
      let a = 1, b = 2, c = 3
      ```
      ```yaml check=only
      - parameters: 20
      ```
      """
    var answer = Answer()
    answer.networks = [
      "a": JudgeFixture.network(3), "b": JudgeFixture.network(2), "c": JudgeFixture.network(reading: 2),
    ]
    let fixture = try JudgeFixture()
    #expect(try fixture.report(on: JudgeFixture.lab(text), answer: answer).verdicts == [.passed])
    answer.networks["b"] = nil
    #expect(try fixture.report(on: JudgeFixture.lab(text), answer: answer).verdicts == [.notYet])
  }

  @Test func `what is asked for here and made elsewhere is to be moved`() throws {
    let fixture = try JudgeFixture()
    let text = Self.text.replacing("let net = Network(\"net\") {}\n", with: "")
      .replacing("let scratch = Network(\"scratch\") {}", with: "let net = Network(\"net\") {}")
    var answer = answer(JudgeFixture.network())
    answer.networks["scratch"] = nil
    let report = try fixture.report(on: JudgeFixture.lab(text), answer: answer, Self.quick)
    #expect(report.verdicts == [.notYet, .passed, .blocked])
    let first = try report.cell("first")
    #expect(first.fault?.message == Message(CheckPhrase.madeElsewhere(name: "net", kind: "Network", other: "second")))
    #expect(first.words.contains("“second”") && first.words.contains("`net`"))
    #expect(try report.cell("e").fault?.message == Message(CheckPhrase.blockedByCell("first")))
  }

  @Test func `the lab's budget holds for whatever is trained`() throws {
    let lab = try JudgeFixture.lab(
      "```swift given\nlet net = 1\n```\n```yaml experiment=e\nnetwork: net\ntraining: {epochs: 1}\nquick: {steps: 1}\n```\n",
      head: "budget: {parameters: 19}\n")
    var answer = Answer()
    answer.networks["net"] = JudgeFixture.network()
    let fixture = try JudgeFixture()
    let report = try fixture.report(on: lab, answer: answer, Self.quick)
    #expect(report.verdicts == [.notYet] && fixture.begun == 0)
    #expect(try report.cell("e").fault?.message == Message(CheckPhrase.overBudget(limit: 19, measured: 20)))
  }

  @Test func `a missing network is written for the learner to copy`() throws {
    let fixture = try JudgeFixture()
    let lab = try JudgeFixture.lab(Self.text.replacing("let net = Network(\"net\") {}\n", with: ""))
    var answer = answer(JudgeFixture.network())
    answer.networks = [:]
    let report = try fixture.report(on: lab, answer: answer, Self.quick)
    #expect(report.verdicts == [.notYet, .passed, .blocked])
    #expect(try report.cell("first").words.contains("`let net = Network(…)`"))
    answer.networks["net"] = JudgeFixture.network()
    answer.trainings = [:]
    let second = try fixture.report(on: JudgeFixture.lab(Self.text), answer: answer, Self.quick)
    #expect(second.verdicts == [.passed, .passed, .notYet] && fixture.begun == 0)
    #expect(try second.cell("e").words.contains("`let training = Training(…)`"))
  }
}

/// The same with cells that are compiled and run.
@Suite(.enabled(if: JudgeFixture.hasCompiler, "needs swiftc"), .serialized) struct CompiledAttributionTests {
  private static let quick = LabJudge.Options(isQuick: true)

  private static func experiment(_ id: String, _ network: String, training: String = "{epochs: 1}") -> String {
    "```yaml experiment=\(id)\nnetwork: \(network)\ntraining: \(training)\nquick: {steps: 1}\n```\n"
  }

  /// A cell that gives `score` so many channels.
  private static func layers(_ channels: Int, reading: Int = 1) -> String {
    "Input(shape: [32, 32, 1])\n  Conv2D(\"score\", filter: [3, 3, \(reading), \(channels)], activation: .identity)"
  }

  @Test func `helpers, tuples and lying lines`() async throws {
    let lab = try JudgeFixture.lab(
      """
      ```swift given
      func make(_ name: String, _ channels: Int) -> Network {
        Network(name) {
          Input(shape: [32, 32, 1])
          Conv2D("score", filter: [3, 3, 1, channels], activation: .identity)
        }
      }
      ```
      ```swift exercise=helped
      let helped = make("helped", 2)
      ```
      ```yaml check=helped
      - parameters: 20
      ```
      \(Self.experiment("h", "helped"))
      ```swift exercise=pair
      let (pair, pairTraining) = (make("pair", 3), Training(epochs: 0))
      ```
      ```yaml check=pair
      - parameters: 20
      ```
      \(Self.experiment("p", "pair", training: "pairTraining"))
      ```swift exercise=liar
      let liar = Network("liar", line: 17) {
        Input(shape: [32, 32, 1], line: 17)
        Conv2D("score", filter: [3, 3, 2, 2], activation: .identity, line: Int.max)
      }
      ```
      \(Self.experiment("l", "liar"))
      """)
    let report = try await JudgeFixture().report(on: lab, Self.quick)
    #expect(try report.cell("helped").verdict == .passed && report.cell("h").verdict == .tried)
    #expect(try report.cell("pair").verdict == .notYet && report.cell("liar").verdict == .notYet)
    #expect(try report.cell("p").fault?.message == Message(CheckPhrase.blockedByCell("pair")))
    #expect(try report.cell("l").fault?.message == Message(CheckPhrase.blockedByCell("liar")))
    #expect(report.experiments.map(\.id) == ["h"])
  }

  @Test(
    arguments: [
      // Hands over another network under the given one's name.
      "extension SegLab.Answer { mutating func add(_ name: String, _ network: Network) { networks[name] = own } }",
      // Stands before the module's own type.
      "func Network(_ name: String, layers: () -> Int) -> SegLab.Network { own }",
      "func Conv2D(_ name: String, filter: [Int], activation: Activation) -> SegLab.Conv2D {\n"
        + "  SegLab.Conv2D(name, filter: [1, 1, 1, 2], activation: .relu)\n}",
    ],
    [
      "let four = Network(\"four\") {\n  \(layers(2))\n}",
      "let (four, six) = (Network(\"four\") {\n  \(layers(2))\n}, 6)",
    ])
  func `what a given cell makes nobody replaces`(trick: String, given: String) async throws {
    let own =
      "let own = SegLab.Network(\"own\", line: 1, layers: [Input(shape: [32, 32, 1]), "
      + "SegLab.Conv2D(\"score\", filter: [5, 5, 1, 2], activation: .identity)])"
    let lab = try JudgeFixture.lab(
      "```swift given\n\(given)\n```\n```swift exercise=mine\n\(own)\n\(trick)\n```\n"
        + Self.experiment("g", "four") + Self.experiment("o", "own"))
    let report = try await JudgeFixture().report(on: lab, Self.quick)
    let trained = report.experiments.first { $0.id == "g" }
    #expect(trained == nil || trained?.layers.map(\.parameters) == [0, 20], "\(report.verdicts) \(report.diagnostics)")
  }

  @Test func `what a given cell makes of the learner's is trained as it is`() async throws {
    let lab = try JudgeFixture.lab(
      "```swift exercise=mine\nlet own = Network(\"own\") {\n  \(Self.layers(2))\n}\n```\n"
        + "```swift given\nlet four = own\nlet training = Training(batchSize: 2)\n```\n"
        + Self.experiment("g", "four", training: "training"))
    let report = try await JudgeFixture().report(on: lab, Self.quick)
    #expect(report.verdicts == [.passed, .tried], "\(report.cells.map(\.words))")
    #expect(report.experiments.first?.layers.map(\.parameters) == [0, 20])
  }

  @Test(arguments: ["", "func f(net: Int) {}\n", "// net\n", "struct S { let net = 1 }\n"])
  func `what no cell defines is not in the answer, whatever the program hands over`(text: String) async throws {
    let lab = try JudgeFixture.lab(
      """
      ```swift exercise=network
      \(text)let shown = Network("shown") {
        \(Self.layers(2))
      }
      let big = SegLab.Network("big", line: 1, layers: [Input(shape: [32, 32, 1]),
        Conv2D("score", filter: [9, 9, 1, 2], activation: .identity)])
      extension SegLab.Answer {
        mutating func add(_ name: String, _ network: Network) {
          networks[name] = shown
          networks["net"] = big
        }
      }
      ```
      ```yaml check=network
      - parameters: 20
      ```
      \(Self.experiment("e", "net"))
      """, head: "budget: {parameters: 100}\n")
    let report = try await JudgeFixture().report(on: lab, Self.quick)
    #expect(report.experiments.isEmpty && report.cells.last?.verdict == .blocked, "\(report.cells)")
    #expect(
      report.diagnostics.map { $0.summary.text(in: .english) }.joined().contains("needs the name `Answer` for itself"),
      "\(report.diagnostics)")
  }

  @Test(arguments: [
    // As text to the scan, which takes it for a string.
    "_ = (/\"/, 1); let net = big; _ = (/\"/, 1)", "let one = 1, net = big", "let (net, _) = (big, 1)",
  ])
  func `a network whose definition is hidden is judged where it is asked for`(definition: String) async throws {
    let lab = try JudgeFixture.lab(
      """
      ```swift exercise=before
      func speak(net: Int) {}
      let big = Network("big") {
        Input(shape: [32, 32, 1])
        Conv2D("score", filter: [9, 9, 1, 2], activation: .identity)
      }
      ```
      ```swift exercise=network
      let shown = Network("shown") {
        \(Self.layers(2))
      }
      \(definition)
      ```
      ```yaml check=network
      - parameters: 20
      ```
      \(Self.experiment("e", "net"))
      """)
    let report = try await JudgeFixture().report(on: lab, Self.quick)
    #expect(report.experiments.isEmpty && report.cells.last?.verdict == .blocked, "\(report.cells)")
    #expect(try report.cell("network").verdict == .notYet)
  }

  @Test func `a constant that no cell makes is named in the cell where it belongs`() async throws {
    let lab = try JudgeFixture.lab(
      "```swift exercise=network\nlet other = 3\n```\n```yaml check=network\n- parameters: 20\n```\n"
        + Self.experiment("e", "net"))
    let report = try await JudgeFixture().report(on: lab)
    #expect(report.verdicts == [.notYet, .blocked])
    #expect(report.diagnostics.map { $0.summary.text(in: .english) }.joined().contains("`let net = Network(…)`"))
    #expect(report.diagnostics.first?.line == 8)
  }

  @Test func `a cell that does not compile makes nothing`() async throws {
    let lab = try JudgeFixture.lab(
      "```swift exercise=broken\nlet net = Network(\"x\") { Missing() }\n```\n"
        + "```swift exercise=network\nlet net = Network(\"net\") {\n  \(Self.layers(2))\n}\n```\n"
        + "```yaml check=network\n- parameters: 20\n```\n" + Self.experiment("e", "net"))
    let report = try await JudgeFixture().report(on: lab, Self.quick)
    #expect(try report.cell("broken").verdict == .notYet)
    #expect(try report.cell("network").verdict == .passed)
  }
}

import Diagnostics
import Labs
import Messages
import SegLab
import Testing

@testable import Checking
@testable import Workbench

/// Which checks are made, in which order, and what waits for what.
struct OrderTests {
  private static let text = """
    ```swift exercise=network
    let net = Network("net") {}
    let training = Training()
    let preprocessing = Preprocessing {}
    func half(_ x: Double) -> Double { x / 2 }
    ```
    ```yaml check=network
    - shape: {score: [32, 32, 2]}
    - parameters: 20
    - function: {name: half, cases: [{given: [2], gives: 1}]}
    ```
    ```swift exercise=aside
    func own() -> Double { 1 }
    ```
    ```yaml check=aside
    - function: {name: own2, cases: [{given: [2], gives: 1}]}
    ```
    ```yaml experiment=e
    network: net
    training: training
    preprocessing: preprocessing
    quick: {steps: 1}
    ```
    ```yaml check=e
    - accuracy: ">= 0"
    - dice: ">= 0"
    ```
    ```yaml question=why
    ask: Why?
    number: 3
    tolerance: 0
    why: So.
    ```
    ```text answer=why
    3
    ```
    ```yaml question=open
    ask: What?
    number: 3
    tolerance: 0
    why: So.
    ```
    ```text answer=open
    ?
    ```
    """
  private static let head = "budget: {parameters: 100, minutes: 1}\n"
  private static let quick = LabJudge.Options(isQuick: true)
  private static let functions: [String: FunctionReply] = [
    "half": .outputs([.number(1)]), "own2": .outputs([.number(1)]),
  ]

  private static var right: Answer {
    var answer = Answer()
    answer.networks["net"] = JudgeFixture.network()
    answer.trainings["training"] = Training()
    answer.preprocessing["preprocessing"] = Preprocessing {}
    return answer
  }

  /// A way to go wrong, and the check that says so.
  struct Fault: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let check: CheckName
    var verdict = Verdict.notYet
    var answer: @Sendable (inout Answer) -> Void = { _ in }
    var functions: [String: FunctionReply] = [:]
    var cell: @Sendable (inout CellOutcome) -> Void = { _ in }
  }

  private static let diagnostic = Diagnostic(.error, file: "labs/01-test.md", line: 8, WorkbenchPhrase.hole)

  private static let faults: [Fault] = [
    Fault(
      testDescription: "holes", check: .holes, verdict: .notAttempted,
      cell: { ($0.state, $0.holes) = (.holes, [diagnostic, diagnostic]) }),
    Fault(testDescription: "a mistake", check: .compiles, cell: { ($0.state, $0.errors) = (.broken, [diagnostic]) }),
    Fault(testDescription: "a crash", check: .runs, verdict: .error, cell: { $0.state = .stopped(.endedEarly) }),
    Fault(
      testDescription: "no fit", check: .shapesFit, answer: { $0.networks["net"] = JudgeFixture.network(reading: 2) }),
    Fault(
      testDescription: "another shape", check: .shape,
      answer: {
        $0.networks["net"] = Network("net", line: 1) {
          Input(shape: [32, 32, 1], line: 1)
          Conv2D("score", filter: [3, 3, 1, 4], activation: .relu, line: 1)
          Conv2D("end", filter: [1, 1, 4, 2], activation: .identity, line: 1)
        }
      }),
    Fault(
      testDescription: "other parameters", check: .parameters,
      answer: {
        $0.networks["net"] = Network("net", line: 1) {
          Input(shape: [32, 32, 1], line: 1)
          Conv2D("score", filter: [1, 1, 1, 2], activation: .identity, line: 1)
        }
      }),
    Fault(
      testDescription: "no training", check: .training, answer: { $0.trainings["training"] = Training(batchSize: 0) }),
    Fault(
      testDescription: "no preprocessing", check: .preprocessing,
      answer: { $0.preprocessing["preprocessing"] = Preprocessing { Resize(width: 0, height: 2) } }),
    Fault(testDescription: "a wrong function", check: .function, functions: ["half": .outputs([.number(2)])]),
  ]

  /// All checks of the cell, in order; that of the run is only there where it stopped.
  private static let order: [CheckName] = [
    .holes, .compiles, .shapesFit, .shape, .parameters, .budget, .training, .preprocessing, .function,
  ]

  @Test func `everything right passes, each check in its place`() throws {
    let fixture = try JudgeFixture()
    let report = try fixture.report(
      on: JudgeFixture.lab(Self.text, head: Self.head), answer: Self.right, functions: Self.functions, Self.quick)
    #expect(report.verdicts == [.passed, .passed, .tried, .passed, .notAttempted], "\(report.cells.map(\.words))")
    #expect(try report.cell("network").checks.map(\.name) == Self.order)
    #expect(try report.cell("e").checks.map(\.name) == [.accuracy, .dice])
    #expect(report.verdict == .notAttempted && report.isQuick && report.file == "labs/01-test.md")
    #expect(fixture.begun == 1 && fixture.steps == 1 && fixture.kept.runs.count == 1)
  }

  @Test(arguments: faults) func `after the first fault everything waits, and questions do not`(fault: Fault) throws {
    var answer = Self.right
    fault.answer(&answer)
    let fixture = try JudgeFixture()
    let report = try fixture.report(
      on: JudgeFixture.lab(Self.text, head: Self.head), answer: answer,
      functions: Self.functions.merging(fault.functions) { $1 }, Self.quick
    ) { if $0.id == "network" { fault.cell(&$0) } }
    let checks = try report.cell("network").checks
    let place = try #require(checks.firstIndex { $0.name == fault.check })
    #expect(checks[..<place].allSatisfy { $0.verdict == .passed }, "\(checks.map { "\($0.name) \($0.verdict)" })")
    #expect(checks[place].verdict == fault.verdict)
    #expect(checks[(place + 1)...].allSatisfy { $0.verdict == .blocked })
    for check in checks[(place + 1)...] { #expect(check.message == Message(CheckPhrase.blockedByCheck(fault.check))) }
    #expect(try report.cell("network").verdict == fault.verdict)
    #expect(try report.cell("aside").verdict == .passed)
    let waiting = try report.cell("e")
    #expect(waiting.verdict == .blocked && waiting.checks.count == 2 && fixture.begun == 0)
    #expect(waiting.checks.allSatisfy { $0.message == Message(CheckPhrase.blockedByCell("network")) })
    #expect(try report.cell("why").verdict == .passed && report.cell("open").verdict == .notAttempted)
  }

  @Test func `an exercise that the experiment needs nothing of stands in nobody's way`() throws {
    let fixture = try JudgeFixture()
    for reply in [FunctionReply.outputs([.number(7)]), .missing, .unfit, .notTried] {
      let report = try fixture.report(
        on: JudgeFixture.lab(Self.text, head: Self.head), answer: Self.right,
        functions: Self.functions.merging(["own2": reply]) { $1 }, Self.quick)
      #expect(try report.cell("e").verdict == .tried && report.cell("aside").verdict != .passed)
    }
  }

  @Test(arguments: ["network", "training", "preprocessing"])
  func `an experiment waits for the cell that makes what it needs`(needed: String) throws {
    let names = ["network", "training", "preprocessing"]
    let cells = names.map { "```swift exercise=\($0)\nlet my\($0) = 1\n```\n" }.joined()
    let lab = try JudgeFixture.lab(
      cells + "```yaml experiment=e\nnetwork: mynetwork\ntraining: mytraining\npreprocessing: mypreprocessing\n```\n"
        + "```yaml experiment=free\nnetwork: other\ntraining: {epochs: 1}\nquick: {steps: 1}\n```\n"
        + "```swift given\nlet other = 1\n```\n")
    var answer = Answer()
    answer.networks = ["mynetwork": JudgeFixture.network(), "other": JudgeFixture.network()]
    answer.trainings["mytraining"] = Training()
    answer.preprocessing["mypreprocessing"] = Preprocessing {}
    let report = try JudgeFixture().report(on: lab, answer: answer, Self.quick) {
      if $0.id == needed { ($0.state, $0.errors) = (.broken, [Self.diagnostic]) }
    }
    #expect(try report.cell("e").fault?.message == Message(CheckPhrase.blockedByCell(needed)))
    #expect(try report.cell("free").verdict == .tried)
  }

  @Test func `without any answer nothing is the learner's fault`() throws {
    let fixture = try JudgeFixture()
    let report = try fixture.report(
      on: JudgeFixture.lab(Self.text, head: Self.head), answer: nil, failure: .answerTooLong(bytes: 9, limit: 8),
      Self.quick)
    #expect(report.verdict == .error && report.verdicts == [.error, .error, .blocked, .passed, .notAttempted])
    #expect(try report.cell("network").fault?.message?.id == "program.answerTooLong")
    #expect(try report.cell("e").fault?.message == Message(CheckPhrase.blockedByCell("network")))
    let given = try JudgeFixture.lab(
      "```swift given\nlet net = 1\n```\n```yaml experiment=e\nnetwork: net\ntraining: {epochs: 1}\n```\n"
        + "```yaml check=e\n- accuracy: \">= 0\"\n```\n")
    let alone = try fixture.report(on: given, answer: nil, failure: .overTime(seconds: 5))
    #expect(alone.verdict == .error && alone.verdicts == [.error])
    #expect(try alone.cell("e").checks.map(\.verdict) == [.error, .blocked] && fixture.begun == 0)
  }

  @Test func `a set that is not there is nobody's mistake`() throws {
    let lab = try JudgeFixture.lab(Self.text, head: Self.head)
    let options = LabJudge.Options(dataset: "none", isQuick: true)
    let report = try JudgeFixture().report(on: lab, answer: Self.right, functions: Self.functions, options)
    #expect(try report.cell("network").verdict == .passed)
    #expect(try report.cell("e").checks.map(\.verdict) == [.error, .blocked, .blocked])
    #expect(try report.cell("e").words.contains("hearts"))
  }

  @Test func `only the experiments that were asked for are in the report`() throws {
    let lab = try JudgeFixture.lab(Self.text, head: Self.head)
    var options = Self.quick
    options.experiments = []
    let report = try JudgeFixture().report(on: lab, answer: Self.right, functions: Self.functions, options)
    #expect(report.cells.map(\.id) == ["network", "aside", "why", "open"] && report.experiments.isEmpty)
  }
}

import Experiments
import Labs
import Messages
import Networks
import SegLab
import Testing

@testable import Checking
@testable import Workbench

/// What a run may be called, in which order verdicts come, and what is not trained unasked.
struct VerdictTests {
  private static let text = """
    ```swift given
    let given = 1
    ```
    ```yaml experiment=first
    network: given
    training: {epochs: 1}
    quick: {steps: 1}
    ```
    ```yaml check=first
    - accuracy: ">= 0.99999"
      quick: ">= 0"
    ```
    ```yaml question=why
    ask: Why?
    number: 3
    tolerance: 0
    why: So.
    ```
    ```text answer=why
    ?
    ```
    ```swift exercise=network
    let net = Network("net") {}
    ```
    ```yaml experiment=second
    network: net
    training: {epochs: 2}
    quick: {steps: 1000}
    ```
    ```yaml check=second
    - accuracy: ">= 0"
    ```
    """
  private static var answer: Answer {
    var answer = Answer()
    answer.networks["given"] = JudgeFixture.network(line: 11)
    answer.networks["net"] = JudgeFixture.network(line: 32)
    return answer
  }
  private static let quick = LabJudge.Options(isQuick: true)

  @Test func `a training that the quick profile stopped is tried and never passed, a whole one is passed`() throws {
    let fixture = try JudgeFixture()
    let report = try fixture.report(on: JudgeFixture.lab(Self.text), answer: Self.answer, Self.quick)
    let first = try report.cell("first")
    #expect(first.verdict == .tried && first.checks.map(\.verdict) == [.tried] && first.checks[0].message == nil)
    // Its thousand steps are more than the training has.
    #expect(try report.cell("second").verdict == .passed)
    #expect(report.experiments.map { $0.quick?.steps } == [1, nil])
    #expect(report.quick?.steps ?? 0 < report.quick?.all ?? 0)
    let full = try fixture.report(on: JudgeFixture.lab(Self.text), answer: Self.answer)
    #expect(full.quick == nil && full.experiments.allSatisfy { $0.quick == nil })
    #expect(try full.cell("first").verdict == .notYet, "the full bar is another")
  }

  @Test func `what weighs less than a whole training never makes a lab pass`() {
    #expect(Verdict(of: [.passed, .tried]) == .tried)
    #expect(Verdict(of: [.tried, .blocked]) == .blocked && Verdict(of: [.tried, .notAttempted]) == .notAttempted)
    #expect(Verdict.allCases.filter(\.isRight) == [.passed, .tried])
  }

  @Test func `exercises and questions are told before anything trains, and each training when it is done`() throws {
    let fixture = try JudgeFixture()
    var told: [(cells: [String], begun: Int)] = []
    var begun = 0
    let lab = try JudgeFixture.lab(Self.text)
    let report = try fixture.judge(Self.quick).report(
      on: lab, JudgeFixture.outcome(lab, Self.answer), [],
      watch: { (event: LaboratoryEvent) in if case .began = event { begun += 1 } },
      soFar: { told.append(($0.cells.map(\.id), begun)) })
    #expect(told.map { $0.cells } == [["why", "network"], ["first"], ["second"]])
    #expect(told.map { $0.begun } == [0, 1, 2])
    #expect(report.cells.map(\.id) == ["first", "why", "network", "second"], "the order of the lab")
  }

  @Test func `nothing is trained beyond the first own cell that is not right, unless it is asked for`() throws {
    let fixture = try JudgeFixture()
    var options = Self.quick
    options.stopsAtFirst = true
    let report = try fixture.report(on: JudgeFixture.lab(Self.text), answer: Self.answer, options)
    #expect(report.verdicts == [.tried, .notAttempted, .passed, .blocked] && fixture.begun == 1)
    #expect(try report.cell("second").checks[0].message == Message(StandingPhrase.inOrder(cell: "why", lab: "test")))
    let wrong = Self.text.replacing("\n?\n", with: "\n4\n")
    let second = try fixture.report(on: JudgeFixture.lab(wrong), answer: Self.answer, options)
    #expect(second.verdicts == [.tried, .notYet, .passed, .blocked])
    let right = Self.text.replacing("\n?\n", with: "\n3\n")
    let third = try fixture.report(on: JudgeFixture.lab(right), answer: Self.answer, options)
    #expect(third.verdicts == [.tried, .passed, .passed, .passed])
  }

  @Test func `an open question keeps back what comes after it`() throws {
    let lab = try JudgeFixture.lab(Self.text)
    #expect(lab.openQuestion(before: "first") == nil && lab.openQuestion(before: "second") == "why")
    #expect(try JudgeFixture.lab(Self.text.replacing("\n?\n", with: "\n4\n")).openQuestion(before: "second") == nil)
  }

  @Test func `images that are missing are said first, and nothing is held against what the lab brings along`() throws {
    let fixture = try JudgeFixture()
    var answer = Self.answer
    // As many classes as grey values: nothing but the set's labels can say that this is right.
    answer.networks["given"] = JudgeFixture.network(256, line: 11)
    let options = LabJudge.Options(dataset: "knee", isQuick: true)
    let report = try fixture.report(on: JudgeFixture.lab(Self.text), answer: answer, options)
    #expect(report.diagnostics.isEmpty && fixture.begun == 0)
    #expect(
      try report.cell("first").checks[0].verdict == .error && report.cell("first").words.contains("data make knee"))
    #expect(report.remarks.first?.text(in: .english).contains("`seglab data make knee`") == true)
  }

  @Test func `each image has its measures, the worst comes first, and what is empty is defined`() throws {
    let fixture = try JudgeFixture()
    var options = LabJudge.Options()
    options.withOverlays = true
    let report = try fixture.report(on: JudgeFixture.lab(Self.text), answer: Self.answer, options)
    let run = try #require(report.experiments.first)
    let worst = run.images.worstFirst
    #expect(worst.map(\.dice) == worst.map(\.dice).sorted() && worst.count == run.validationImages)
    #expect(run.overlays.map(\.name) == worst.prefix(run.overlays.count).map(\.name))
    #expect(run.score?.dice == run.metrics.dice && run.score?.precision == run.metrics.precision)
    #expect(run.background?.dice == 0 && run.background?.precision == nil && run.background?.recall == 0)
    let empty = ImageScore(name: "a", patient: "", confusion: .init(trueNegatives: 4), hausdorff95: 0)
    #expect(empty.score == empty.background && empty.score.dice == 1 && empty.score.recall == 1)
    let missed = ImageScore(name: "b", patient: "", confusion: .init(falseNegatives: 2, trueNegatives: 2))
    #expect(missed.score.dice == 0 && missed.score.precision == nil && missed.score.hausdorff95 == nil)
  }

  @Test func `of many images the worst are shown, then the middle one and the best`() {
    let scores = (0..<20).map { number in
      ImageScore(
        name: "\(number)", patient: "",
        confusion: .init(truePositives: (number * 7) % 20, falsePositives: 20, falseNegatives: 1))
    }
    let shown = ExperimentReport.shown(of: scores).map { scores[$0].dice }
    let all = scores.map(\.dice).sorted()
    #expect(shown == [all[0], all[1], all[2], all[3], all[10], all[19]])
  }
}

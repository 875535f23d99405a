import Networks
import Phrases
import SegLab
import Testing

@testable import Checking
@testable import Labs

struct CheckerTests {
  private func metrics(accuracy: Double = 0.5, dice: Double = 0.03, swapped: Double = 0.03) -> Metrics {
    Metrics(
      loss: 1, accuracy: accuracy, dice: dice, meanDice: dice, baselineAccuracy: 0.9835, swappedDice: swapped)
  }

  private func history(_ losses: [Double]) -> [HistoryPoint] {
    losses.enumerated().map {
      HistoryPoint(step: $0.offset, epoch: 0, loss: $0.element, accuracy: 0, learningRate: 0.01)
    }
  }

  @Test func anAccuracyBelowTheBackgroundsPassesItsBarAndSaysWhatThatMeans() {
    let result = MetricsChecker.check(
      accuracy: Lab.Bound(comparison: .atLeast, limit: 0.45), metrics: metrics(), line: 9)
    #expect(result.verdict == .passed)
    #expect(result.expected == ">= 0.45" && result.measured == "0.5000" && result.line == 9)
    #expect(result.message?.text(in: .english).contains("0.9835") == true)
  }

  @Test func anAccuracyBelowItsBarIsNotYet() {
    let result = MetricsChecker.check(
      accuracy: Lab.Bound(comparison: .atLeast, limit: 0.97), metrics: metrics(), line: 9)
    #expect(result.verdict == .notYet)
  }

  @Test func anAccuracyThatIsNoNumberIsNotYet() {
    let result = MetricsChecker.check(
      accuracy: Lab.Bound(comparison: .atLeast, limit: 0), metrics: metrics(accuracy: .nan), line: 9)
    #expect(result.verdict == .notYet)
  }

  @Test(arguments: [(0.031, 0.03, Verdict.passed), (0.8, 0.5, .notYet)])
  func predictionsThatKnowNothingOfTheirImagesFitOtherLabelsAsWell(own: Double, swapped: Double, verdict: Verdict) {
    let bound = Lab.Bound(comparison: .atMost, limit: 0.02)
    let result = MetricsChecker.check(ownLabelGain: bound, metrics: metrics(dice: own, swapped: swapped), line: 1)
    #expect(result.verdict == verdict)
  }

  @Test func equalToTheBackgroundIsNotAboveIt() {
    #expect(BaselineChecker.check(metrics: metrics(accuracy: 0.9835), line: 1).verdict == .notYet)
    #expect(BaselineChecker.check(metrics: metrics(accuracy: 0.984), line: 1).verdict == .passed)
  }

  @Test func oneHighStepAtTheEndDoesNotHideALossThatFalls() {
    let falling = (0..<100).map { 10 - Double($0) * 0.05 }
    #expect(LossChecker.check(history: history(falling.dropLast() + [9]), line: 1).verdict == .passed)
    #expect(LossChecker.check(history: history(falling.reversed()), line: 1).verdict == .notYet)
  }

  @Test(arguments: [[Double](), [3], [.nan, .nan]])
  func aLossThatCannotBeComparedHasNotFallen(losses: [Double]) {
    #expect(LossChecker.check(history: history(losses), line: 1).verdict == .notYet)
  }

  @Test(arguments: [
    ("b", Verdict.passed), ("B", .passed), ("a", .notYet), ("z", .notYet), ("", .notAttempted), ("?", .notAttempted),
  ])
  func aChoiceIsJudgedByItsKey(answer: String, verdict: Verdict) {
    let question = Lab.Question(
      id: "why", text: "Why?",
      form: .choice([
        Lab.Choice(key: "a", text: "A", isRight: false, why: "No."),
        Lab.Choice(key: "b", text: "B", isRight: true, why: "Yes."),
      ]), line: 3)
    let result = QuestionChecker.check(question, answer: Lab.Answer(question: "why", text: answer, line: 7))
    #expect(result.verdict == verdict)
    if verdict == .passed { #expect(result.message?.text(in: .english) == "Yes.") }
  }

  @Test(arguments: [
    ("0.98", Verdict.passed), ("0.9835", .passed), ("0.5", .notYet), ("much", .notYet), ("nan", .notYet),
    ("inf", .notYet),
  ])
  func aNumberIsRightWithinItsTolerance(answer: String, verdict: Verdict) {
    let question = Lab.Question(
      id: "n", text: "How much?", form: .number(value: 0.984, tolerance: 0.005, why: "Because."), line: 3)
    let result = QuestionChecker.check(question, answer: Lab.Answer(question: "n", text: answer, line: 7))
    #expect(result.verdict == verdict)
  }

  @Test func aQuestionWithoutAnAnswerCellIsNotAttempted() {
    let question = Lab.Question(id: "n", text: "?", form: .number(value: 1, tolerance: 0, why: ""), line: 3)
    #expect(QuestionChecker.check(question, answer: nil).verdict == .notAttempted)
  }

  @Test(arguments: [
    (Training(learningRate: 0), "learningRate"), (Training(learningRate: .nan), "learningRate"),
    (Training(decayRate: 0), "decayRate"), (Training(decaySteps: 0), "decaySteps"), (Training(epochs: 0), "epochs"),
    (Training(epochs: .max), "epochs"), (Training(batchSize: -1), "batchSize"),
  ])
  func aTrainingThatCannotBeDoneIsNamedByItsFirstBadNumber(training: Training, field: String) {
    let result = TrainingChecker.check(training)
    #expect(result.verdict == .notYet)
    #expect(result.expected.hasPrefix(field))
  }

  @Test func theDefaultTrainingCanBeDone() { #expect(TrainingChecker.check(Training()).verdict == .passed) }
}

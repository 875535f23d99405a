import Messages
import Networks
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

  private func falls(_ history: [HistoryPoint], isQuick: Bool = false) -> CheckResult {
    LossFallsCheck().result(for: CheckedRun(metrics: metrics(), history: history, isQuick: isQuick), line: 1)
  }

  @Test func anAccuracyBelowTheBackgroundsPassesItsBarAndSaysWhatThatMeans() {
    let result = AccuracyCheck(bound: Lab.Bound(comparison: .atLeast, limit: 0.45)).result(
      for: CheckedRun(metrics: metrics()), line: 9)
    #expect(result.verdict == .passed)
    #expect(result.expected?.text == ">= 0.45" && result.measured?.text == "0.5000" && result.line == 9)
    #expect(result.message?.text(in: .english).contains("0.9835") == true)
  }

  @Test func anAccuracyBelowItsBarIsNotYet() {
    let result = AccuracyCheck(bound: Lab.Bound(comparison: .atLeast, limit: 0.97)).result(
      for: CheckedRun(metrics: metrics()), line: 9)
    #expect(result.verdict == .notYet)
  }

  @Test func anAccuracyThatIsNoNumberIsNotYet() {
    let result = AccuracyCheck(bound: Lab.Bound(comparison: .atLeast, limit: 0)).result(
      for: CheckedRun(metrics: metrics(accuracy: .nan)), line: 9)
    #expect(result.verdict == .notYet)
  }

  @Test(arguments: [(0.031, 0.03, Verdict.passed), (0.8, 0.5, .notYet)])
  func predictionsThatKnowNothingOfTheirImagesFitOtherLabelsAsWell(own: Double, swapped: Double, verdict: Verdict) {
    let bound = Lab.Bound(comparison: .atMost, limit: 0.02)
    let result = PermutationGainCheck(bound: bound).result(
      for: CheckedRun(metrics: metrics(dice: own, swapped: swapped)), line: 1)
    #expect(result.verdict == verdict)
  }

  @Test func equalToTheBackgroundIsNotAboveIt() {
    #expect(
      BeatsBackgroundCheck().result(for: CheckedRun(metrics: metrics(accuracy: 0.9835)), line: 1).verdict == .notYet)
    #expect(
      BeatsBackgroundCheck().result(for: CheckedRun(metrics: metrics(accuracy: 0.984)), line: 1).verdict == .passed)
  }

  @Test func oneHighStepAtTheEndDoesNotHideALossThatFalls() {
    let falling = (0..<100).map { 10 - Double($0) * 0.05 }
    #expect(falls(history(falling.dropLast() + [9])).verdict == .passed)
    #expect(falls(history(falling.reversed())).verdict == .notYet)
  }

  @Test func aFallThatChanceAloneWouldGiveIsNone() {
    // Nothing is learned: the losses of pictures that are easy and hard, in an order that ends with some easy ones.
    let losses = (0..<200).map { step in 4 + (step * 7919 % 13 < 6 ? 0.8 : -0.7) - (step > 150 ? 0.05 : 0) }
    let result = falls(history(losses))
    #expect(result.verdict == .notYet)
    #expect(result.message?.text(in: .english).contains("no more than chance alone moves it") == true)
    // The few steps of a quick profile cannot tell.
    #expect(falls(history(losses), isQuick: true).verdict == .passed)
  }

  @Test(arguments: [[Double](), [3], [.nan, .nan]])
  func aLossThatCannotBeComparedHasNotFallen(losses: [Double]) {
    #expect(falls(history(losses)).verdict == .notYet)
  }

  @Test(arguments: [
    ("b", Verdict.passed), ("B", .passed), ("a", .notYet), ("z", .notYet), ("", .notAttempted), ("?", .notAttempted),
    ("②", .passed), ("2번", .passed), ("나번", .passed), ("②번", .passed), ("둘째", .passed), ("두 번째", .passed),
    ("다번", .notYet), ("셋째", .notYet), ("ㄴ", .passed), ("나", .passed), ("ㄱ", .notYet), ("④", .notYet), ("두 번", .notYet),
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

  @Test(arguments: [
    ("?\n0.984", Verdict.passed), ("0.984\n?", .passed), ("？\n 0.984 ", .passed), ("?\n0.5", .notYet),
    ("?\n?", .notYet),
    ("0.984\n0.984", .notYet), ("0.984만큼", .passed), ("0.984정도", .passed), ("? 0.984", .notYet),
  ])
  func `a mark on a line of its own is only forgotten`(answer: String, verdict: Verdict) {
    let question = Lab.Question(
      id: "n", text: "How much?", form: .number(value: 0.984, tolerance: 0.005, why: "Because."), line: 3)
    #expect(QuestionChecker.check(question, answer: answer).verdict == verdict)
  }

  @Test func aQuestionWithoutAnAnswerCellIsNotAttempted() {
    let question = Lab.Question(id: "n", text: "?", form: .number(value: 1, tolerance: 0, why: ""), line: 3)
    #expect(QuestionChecker.check(question, answer: nil).verdict == .notAttempted)
  }

  @Test(arguments: [
    (Training(learningRate: 0), "learningRate"), (Training(learningRate: .nan), "learningRate"),
    (Training(decayRate: 0), "decayRate"), (Training(decaySteps: 0), "decaySteps"), (Training(epochs: 0), "epochs"),
    (Training(epochs: .max), "epochs"), (Training(batchSize: -1), "batchSize"),
    (Training(optimizer: .momentum(1)), "momentum"), (Training(optimizer: .adam(beta2: 1)), "beta2"),
    (Training(optimizer: .adamW(weightDecay: Double.hole)), "weightDecay"),
    (Training(schedule: .warmUp(steps: 3, then: .cosine(steps: 0))), "steps"),
    (Training(schedule: .exponential(rate: 1.5, steps: 3)), "rate"), (Training(loss: .weighted([])), "loss"),
    (Training(loss: Double.hole * .dice()), "weight"), (Training(loss: .dice(smoothing: -1)), "smoothing"),
    (Training(classWeights: [0, 0]), "classWeights"), (Training(classWeights: [1, -1]), "classWeights"),
    (Training(weightDecay: -1), "weightDecay"), (Training(clipNorm: 0), "clipNorm"),
    (Training(earlyStopping: EarlyStopping(patience: Int.hole)), "patience"),
    (Training(checkpointEvery: 0), "checkpointEvery"),
  ])
  func aTrainingThatCannotBeDoneIsNamedByItsFirstBadNumber(training: Training, field: String) {
    let result = TrainingChecker.check(training)
    #expect(result.verdict == .notYet)
    #expect(result.expected?.text.hasPrefix(field) == true)
  }

  /// Numbers that would train, and do nothing, divide by nothing, or never end.
  @Test(arguments: [
    (Training(learningRate: .leastNonzeroMagnitude), "learningRate", "so small that no weight moves"),
    (Training(learningRate: 9.9e-8), "learningRate", "so small that no weight moves"),
    (Training(decayRate: 1e-300), "decayRate", "so small that no weight moves"),
    (Training(clipNorm: 1e-40), "clipNorm", "so small that no weight moves"),
    (Training(schedule: .step(every: 3, factor: 1e-20)), "factor", "so small that no weight moves"),
    (Training(schedule: .exponential(rate: 1e-20, steps: 3)), "rate", "so small that no weight moves"),
    (Training(schedule: .warmUp(steps: .max, then: .constant)), "steps", "at least 1 and at most 1000000"),
    (Training(loss: 1e-300 * .dice()), "weight", "so small that no weight moves"),
    (Training(loss: 1e200 * (1e200 * .dice())), "weight", "at most 1000000.0"),
    (Training(loss: .dice(smoothing: 1e9)), "smoothing", "at most 1000000.0"),
    (Training(optimizer: .adam(epsilon: .leastNonzeroMagnitude)), "epsilon", "so small that it counts as 0"),
    (Training(optimizer: .adam(beta1: 1 - 1e-16)), "beta1", "at most 0.999999"),
    (Training(optimizer: .nesterov(0.9999999)), "momentum", "at most 0.999999"),
    (Training(classWeights: [0, 1e-300]), "classWeights", "so small that it counts as 0"),
    (Training(weightDecay: 1e-300), "weightDecay", "so small that it counts as 0"),
    (
      Training(earlyStopping: EarlyStopping(patience: 2, metric: .dice, minimumChange: 1.5)), "minimumChange",
      "at least 0 and at most 1"
    ),
    (Training(loss: .weighted([])), "loss", "a sum of nothing"),
    (
      Training(loss: .weighted(Array(repeating: Loss.Part(weight: 0.1, loss: .dice()), count: 17))), "loss",
      "more than 16"
    ),
  ])
  func aTrainingThatWouldDoNothingSaysSo(training: Training, field: String, words: String) throws {
    let result = TrainingChecker.check(training, classes: 2)
    #expect(result.verdict == .notYet && result.expected?.text.hasPrefix(field) == true)
    let message = try #require(result.message)
    #expect(message.text(in: .english).contains(words), "\(message.text(in: .english))")
    #expect(message.text(in: .korean) != message.text(in: .english))
  }

  @Test func smallAndLargeNumbersThatTrainAreLeftAlone() {
    for training in [
      Training(learningRate: 1e-7), Training(decaySteps: .max, checkpointEvery: .max),
      Training(optimizer: .adam(beta1: 0, beta2: 0.999_999, epsilon: 1e-12)), Training(weightDecay: 0),
      Training(learningRate: 1e-6, optimizer: .momentum(0.99)), Training(schedule: .cosine(steps: .max)),
      Training(loss: .dice(smoothing: 0)), Training(classWeights: [0, 1e-12]),
      Training(earlyStopping: EarlyStopping(patience: .max)),
    ] {
      #expect(TrainingChecker.check(training, classes: 2).verdict == .passed)
    }
  }

  @Test func theDefaultTrainingCanBeDone() { #expect(TrainingChecker.check(Training()).verdict == .passed) }

  @Test func aTrainingWithEverythingCanBeDone() {
    let training = Training(
      learningRate: 0.1, batchSize: 8, optimizer: .adamW(), schedule: .warmUp(steps: 10, then: .cosine(steps: 90)),
      loss: 0.5 * .crossEntropy + .dice(), classWeights: [1, 5], weightDecay: 1e-4, clipNorm: 1,
      earlyStopping: EarlyStopping(patience: 3, metric: .dice), keepBest: true)
    #expect(TrainingChecker.check(training, classes: 2).verdict == .passed)
  }

  @Test func lossesThatWantOneChannelAndSeveralContradict() {
    let result = TrainingChecker.check(Training(loss: .crossEntropy + 0.5 * .binaryCrossEntropy))
    #expect(result.verdict == .notYet)
    #expect(result.message?.text(in: .english).hasPrefix("The loss adds cross-entropy, which takes two") == true)
  }

  @Test func weightsForOtherClassesThanTheNetworksAreAFault() {
    let result = TrainingChecker.check(Training(classWeights: [1, 2, 3]), classes: 2)
    #expect(result.verdict == .notYet && result.expected == .count(2) && result.measured == .count(3))
    #expect(TrainingChecker.check(Training(classWeights: [1, 2, 3])).verdict == .passed)
  }

  @Test func otherMeasuresAreHeldAgainstTheirBounds() {
    let atLeast = Lab.Bound(comparison: .atLeast, limit: 0.5)
    let measured = MetricCheck(metric: .iou, bound: atLeast).result(
      for: CheckedRun(metrics: metrics(dice: 0.8)), line: 9)
    #expect(measured.verdict == .passed && measured.name == .iou && measured.measured?.text == "0.6667")
    let low = MetricCheck(metric: .meanDice, bound: atLeast).result(
      for: CheckedRun(metrics: metrics(dice: 0.25)), line: 9)
    #expect(low.verdict == .notYet && low.name == .meanDice)
    #expect(
      low.message?.text(in: .english)
        == "Mean of the images' Dice coefficients: 0.2500; it should be at least 0.5. "
        + "Look at the predictions, then train longer or change the learning rate.")
    let near = Lab.Bound(comparison: .atMost, limit: 10)
    let missing = MetricCheck(metric: .hausdorff95, bound: near).result(for: CheckedRun(metrics: metrics()), line: 9)
    #expect(missing.verdict == .notYet && missing.measured == nil)
    #expect(missing.message?.text(in: .korean).hasPrefix("하우스도르프 거리(95 %, 픽셀): 기준은 10.0 이하인데") == true)
  }
}

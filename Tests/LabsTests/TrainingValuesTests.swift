import Diagnostics
import Messages
import Testing

@testable import Labs

@Suite struct TrainingValuesTests {
  func training(_ yaml: String) throws -> Lab.TrainingSource {
    let text = "---\ntitle: T\nid: t\ndataset: cardiac\n---\n\n```yaml experiment=first\nnetwork: fcn\n\(yaml)\n```\n"
    let (lab, diagnostics) = Lab.parse(text: text, file: "t.md")
    for diagnostic in diagnostics { Issue.record("\(diagnostic.line): \(diagnostic.summary.text(in: .english))") }
    let experiments = try #require(lab).blocks.compactMap { block -> Lab.Experiment? in
      if case .experiment(let experiment) = block { return experiment }
      return nil
    }
    return try #require(experiments.first).training
  }

  @Test func everyNumberOfATrainingCanBeSet() throws {
    var expected = Lab.TrainingValues()
    expected.learningRate = 0.1
    expected.decayRate = 0.75
    expected.decaySteps = 10_000
    expected.epochs = 30
    expected.batchSize = 8
    expected.optimizer = .adam(beta1: 0.8, beta2: nil, epsilon: nil)
    expected.schedule = .warmUp(steps: 100, then: .cosine(steps: 900, final: nil))
    expected.loss = .weighted([
      Lab.WeightedLoss(weight: 0.5, loss: .crossEntropy), Lab.WeightedLoss(weight: 2, loss: .dice(smoothing: 1)),
    ])
    expected.classWeights = [1, 5]
    expected.weightDecay = 1e-4
    expected.clipNorm = 1
    expected.earlyStopping = Lab.EarlyStoppingValues(patience: 5, metric: .dice, minimumChange: 0.01)
    expected.keepBest = true
    expected.checkpointEvery = 2
    let found = try training(
      """
      training:
        learning_rate: 0.1
        decay_rate: 0.75
        decay_steps: 10_000
        epochs: 30
        batch_size: 8
        optimizer: {adam: {beta1: 0.8}}
        schedule: {warm_up: {steps: 100, then: {cosine: {steps: 900}}}}
        loss: {weighted: [{weight: 0.5, loss: cross_entropy}, {weight: 2, loss: {dice: {smoothing: 1}}}]}
        class_weights: [1, 5]
        weight_decay: 0.0001
        clip_norm: 1
        early_stopping: {patience: 5, metric: dice, minimum_change: 0.01}
        keep_best: true
        checkpoint_every: 2
      """)
    #expect(found == .values(expected))
    #expect(
      expected.words == [
        "learningRate 0.1", "decayRate 0.75", "decaySteps 10000", "epochs 30", "batchSize 8",
        "optimizer adam(beta1: 0.8)", "schedule warmUp(steps: 100, then: cosine(steps: 900))",
        "loss 0.5 · crossEntropy + 2.0 · dice(smoothing: 1.0)", "classWeights [1.0, 5.0]", "weightDecay 0.0001",
        "clipNorm 1.0", "earlyStopping patience: 5, metric: dice, minimumChange: 0.01", "keepBest true",
        "checkpointEvery 2",
      ])
  }

  @Test(arguments: [
    ("sgd", "sgd"), ("momentum", "momentum"), ("{momentum: 0.8}", "momentum(0.8)"), ("{nesterov: }", "nesterov"),
    ("adam", "adam"), ("adam_w", "adamW"), ("{adam_w: {weight_decay: 0.1}}", "adamW(weightDecay: 0.1)"),
  ])
  func optimizersAreWordsOrWordsWithNumbers(yaml: String, words: String) throws {
    guard case .values(let values) = try training("training: {optimizer: \(yaml)}") else {
      Issue.record("no values")
      return
    }
    #expect(values.words == ["optimizer \(words)"])
  }

  @Test(arguments: [
    ("constant", "constant"),
    ("{exponential: {rate: 0.5, steps: 10}}", "exponential(rate: 0.5, steps: 10)"),
    (
      "{exponential: {rate: 0.5, steps: 10, staircase: false}}", "exponential(rate: 0.5, steps: 10, staircase: false)"
    ),
    ("{step: {every: 10, factor: 0.1}}", "step(every: 10, factor: 0.1)"),
    ("{cosine: {steps: 10, final: 0.1}}", "cosine(steps: 10, final: 0.1)"),
    ("{warm_up: {steps: 10, then: constant}}", "warmUp(steps: 10, then: constant)"),
  ])
  func schedulesHaveTheirOwnNumbers(yaml: String, words: String) throws {
    guard case .values(let values) = try training("training: {schedule: \(yaml)}") else {
      Issue.record("no values")
      return
    }
    #expect(values.words == ["schedule \(words)"])
  }
}

import Checking
import Diagnostics
import Messages
import SegLab
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

  func values(_ yaml: String) throws -> Lab.WrittenTraining {
    guard case .values(let values) = try training(yaml) else { preconditionFailure("\(yaml) is no training") }
    return values
  }

  @Test func everyNumberOfATrainingCanBeSet() throws {
    let expected = Training(
      learningRate: 0.1, decayRate: 0.75, decaySteps: 10_000, epochs: 30, batchSize: 8,
      optimizer: .adam(beta1: 0.8), schedule: .warmUp(steps: 100, then: .cosine(steps: 900)),
      loss: 0.5 * .crossEntropy + 2 * .dice(), classWeights: [1, 5], weightDecay: 1e-4, clipNorm: 1,
      earlyStopping: EarlyStopping(patience: 5, metric: .dice, minimumChange: 0.01), keepBest: true,
      checkpointEvery: 2, line: 7)
    let found = try values(
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
    #expect(found.training(line: 7) == expected)
    #expect(
      found.words == [
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
    let values = try values("training: {optimizer: \(yaml)}")
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
    let values = try values("training: {schedule: \(yaml)}")
    #expect(values.words == ["schedule \(words)"])
  }

  @Test func whatALabLeavesOutKeepsItsDefault() throws {
    let found = try values(
      """
      training:
        epochs: 3
        optimizer: {adam_w: {beta1: 0.8}}
        schedule: {warm_up: {steps: 5, then: {exponential: {rate: 0.5, steps: 10}}}}
        loss: {weighted: [{weight: 0.5, loss: binary_cross_entropy}, {weight: 1, loss: dice}]}
        early_stopping: {patience: 2, metric: dice}
        keep_best: true
      """)
    #expect(
      found.training(line: 7)
        == Training(
          epochs: 3, optimizer: .adamW(beta1: 0.8),
          schedule: .warmUp(steps: 5, then: .exponential(rate: 0.5, steps: 10)),
          loss: 0.5 * .binaryCrossEntropy + .dice(), earlyStopping: EarlyStopping(patience: 2, metric: .dice),
          keepBest: true, line: 7))
    #expect(
      found.words == [
        "epochs 3", "optimizer adamW(beta1: 0.8)", "schedule warmUp(steps: 5, then: exponential(rate: 0.5, steps: 10))",
        "loss 0.5 · binaryCrossEntropy + 1.0 · dice", "earlyStopping patience: 2, metric: dice", "keepBest true",
      ])
    // What stands there is shown, though it is no other than the default.
    let same = try values("training: {learning_rate: 0.01}")
    #expect(same.training(line: 0) == Training(line: 0) && same.words == ["learningRate 0.01"])
    #expect(try values("split: image") == Lab.WrittenTraining())
  }
}

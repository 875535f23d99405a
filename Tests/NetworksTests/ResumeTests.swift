import SegLab
import Tensors
import Testing

@testable import Networks

/// A training that is interrupted and goes on ends as one that was not.
@Suite struct ResumeTests {
  /// What a training ended with.
  struct End: Equatable {
    var numbers: [[UInt32]]
    var history: [HistoryPoint]
    var validation: [ValidationPoint]
    var bestEpoch: Int?
    var evaluation: Evaluation
  }

  /// What is written to the disk between two parts of a training.
  struct Interruption {
    let course: TrainingState
    let numbers: [[Float]]

    init(_ course: TrainingState, _ trainer: Trainer) {
      self.course = course
      numbers = trainer.withSaved { arrays in arrays.map { Array($0) } }
    }

    func give(to trainer: Trainer) {
      trainer.withSaved { arrays in
        for (target, source) in zip(arrays, numbers) { _ = target.update(fromContentsOf: source) }
      }
    }
  }

  let samples = Samples.bright(7, height: 8, width: 8)
  let validation = Samples.bright(3, height: 8, width: 8, seed: 8)

  func end(_ trainer: Trainer, _ outcome: TrainingOutcome) throws -> End {
    End(
      numbers: trainer.withSaved { arrays in arrays.map { $0.map(\.bitPattern) } }, history: outcome.history,
      validation: outcome.validation, bestEpoch: outcome.bestEpoch, evaluation: try trainer.evaluate(on: validation))
  }

  @Test(
    arguments: [
      Training(learningRate: 0.02, epochs: 4, batchSize: 2, optimizer: .momentum(), keepBest: true),
      Training(learningRate: 0.01, epochs: 4, batchSize: 3, optimizer: .adamW(), clipNorm: 0.5),
    ] + Optimizer.all.map { Training(learningRate: 0.005, epochs: 3, batchSize: 2, optimizer: $0) })
  func everyInterruptionEndsWithTheSameBits(training: Training) throws {
    let network = SmallNetworks.unet(batchNorm: true, rate: 0.3)
    try check(network, training)
  }

  @Test func postponedUpdatesOfDenseLayersDoNotShowWhereATrainingWasInterrupted() throws {
    let network = Network("dense") {
      Input(shape: [8, 8, 1])
      Flatten()
      Dense("hidden", weights: [64, 20], bias: true, activation: .relu)
      Dense("scores", weights: [20, 128])
      Reshape(shape: [8, 8, 2])
    }
    try check(network, Training(learningRate: 0.1, epochs: 4))
  }

  private func check(_ network: Network, _ training: Training) throws {
    let plan = try #require(ShapeReport(of: network, file: "lab.md").plan)
    func trainer(_ threads: Int) -> Trainer { Trainer(plan, training: training, seed: 3, threads: threads) }
    var interruptions: [Interruption] = []
    let whole = trainer(2)
    let outcome = try whole.train(
      on: samples, validation: validation, onCheckpoint: { interruptions.append(Interruption($0, whole)) })
    let expected = try end(whole, outcome)
    #expect(interruptions.count == training.epochs - 1)
    for (index, interruption) in interruptions.enumerated() {
      // What the process had before is gone; so is everything that happened after the last writing.
      let resumed = trainer(index % 3 + 1)
      interruption.give(to: resumed)
      let outcome = try resumed.train(on: samples, validation: validation, from: interruption.course)
      #expect(try end(resumed, outcome) == expected)
    }
  }

  @Test func checkpointsComeAtStepsThatFollowFromTheTrainingAlone() {
    let often = CheckpointTimes(Training(checkpointEvery: 1), stepsPerEpoch: 1_200)
    #expect((1...2_500).filter(often.contains) == [512, 1_024, 1_200, 1_712, 2_224, 2_400])
    let seldom = CheckpointTimes(Training(checkpointEvery: 3), stepsPerEpoch: 10)
    #expect((1...70).filter(seldom.contains) == [30, 60])
  }
}

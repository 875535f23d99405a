import SegLab
import Testing

@testable import Networks

@Suite struct EarlyStoppingMonitorTests {
  func run(_ training: Training, _ values: [Double]) throws -> (course: TrainingState, kept: [Int]) {
    let watch = try #require(EarlyStoppingMonitor(training))
    var course = TrainingState()
    var kept: [Int] = []
    for (epoch, value) in values.enumerated() where !course.stoppedEarly {
      let point = ValidationPoint(step: epoch, epoch: epoch, loss: value, accuracy: 0, dice: value)
      if watch.note(point, in: &course) { kept.append(epoch) }
    }
    return (course, kept)
  }

  @Test func aTrainingEndsWhenItHasNotGotBetterForAsLongAsAsked() throws {
    let (course, kept) = try run(
      Training(earlyStopping: EarlyStopping(patience: 2)), [1, 0.5, 0.6, 0.4, 0.45, 0.41, 0.1])
    #expect(course.stoppedEarly && course.validation.count == 6)
    #expect(kept == [0, 1, 3])
    #expect(course.best == TrainingState.Best(epoch: 3, value: 0.4))
  }

  @Test func diceRisesWhereALossFalls() throws {
    let (course, kept) = try run(
      Training(earlyStopping: EarlyStopping(patience: 5, metric: .dice)), [0.1, 0.5, 0.4, 0.6])
    #expect(!course.stoppedEarly && kept == [0, 1, 3])
  }

  @Test func aSmallChangeDoesNotCount() throws {
    let stopping = EarlyStopping(patience: 3, metric: .loss, minimumChange: 0.1)
    let (course, kept) = try run(Training(earlyStopping: stopping), [1, 0.95, 0.85, 0.8, 0.78, 0.77, 0.1])
    #expect(kept == [0, 2])
    #expect(course.stoppedEarly)
  }

  @Test func nothingIsWatchedWhereNothingAsksForIt() { #expect(EarlyStoppingMonitor(Training()) == nil) }

  @Test func theBestWeightsAreThoseAtTheEnd() throws {
    let network = SmallNetworks.unet(batchNorm: true)
    let plan = try #require(ShapeReport(of: network, file: "lab.md").plan)
    // So long a step in the end that the last epochs are worse than some before.
    let training = Training(learningRate: 0.2, epochs: 8, batchSize: 4, optimizer: .momentum(), keepBest: true)
    let samples = Samples.bright(6, height: 8, width: 8)
    let validation = Samples.bright(4, height: 8, width: 8, seed: 9)
    let trainer = Trainer(plan, training: training, seed: 2, threads: 2)
    let outcome = try trainer.train(on: samples, validation: validation)
    let kept = try #require(outcome.bestEpoch)
    #expect(outcome.validation.count == 8)
    #expect(outcome.validation.map(\.loss).min() == outcome.validation[kept].loss)
    #expect(try trainer.evaluate(on: validation).metrics.loss == outcome.validation[kept].loss)
  }
}

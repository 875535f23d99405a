import Foundation
import Messages
import SegLab
import Tensors
import Testing

@testable import Networks

@Suite struct TrainerTests {
  /// A network that can learn which pixels are bright.
  func plan(height: Int = 6, width: Int = 5, hidden: Int = 33, activation: Activation = .relu) throws -> NetworkPlan {
    let pixels = height * width
    let network = Network("net") {
      Input(shape: [height, width, 1])
      Flatten()
      Dense("hidden", weights: [pixels, hidden], bias: true, activation: activation)
      Dense("scores", weights: [hidden, 2 * pixels])
      Reshape(shape: [height, width, 2])
    }
    return try #require(ShapeReport(of: network, file: "lab.md").plan)
  }

  func weights(_ trainer: Trainer) -> [String: [UInt32]] {
    var all: [String: [UInt32]] = [:]
    trainer.withWeights { name, numbers in all[name] = numbers.map(\.bitPattern) }
    return all
  }

  // MARK: Training

  @Test func learnsWhatIsInTheImages() throws {
    let samples = Samples.bright(60, height: 6, width: 5)
    let training = Training(learningRate: 1, epochs: 150)
    let trainer = Trainer(try plan(hidden: 64), training: training, seed: 4, threads: 2)
    let before = try trainer.evaluate(on: samples).metrics
    let outcome = try trainer.train(on: samples)
    let after = try trainer.evaluate(on: samples).metrics
    #expect(outcome.steps == 9_000 && outcome.epochs == 150)
    #expect(after.loss < 0.3 * before.loss)
    #expect(after.accuracy > 0.93)
    #expect(after.dice > 0.9)
    #expect(after.swappedDice < 0.6)
  }

  @Test(arguments: [1, 4]) func theBitsDoNotDependOnTheNumberOfThreadsOrOnTheRun(batch: Int) throws {
    let samples = Samples.bright(13, height: 40, width: 30)
    let plan = try plan(height: 40, width: 30, hidden: 300)
    let training = Training(learningRate: 0.1, epochs: 2, batchSize: batch)
    let runs = try [1, 2, 4, 2].map { threads in
      let trainer = Trainer(plan, training: training, seed: 7, threads: threads)
      let history = try trainer.train(on: samples).history
      let evaluation = try trainer.evaluate(on: samples)
      return (weights: weights(trainer), history: history, evaluation: evaluation)
    }
    for run in runs.dropFirst() {
      #expect(run.weights == runs[0].weights)
      #expect(run.history == runs[0].history)
      #expect(run.evaluation == runs[0].evaluation)
    }
  }

  @Test func anotherSeedGivesOtherWeightsAndAnotherOrder() throws {
    let samples = Samples.bright(8, height: 6, width: 5)
    let histories = try [UInt64(1), 2].map { seed in
      try Trainer(plan(), training: Training(), seed: seed, threads: 1).train(on: samples).history
    }
    #expect(histories[0] != histories[1])
  }

  @Test func namesDoNotChangeTheWeights() throws {
    func trained(_ name: String) throws -> [[UInt32]] {
      let network = Network(name) {
        Input(shape: [4, 4, 1])
        Flatten(name)
        Dense(name + "1", weights: [16, 32])
        Reshape(shape: [4, 4, 2])
      }
      let plan = try #require(ShapeReport(of: network, file: "lab.md").plan)
      let trainer = Trainer(plan, training: Training(), seed: 1, threads: 1)
      _ = try trainer.train(on: Samples.bright(3, height: 4, width: 4))
      return Array(weights(trainer).values)
    }
    #expect(try trained("a") == trained("b"))
  }

  @Test func weightsStartFromATruncatedNormalAndBiasesFromZero() throws {
    let trainer = Trainer(try plan(), training: Training(), seed: 1, threads: 2)
    var names: [String] = []
    trainer.withWeights { name, numbers in
      names.append(name)
      if name.hasSuffix("bias") {
        #expect(numbers.allSatisfy { $0 == 0 })
      } else {
        #expect(numbers.allSatisfy { abs($0) < 0.2 })
        let mean = numbers.reduce(0) { $0 + Double($1) } / Double(numbers.count)
        let deviation = (numbers.reduce(0) { $0 + Double($1) * Double($1) } / Double(numbers.count)).squareRoot()
        #expect(abs(mean) < 0.01)
        #expect(abs(deviation - 0.088) < 0.005)
      }
    }
    #expect(names == ["hidden/weights", "hidden/bias", "scores/weights"])
  }

  @Test func layersThatNothingReadsAreLeftOut() throws {
    let network = Network("net") {
      Input(shape: [4, 4, 1])
      Flatten("row")
      Dense("lost", weights: [16, 5])
      Dense("scores", weights: [16, 32], from: "row")
      Reshape(shape: [4, 4, 2])
    }
    let plan = try #require(ShapeReport(of: network, file: "lab.md").plan)
    let trainer = Trainer(plan, training: Training(), seed: 1, threads: 1)
    #expect(Set(weights(trainer).keys) == ["scores/weights"])
  }

  // MARK: Order and schedule

  @Test func everyEpochSeesEveryImageOnceInAnotherOrder() throws {
    let samples = Procession(Samples.bright(7, height: 6, width: 5), count: 7)
    let trainer = Trainer(try plan(), training: Training(epochs: 3, batchSize: 3), seed: 2, threads: 1)
    let outcome = try trainer.train(on: samples)
    #expect(outcome.steps == 9)
    #expect(outcome.history.map(\.epoch) == [0, 0, 0, 1, 1, 1, 2, 2, 2])
    #expect(outcome.history.map(\.step) == Array(0..<9))
    let epochs = stride(from: 0, to: 21, by: 7).map { Array(samples.asked[$0..<$0 + 7]) }
    for epoch in epochs { #expect(epoch.sorted() == Array(0..<7)) }
    #expect(epochs[0] != epochs[1] && epochs[1] != epochs[2])
  }

  @Test func theLearningRateGoesDownAStaircase() throws {
    let training = Training(learningRate: 0.8, decayRate: 0.5, decaySteps: 3)
    let trainer = Trainer(try plan(), training: training, seed: 2, threads: 1)
    let history = try trainer.train(on: Samples.bright(8, height: 6, width: 5)).history
    #expect(history.map(\.learningRate) == [0.8, 0.8, 0.8, 0.4, 0.4, 0.4, 0.2, 0.2])
  }

  @Test func aStepLimitEndsATrainingEarly() throws {
    let trainer = Trainer(try plan(), training: Training(epochs: 5), seed: 2, threads: 1)
    let outcome = try trainer.train(on: Samples.bright(4, height: 6, width: 5), stepLimit: 6)
    #expect(outcome.steps == 6 && outcome.epochs == 2 && outcome.history.count == 6)
  }

  @Test func progressIsToldAfterEachStep() throws {
    var seen: [TrainingProgress] = []
    let trainer = Trainer(try plan(), training: Training(epochs: 2), seed: 2, threads: 1)
    let outcome = try trainer.train(on: Samples.bright(3, height: 6, width: 5)) { progress in
      seen.append(progress)
      return true
    }
    #expect(seen.map(\.stepsDone) == [1, 2, 3, 4, 5, 6])
    #expect(seen.allSatisfy { $0.steps == 6 && $0.epochs == 2 && $0.seconds >= 0 })
    #expect(seen.map(\.point) == outcome.history)
    #expect(seen.last?.secondsLeft == 0)
  }

  // MARK: Ends before the end

  @Test func aCallerCanEndATraining() throws {
    let trainer = Trainer(try plan(), training: Training(epochs: 2), seed: 2, threads: 1)
    #expect(throws: TrainingFailure.cancelled(step: 3)) {
      try trainer.train(on: Samples.bright(3, height: 6, width: 5)) { $0.stepsDone < 3 }
    }
  }

  @Test func cancellingTheTaskEndsATraining() async throws {
    let plan = try plan()
    let task = Task {
      let trainer = Trainer(plan, training: Training(epochs: 1_000_000), seed: 2, threads: 1)
      _ = try trainer.train(on: Samples.bright(3, height: 6, width: 5))
    }
    task.cancel()
    await #expect(throws: TrainingFailure.self) { try await task.value }
  }

  @Test func aLossThatIsNoNumberNamesStepLayerAndRate() throws {
    let trainer = Trainer(
      try plan(activation: .identity), training: Training(learningRate: 1e30, epochs: 9), seed: 2, threads: 2)
    let failure = try #require(throws: TrainingFailure.self) {
      try trainer.train(on: Samples.bright(3, height: 6, width: 5))
    }
    guard case .notFinite(let step, let layer, let rate) = failure else { throw failure }
    #expect((1...4).contains(step))
    #expect(layer == "hidden" || layer == "scores")
    #expect(rate == 1e30)
    #expect(
      failure.phrase.text(in: .english)
        == "at step \(step) the loss stopped being a number; it began in the output of `\(layer)`")
    #expect(
      failure.help?.text(in: .english)
        == "the learning rate is too high for this network: try 1e+29 in place of 1e+30")
    #expect(throws: TrainingFailure.self) { try trainer.evaluate(on: Samples.bright(3, height: 6, width: 5)) }
  }

  @Test func samplesThatDoNotFitAreRefused() throws {
    let trainer = Trainer(try plan(), training: Training(), seed: 2, threads: 1)
    #expect(throws: TrainingFailure.imagesDiffer(network: Shape([6, 5, 1]), images: Shape([5, 6, 1]))) {
      try trainer.train(on: Samples.bright(3, height: 5, width: 6))
    }
    #expect(throws: TrainingFailure.noImages) { try trainer.evaluate(on: Samples.bright(0, height: 6, width: 5)) }
    let image = [Float](repeating: 0.5, count: 30)
    let labels = [[UInt8](repeating: 1, count: 30), [0, 1, 7] + [UInt8](repeating: 0, count: 27)]
    let odd = Samples(shape: Shape([6, 5, 1]), images: [image, image], labels: labels)
    #expect(throws: TrainingFailure.unknownClass(image: "image-1", label: 7, classes: 2)) {
      try trainer.train(on: odd)
    }
  }

  @Test func everyFailureHasWordsInEveryLanguage() {
    let failures: [TrainingFailure] = [
      .notFinite(step: 3, layer: "a", learningRate: 1), .notFiniteInValidation(layer: "a"), .cancelled(step: 3),
      .noImages,
      .imagesDiffer(network: Shape([1, 2, 3]), images: Shape([3, 2, 1])),
      .unknownClass(image: "a", label: 7, classes: 2),
    ]
    for failure in failures {
      #expect(failure.phrase.text(in: .english) != failure.phrase.text(in: .korean))
      if let help = failure.help { #expect(help.text(in: .english) != help.text(in: .korean)) }
    }
  }

  // MARK: Gradients

  @Test(arguments: Activation.allCases) func gradientsAreThoseOfTheLoss(activation: Activation) throws {
    let plan = try plan(height: 3, width: 2, hidden: 5, activation: activation)
    let samples = Samples.bright(2, height: 3, width: 2)
    let rate = 1e-3
    func trainer() -> Trainer {
      Trainer(plan, training: Training(learningRate: rate, batchSize: 2), seed: 5, threads: 1)
    }
    var before: [String: [Float]] = [:]
    trainer().withWeights { before[$0] = Array($1) }
    var gradients: [String: [Double]] = [:]
    let trained = trainer()
    _ = try trained.train(on: samples, stepLimit: 1)
    trained.withWeights { name, numbers in
      gradients[name] = zip(before[name] ?? [], numbers).map { (Double($0) - Double($1)) / rate }
    }
    for (name, gradient) in gradients {
      for index in stride(from: 0, to: gradient.count, by: 3) {
        let losses = try [Float(0.004), -0.004].map { shift in
          let shifted = trainer()
          shifted.withParameters { if $0 == name { $1[index] += shift } }
          return try shifted.evaluate(on: samples).metrics.loss
        }
        #expect(abs((losses[0] - losses[1]) / 0.008 - gradient[index]) < 6e-4, "\(name)[\(index)]")
      }
    }
  }

  @Test func everyKindOfLayerCanBeTrained() {
    for type in Network.layerTypes { #expect(type is any NetworkLayer.Type, "\(type.kind)") }
  }
}

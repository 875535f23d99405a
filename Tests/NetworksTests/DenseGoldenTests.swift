import SegLab
import Tensors
import Testing

@testable import Networks

@Suite struct DenseGoldenTests {
  static let networks: [String: Network] = [
    "plain": Network("plain") {
      Input(shape: [4, 5, 1])
      Flatten()
      Dense("hidden", weights: [20, 7])
      Dense("scores", weights: [7, 40])
      Reshape(shape: [4, 5, 2])
    },
    "deep": Network("deep") {
      Input(shape: [4, 5, 1])
      Flatten()
      Dense("first", weights: [20, 17], bias: true, activation: .relu)
      Dense("second", weights: [17, 33])
      Sigmoid()
      Dense("third", weights: [33, 9], bias: true, activation: .softmax)
      Dense("scores", weights: [9, 40], bias: true)
      Reshape(shape: [4, 5, 2])
    },
    "deep-single": Network("deep-single") {
      Input(shape: [4, 5, 1])
      Flatten()
      Dense("first", weights: [20, 17], bias: true)
      ReLU()
      Dense("second", weights: [17, 33], bias: true, activation: .sigmoid)
      Dense("scores", weights: [33, 40])
      Reshape(shape: [4, 5, 2])
    },
  ]

  /// A trainer with the golden's weights, and the golden's samples in their order.
  func trial(_ name: String) throws -> (golden: DenseGolden, trainer: Trainer, samples: Procession) {
    let golden = try DenseGolden(name)
    let plan = try #require(Self.networks[name].flatMap { ShapeReport(of: $0, file: "lab.md").plan })
    let trainer = Trainer(
      plan, training: Training(learningRate: golden.rate, batchSize: golden.batch), seed: 1, threads: 2)
    trainer.withParameters { name, numbers in _ = numbers.update(fromContentsOf: golden.before[name] ?? []) }
    let size = 20
    let count = golden.images.count / size
    let samples = Samples(
      shape: Shape([4, 5, 1]),
      images: (0..<count).map { Array(golden.images[$0 * size..<($0 + 1) * size]) },
      labels: (0..<count).map { Array(golden.labels[$0 * size..<($0 + 1) * size]) })
    return (golden, trainer, Procession(samples, count: count))
  }

  func expectEqual(_ trainer: Trainer, _ golden: [String: [Float]], _ tolerance: Float) {
    var names: Set<String> = []
    trainer.withWeights { name, numbers in
      names.insert(name)
      let expected = golden[name] ?? []
      #expect(numbers.count == expected.count, "\(name)")
      let worst = zip(numbers, expected).map { abs($0 - $1) }.max() ?? .infinity
      #expect(worst < tolerance, "\(name)")
    }
    #expect(names == Set(golden.keys))
  }

  @Test(arguments: networks.keys.sorted()) func tenStepsAreThoseOfPyTorch(name: String) throws {
    let (golden, trainer, samples) = try trial(name)
    let outcome = try trainer.train(on: samples)
    #expect(outcome.steps == 10)
    for (point, loss) in zip(outcome.history, golden.losses) {
      #expect(abs(point.loss - loss) < 2e-6, "step \(point.step)")
    }
    expectEqual(trainer, golden.afterAll, 2e-6)
  }

  @Test(arguments: networks.keys.sorted()) func everyGradientOfTheFirstStepIsPyTorchs(name: String) throws {
    let (golden, trainer, samples) = try trial(name)
    _ = try trainer.train(on: samples, stepLimit: 1)
    expectEqual(trainer, golden.afterOne, 5e-7)
  }

  @Test(arguments: networks.keys.sorted()) func everyLogitIsPyTorchs(name: String) throws {
    let (golden, trainer, samples) = try trial(name)
    for (image, expected) in stride(from: 0, to: golden.logits.count, by: 40).enumerated() {
      let logits = trainer.logits(of: [samples.samples.images[image]])
      let worst = zip(logits, golden.logits[expected..<expected + 40]).map { abs($0 - $1) }.max() ?? .infinity
      #expect(worst < 2e-6)
    }
  }
}

import SegLab
import Tensors
import Testing

@testable import Networks

@Suite struct NetworkGoldenTests {
  /// A trainer with the golden's weights, and the golden's samples in their order.
  func trial(_ golden: NetworkGolden, keepsGradients: Bool = false) throws -> (trainer: Trainer, samples: Procession) {
    let report = ShapeReport(of: golden.network, file: "golden", limits: NetworkLimits(loss: golden.training.loss))
    let plan = try #require(report.plan, "\(report.diagnostics)")
    var training = golden.training
    // So that the gradients of all layers are there at the end of a step.
    if keepsGradients, training.clipNorm == nil { training.clipNorm = 1e9 }
    let trainer = Trainer(plan, training: training, seed: 1, threads: 2)
    trainer.withParameters { name, numbers in
      if let before = golden.before[name] { _ = numbers.update(fromContentsOf: before) }
    }
    let size = plan.pixels
    let count = golden.images.count / size
    let samples = Samples(
      shape: plan.input,
      images: (0..<count).map { Array(golden.images[$0 * size..<($0 + 1) * size]) },
      labels: (0..<count).map { Array(golden.labels[$0 * size..<($0 + 1) * size]) })
    return (trainer, Procession(samples, count: golden.losses.count * golden.training.batchSize))
  }

  func expectEqual(_ found: some Collection<Float>, _ expected: [Float], _ tolerance: Float, _ name: String) {
    #expect(found.count == expected.count, "\(name)")
    let largest = expected.map(abs).max() ?? 0
    let worst = zip(found, expected).map { abs($0 - $1) }.max() ?? .infinity
    #expect(worst <= tolerance * max(largest, 0.01), "\(name): \(worst) beside \(largest)")
  }

  @Test func everyFileIsThere() {
    #expect(NetworkGolden.all.count == 34)
  }

  @Test(arguments: NetworkGolden.all.keys.sorted()) func everyOutputIsThatOfTheOtherFramework(name: String) throws {
    let golden = try #require(NetworkGolden.all[name])
    let (trainer, samples) = try trial(golden)
    let logits = trainer.logits(of: Array(samples.samples.images.prefix(golden.training.batchSize)))
    expectEqual(logits, golden.logits, 1e-5, name)
  }

  @Test(arguments: NetworkGolden.all.keys.sorted()) func everyGradientIsThatOfTheOtherFramework(name: String) throws {
    let golden = try #require(NetworkGolden.all[name])
    let (trainer, samples) = try trial(golden, keepsGradients: true)
    _ = try trainer.train(on: samples, stepLimit: 1)
    var names: Set<String> = []
    for node in trainer.graph.nodes {
      for parameter in node.parameters {
        let name = "\(node.io.layer)/\(parameter.name)"
        let gradient = try #require(parameter.gradient)
        names.insert(name)
        expectEqual(
          UnsafeBufferPointer(start: gradient.pointer, count: parameter.count), golden.gradients[name] ?? [], 2e-5, name
        )
      }
    }
    #expect(names == Set(golden.gradients.keys))
  }

  @Test(arguments: NetworkGolden.all.keys.sorted()) func tenStepsAreThoseOfTheOtherFramework(name: String) throws {
    let golden = try #require(NetworkGolden.all[name])
    let (trainer, samples) = try trial(golden)
    let outcome = try trainer.train(on: samples)
    #expect(outcome.steps == 10)
    for (point, loss) in zip(outcome.history, golden.losses) {
      #expect(abs(point.loss - loss) < 1e-5, "step \(point.step): \(point.loss), not \(loss)")
    }
    trainer.withWeights { name, numbers in
      if let after = golden.after[name] { expectEqual(numbers, after, 1e-4, name) }
    }
  }
}

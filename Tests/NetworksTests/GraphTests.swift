import Kernels
import SegLab
import Tensors
import Testing

@testable import Networks

@Suite struct GraphTests {
  func plan(_ network: Network) throws -> NetworkPlan {
    let report = ShapeReport(of: network, file: "lab.md")
    return try #require(report.plan, "\(report.diagnostics)")
  }

  static let networks: [String: Network] = [
    "unet": SmallNetworks.unet(), "unet-8": SmallNetworks.unet(base: 8),
    "unet-norm": SmallNetworks.unet(batchNorm: true), "fcn": SmallNetworks.fcn, "tangle": SmallNetworks.tangle,
    "rows": SmallNetworks.rows, "unet-drop": SmallNetworks.unet(rate: 0.3),
  ]

  func samples(_ plan: NetworkPlan, _ count: Int) -> Samples {
    Samples.bright(count, height: plan.input.dimensions[0], width: plan.input.dimensions[1])
  }

  // MARK: Gradients

  @Test func everyKindOfLayerIsInOneOfTheNetworks() {
    let kinds = Set(Self.networks.values.flatMap(\.layers).map { type(of: $0).kind })
    #expect(Set(Network.layerTypes.map { $0.kind }).subtracting(kinds) == [])
  }

  @Test(arguments: networks.keys.sorted()) func gradientsAreThoseOfTheLoss(name: String) throws {
    let plan = try plan(try #require(Self.networks[name]))
    let samples = samples(plan, 2)
    func trainer() -> Trainer {
      let trainer = Trainer(
        plan, training: Training(learningRate: 1, batchSize: 2, clipNorm: 1e9), seed: 5, threads: 2)
      // Larger numbers than a training starts with, so that differences are seen.
      trainer.withParameters { name, numbers in
        if name.hasSuffix("weights") || name.hasSuffix("Bias") {
          for index in numbers.indices { numbers[index] = numbers[index] * 2 + 0.01 }
        }
      }
      return trainer
    }
    let base = trainer()
    let gradients = try base.gradients(on: samples)
    for (name, gradient) in gradients {
      for index in stride(from: 0, to: gradient.count, by: max(1, gradient.count / 5)) {
        // A step that is halved until differences agree, because activations have corners.
        var isRight = false
        var seen: [Double] = []
        for shift in [Float(0.01), 0.002, 0.0004, 0.0001] where !isRight {
          let losses = try [shift, -shift].map { shift in
            let shifted = trainer()
            shifted.withParameters { if $0 == name { $1[index] += shift } }
            return try shifted.loss(on: samples)
          }
          let slope = (losses[0] - losses[1]) / Double(2 * shift)
          seen.append(slope)
          isRight = abs(slope - Double(gradient[index])) < 2e-3 + 0.02 * abs(slope)
        }
        #expect(isRight, "\(name)[\(index)]: \(gradient[index]), by differences \(seen)")
      }
    }
  }

  @Test(arguments: networks.keys.sorted()) func noNumberIsReadBeforeItIsWritten(name: String) throws {
    let plan = try plan(try #require(Self.networks[name]))
    let samples = samples(plan, 3)
    let training = Training(learningRate: 0.1, epochs: 2, batchSize: 2, optimizer: .momentum())
    let histories = try [false, true].map { poisoned in
      let trainer = Trainer(plan, training: training, seed: 5, threads: 2)
      if poisoned { trainer.graph.poison() }
      return try trainer.train(on: samples) { _ in
        if poisoned { trainer.graph.poison() }
        return true
      }.history
    }
    #expect(histories[0] == histories[1])
  }

  // MARK: The same bits

  @Test func theBitsDoNotDependOnTheNumberOfThreadsOrOnTheRun() throws {
    let plan = try plan(SmallNetworks.unet(batchNorm: true, rate: 0.2))
    let samples = samples(plan, 5)
    let training = Training(
      learningRate: 0.01, epochs: 3, batchSize: 2, optimizer: .adam(), weightDecay: 0.001, clipNorm: 1)
    let runs = try [1, 2, 4, 2].map { threads in
      let trainer = Trainer(plan, training: training, seed: 7, threads: threads)
      let history = try trainer.train(on: samples).history
      var weights: [String: [UInt32]] = [:]
      trainer.withWeights { name, numbers in weights[name] = numbers.map(\.bitPattern) }
      return (weights: weights, history: history, evaluation: try trainer.evaluate(on: samples))
    }
    for run in runs.dropFirst() {
      #expect(run.weights == runs[0].weights)
      #expect(run.history == runs[0].history)
      #expect(run.evaluation == runs[0].evaluation)
    }
  }

  // MARK: Memory

  @Test func theFirstLayersGradientIsNeverWorkedOut() throws {
    let trainer = Trainer(try plan(SmallNetworks.unet()), training: Training(), seed: 1, threads: 1)
    #expect(!trainer.graph.images.hasGradient)
    #expect(trainer.graph.nodes.first?.io.parts.first?.isWanted == false)
  }

  @Test func aSkipIsWrittenWhereTheConcatenationHasIt() throws {
    let trainer = Trainer(try plan(SmallNetworks.unet()), training: Training(), seed: 1, threads: 1)
    #expect(!trainer.graph.nodes.contains { $0 is ConcatenationNode })
    let (up, skip) = try (
      #require(trainer.graph.nodes.first { $0.io.layer == "up1" }),
      #require(trainer.graph.nodes.first { $0.io.layer == "enc1b" })
    )
    #expect(up.io.output.storage.numbers === skip.io.output.storage.numbers)
    #expect(up.io.output.offset == 0 && skip.io.output.offset == 16)
  }

  @Test func thinPartsAreCopied() throws {
    let trainer = Trainer(try plan(SmallNetworks.unet(base: 8)), training: Training(), seed: 1, threads: 1)
    #expect(trainer.graph.nodes.contains { $0 is ConcatenationNode })
  }
}

extension Trainer {
  /// The loss of all samples as one batch, seen as in training.
  func loss(on samples: Samples) throws -> Double {
    try train(on: samples, stepLimit: 1).history[0].loss
  }

  /// The gradient of each parameter after one step; the trainer keeps its gradients until the end of a step.
  func gradients(on samples: Samples) throws -> [String: [Float]] {
    _ = try train(on: samples, stepLimit: 1)
    var all: [String: [Float]] = [:]
    for node in graph.nodes {
      for parameter in node.parameters {
        guard let gradient = parameter.gradient else { continue }
        all["\(node.io.layer)/\(parameter.name)"] = Array(
          UnsafeBufferPointer(start: gradient.pointer, count: parameter.count))
      }
    }
    return all
  }
}

extension Graph {
  /// Writes NaN over all that passes do not find again.
  func poison() {
    for node in nodes {
      let storage = node.io.output.storage
      for region in [storage.numbers, storage.gradient] + node.parameters.map(\.gradient) {
        guard let region, region.lifetime != nil else { continue }
        UnsafeMutableBufferPointer(start: region.pointer, count: region.count).update(repeating: .nan)
      }
    }
  }
}

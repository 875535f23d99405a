import Messages
import SegLab
import Tensors
import Testing

@testable import Networks

/// What happens where a network of convolutions stops giving numbers.
@Suite struct NotFiniteTests {
  static let networks: [String: Network] = [
    "unet": SmallNetworks.unet(), "unet-norm": SmallNetworks.unet(batchNorm: true),
    "fcn": SmallNetworks.fcn,
    "tangle": SmallNetworks.tangle,
  ]

  /// Each network with each of its layers that learn something.
  static let layers: [(network: String, layer: String)] = networks.keys.sorted().flatMap { name in
    (networks[name]?.layers ?? []).compactMap { layer in
      layer is Conv2D || layer is ConvTranspose2D || layer is BatchNorm ? (name, layer.name) : nil
    }
  }

  func plan(_ name: String) throws -> NetworkPlan {
    try #require(Self.networks[name].flatMap { ShapeReport(of: $0, file: "lab.md").plan })
  }

  func samples(_ plan: NetworkPlan, _ count: Int) -> Samples {
    Samples.bright(count, height: plan.input.dimensions[0], width: plan.input.dimensions[1])
  }

  func breakLayer(_ layer: String, of trainer: Trainer) {
    trainer.withParameters { name, numbers in
      if name == "\(layer)/weights" || name == "\(layer)/gamma" { numbers[0] = .nan }
    }
  }

  @Test(arguments: layers) func theRunStopsAtOnceAndNamesWhereItBegan(
    network: String, layer: String
  ) throws {
    let plan = try plan(network)
    let trainer = Trainer(
      plan, training: Training(learningRate: 0.02, epochs: 4, batchSize: 2), seed: 3, threads: 2)
    var last = 0
    let failure = try #require(throws: TrainingFailure.self) {
      try trainer.train(on: samples(plan, 4)) { progress in
        last = progress.stepsDone
        if last == 3 { breakLayer(layer, of: trainer) }
        return true
      }
    }
    #expect(last == 3)
    #expect(failure == .notFinite(step: 3, layer: layer, learningRate: 0.02))
    #expect(
      failure.help?.text(in: .english)
        == "the learning rate is too high for this network: try 0.002 in place of 0.02")
  }

  @Test(arguments: [0.02, 1e4, 1e12, 1e25]) func aTrainingNeverGoesOnWithoutNumbers(rate: Double)
    throws
  {
    let plan = try plan("unet")
    let trainer = Trainer(
      plan, training: Training(learningRate: rate, epochs: 30, batchSize: 2), seed: 3, threads: 2)
    var losses: [Double] = []
    do throws(TrainingFailure) {
      _ = try trainer.train(on: samples(plan, 2)) { progress in
        losses.append(progress.point.loss)
        return true
      }
      #expect(losses.count == 30)
    } catch {
      guard case .notFinite(let step, let layer, rate) = error else { throw error }
      #expect(step == losses.count)
      #expect(plan.steps.contains { $0.layer.name == layer })
    }
    #expect(losses.allSatisfy { $0.isFinite })
  }

  @Test func aCheckpointIsNotReplacedByOneWithoutNumbers() throws {
    let plan = try plan("unet")
    let training = Training(learningRate: 0.02, epochs: 6, batchSize: 2, optimizer: .momentum())
    let trainer = Trainer(plan, training: training, seed: 3, threads: 2)
    var kept: [(steps: Int, isFinite: Bool)] = []
    let failure = try #require(throws: TrainingFailure.self) {
      try trainer.train(
        on: samples(plan, 2),
        onStep: { progress in
          // The loss of this step was a number; what it left behind is none.
          if progress.stepsDone == 4 { breakLayer("midb", of: trainer) }
          return true
        },
        onCheckpoint: { course in
          let isFinite = trainer.withSaved { arrays in
            arrays.allSatisfy { numbers in numbers.allSatisfy(\.isFinite) }
          }
          kept.append((course.steps, isFinite))
        })
    }
    #expect(failure == .notFinite(step: 4, layer: "midb", learningRate: 0.02))
    #expect(kept.map(\.steps) == [1, 2, 3])
    #expect(kept.allSatisfy { $0.isFinite })
  }
}

import Digests
import Foundation
import Networks
import SegLab
import Tensors
import Testing

@testable import Experiments

/// A store with runs of small networks that were never trained: their weights are those that a training starts from.
struct SmallRun {
  let store: RunStore
  let digest: String
  let trainer: Trainer

  /// Every kind of layer but a matrix: what is read twice, merged with crops, and normalized.
  static var maps: Network {
    Network("maps") {
      Input(shape: [12, 10, 1])
      Conv2D("conv1", filter: [3, 2, 1, 3], stride: 2, activation: .relu)
      BatchNorm("norm", channels: 3, activation: .leakyRelu)
      MaxPool2D("pool", window: 3, stride: 2)
      ConvTranspose2D("up", filter: [5, 3, 3, 2], stride: 4)
      Concat("both", of: "up", "input1", crop: true)
      Dropout("drop", rate: 0.5)
      Conv2D("score", filter: [1, 1, 3, 2], activation: .identity)
      Conv2D("pad", filter: [3, 3, 2, 2], activation: .identity)
    }
  }

  /// Matrices between feature maps: rows and columns of a matrix are pixels there.
  static var matrices: Network {
    Network("matrices") {
      Input(shape: [4, 6, 1])
      Conv2D("conv", filter: [1, 1, 1, 3], activation: .relu)
      Flatten("row")
      Dense("hidden", weights: [72, 5], bias: true, activation: .relu)
      Dense("final", weights: [5, 48], bias: true)
      Reshape("pixels", shape: [4, 6, 2])
    }
  }

  /// - Parameters:
  ///   - network: the network.
  ///   - store: where it is kept; a folder of its own where there is none.
  ///   - keepsWeights: whether its weights are kept.
  ///   - name: what it is called.
  ///   - seed: what its weights are drawn from.
  /// - Throws: where its shapes do not fit, or the store cannot be written.
  init(
    _ network: Network, in store: RunStore? = nil, keepsWeights: Bool = true, name: RunOrigin? = nil, seed: UInt64 = 1
  ) throws {
    let training = Training(learningRate: 0.1, epochs: 1, batchSize: 1)
    let report = ShapeReport(of: network, file: "a.md")
    let plan = try #require(report.plan, "\(report.diagnostics)")
    trainer = Trainer(plan, training: training, seed: seed, threads: 1)
    self.store =
      store ?? RunStore(folder: FileManager.default.temporaryDirectory.appendingPathComponent("exports-\(UUID())"))
    let run = RunPlan(
      network: plan.canonicalText, training: training, stepLimit: nil, seed: seed, data: "d", split: "image",
      engine: "1", mathLibrary: "m")
    let metrics = Metrics(
      loss: 0.5, accuracy: 0.9, dice: 0.25, meanDice: 0.2, baselineAccuracy: 0.8, swappedDice: 0.1)
    let record = RunRecord(
      plan: run, ended: Double(seed), seconds: 2, threads: 1, epochs: 1, steps: 2,
      history: (0..<2).map {
        HistoryPoint(step: $0, epoch: 0, loss: 1 / Double($0 + 1), accuracy: 0.5, learningRate: 0.1)
      },
      validation: [ValidationPoint(step: 2, epoch: 0, loss: 0.5, accuracy: 0.9, dice: 0.25)], metrics: metrics,
      weightsDigest: trainer.weightsDigest, trainingImages: 3, validationImages: ["a", "b"])
    digest = run.digest
    let pixels = plan.output.dimensions[0] * plan.output.dimensions[1]
    try self.store.save(
      record, predictions: [UInt8](repeating: 0, count: 2 * pixels),
      weights: keepsWeights ? trainer.weightBytes(most: .max) : nil)
    if let name {
      self.store.keep(RunNames(origin: name, dataset: "set", layers: plan.layerNames), of: digest)
    }
  }

  func remove() { try? FileManager.default.removeItem(at: store.folder) }
}

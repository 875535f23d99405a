internal import ArgumentParser
internal import Datasets
internal import Foundation
internal import Networks
internal import SegLab

/// A training as the labs have it: a generated set, what is done to its images, and a network of the labs' size.
enum DataCase: String, ExpressibleByArgument, CaseIterable {
  /// Lab 4's last training: knees of several sizes, normalised, resized, made binary and moved about at random, for a small U-Net.
  case knee
  /// Lab 2's training: hearts as they are.
  case cardiac
  /// The same, with hearts normalised and moved about at random.
  case cardiacAugmented = "cardiac-augmented"

  /// How many images are generated.
  private static let imageCount = 96

  /// The images.
  ///
  /// - Returns: the set.
  /// - Throws: `DatasetError` where the generator is asked for what it does not make.
  func set() throws -> ImageMaskSet {
    switch self {
    case .knee: try KneePhantom(count: Self.imageCount).make(as: rawValue)
    case .cardiac, .cardiacAugmented: try CardiacPhantom(count: Self.imageCount).make(as: rawValue)
    }
  }

  /// What is done to them; nil where they stay as they are.
  var preprocessing: Preprocessing? {
    switch self {
    case .knee:
      Preprocessing {
        Normalize(.perImage)
        Resize(width: 120, height: 112, fit: .pad)
        Threshold(0.5)
        RandomFlip()
        RandomRotation(upTo: 6)
        RandomTranslation(upTo: 0.05)
        RandomBrightnessContrast(brightness: 0.1, contrast: 0.1)
      }
    case .cardiac: nil
    case .cardiacAugmented:
      Preprocessing {
        Normalize(.perImage)
        RandomFlip()
        RandomRotation(upTo: 15)
        RandomScale(from: 0.9, to: 1.1)
        RandomTranslation(upTo: 0.05)
        RandomBrightnessContrast(brightness: 0.1, contrast: 0.1)
      }
    }
  }

  /// The network.
  var network: Network {
    switch self {
    case .knee: Self.smallUNet
    case .cardiac, .cardiacAugmented: BenchNetwork.fcn.network(base: 0)
    }
  }

  /// What to train with.
  var training: Training {
    switch self {
    case .knee:
      Training(
        learningRate: 0.002, epochs: 1_000, batchSize: 8, optimizer: .adam(), schedule: .cosine(steps: 10_000),
        loss: .binaryCrossEntropy)
    case .cardiac, .cardiacAugmented: BenchNetwork.fcn.training(batch: 1)
    }
  }

  /// The network with its shapes; nil where they do not fit, which tests rule out.
  var plan: NetworkPlan? {
    let limits = NetworkLimits(batchSize: training.batchSize, loss: training.loss)
    return ShapeReport(of: network, file: "", limits: limits).plan
  }

  /// Lab 4's network: three poolings, eight channels on the first level.
  private static var smallUNet: Network {
    @LayerBuilder
    func pair(_ name: String, _ from: Int, _ to: Int) -> [any Layer] {
      Conv2D("\(name)a", filter: [3, 3, from, to], activation: .relu, initializer: .he)
      Conv2D("\(name)b", filter: [3, 3, to, to], activation: .relu, initializer: .he)
    }
    return Network("unet") {
      Input(shape: [112, 120, 1])
      pair("down0", 1, 8)
      for level in 1..<4 {
        MaxPool2D("pool\(level)")
        pair("down\(level)", 8 << (level - 1), 8 << level)
      }
      for level in (0..<3).reversed() {
        ConvTranspose2D("up\(level)", filter: [2, 2, 16 << level, 8 << level], stride: 2, initializer: .he)
        Concat("skip\(level)", of: "up\(level)", "down\(level)b")
        pair("back\(level)", 16 << level, 8 << level)
      }
      Conv2D("score", filter: [1, 1, 8, 1], activation: .identity)
    }
  }
}

/// What getting images costs a training; times in milliseconds.
struct DataReport: Encodable {
  let dataCase: String
  let batch: Int
  let threads: Int
  /// A processor's time for preparing a batch.
  let prepareMS: Spread
  /// A training step whose images are prepared on the way.
  let stepMS: Spread
  /// The same step on images that were prepared before the training.
  let heldStepMS: Spread
  /// The share of the steps' time that passes before their images are there, the first step's included.
  let dataShare: Double

  /// What preparing takes of the time of all processors that train.
  var processorShare: Double { prepareMS.median / (stepMS.median * Double(threads)) }

  /// By how much of itself a step takes longer because images are prepared beside it: waiting, and processors shared.
  var slowdown: Double { stepMS.median / heldStepMS.median - 1 }

  private enum CodingKeys: String, CodingKey {
    case batch, threads, slowdown
    case processorShare = "processor_share"
    case dataCase = "case"
    case prepareMS = "prepare_ms"
    case stepMS = "step_ms"
    case heldStepMS = "held_step_ms"
    case dataShare = "data_share"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(dataCase, forKey: .dataCase)
    try container.encode(batch, forKey: .batch)
    try container.encode(threads, forKey: .threads)
    try container.encode(prepareMS, forKey: .prepareMS)
    try container.encode(stepMS, forKey: .stepMS)
    try container.encode(heldStepMS, forKey: .heldStepMS)
    try container.encode(dataShare, forKey: .dataShare)
    try container.encode(processorShare, forKey: .processorShare)
    try container.encode(slowdown, forKey: .slowdown)
  }

  /// The report for people.
  var text: String {
    """
    \(dataCase), batch \(batch), \(threads) threads
    preparing a batch        \(prepareMS.text)
    training step            \(stepMS.text)
    on prepared images       \(heldStepMS.text)
    waiting for images       \(String(format: "%.2f %% of a training step", dataShare * 100))
    processors' share        \(String(format: "%.1f %%", processorShare * 100))
    longer than without      \(String(format: "%.1f %%", slowdown * 100))
    """
  }
}

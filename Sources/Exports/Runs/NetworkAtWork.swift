public import Experiments
internal import Foundation
internal import Networks
internal import SegLab
internal import Tensors

/// The network of a run with its weights, to look at images once more.
public struct NetworkAtWork {
  private let trainer: Trainer

  /// The network with its weights; nil where they are not those of the run.
  ///
  /// - Parameters:
  ///   - run: the run.
  ///   - weights: its weights.
  public init?(_ run: ExportedRun, weights: NetworkWeights) {
    var training = run.record.plan.training
    // Nothing is trained: no memory for it.
    (training.batchSize, training.optimizer, training.weightDecay) = (1, .sgd, 0)
    (training.clipNorm, training.keepBest) = (nil, false)
    trainer = Trainer(run.plan, training: training, seed: 0, threads: 1)
    trainer.setWeights(weights.parts.flatMap(\.bytes))
    guard trainer.weightsDigest == run.record.weightsDigest else { return nil }
  }

  /// What the network gives for an image, `[height, width, channels]`; nil where the image does not fit.
  public func logits(of images: SplitSamples, _ index: Int) -> [Float]? { try? trainer.logits(of: images, index) }

  /// The probability of class 1 of each pixel of an image; nil where the image does not fit.
  public func scores(of images: SplitSamples, _ index: Int) -> [Float]? {
    guard let logits = logits(of: images, index) else { return nil }
    let channels = trainer.plan.channels
    return stride(from: 0, to: logits.count, by: channels).map { pixel in
      guard channels > 1 else { return 1 / (1 + exp(-logits[pixel])) }
      let most = logits[pixel..<pixel + channels].max() ?? 0
      let sum = logits[pixel..<pixel + channels].reduce(0) { $0 + exp($1 - most) }
      return exp(logits[pixel + 1] - most) / sum
    }
  }
}

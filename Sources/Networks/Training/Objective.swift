internal import Kernels
public import SegLab

/// What a training makes small: a loss, or the weighted sum of several, with the gradient of the network's output.
final class Objective {
  /// What one batch gave.
  struct Measure {
    /// The loss of the batch.
    var loss = 0.0
    /// How many pixels were given the right class.
    var correct = 0
  }

  private enum Term {
    case crossEntropy(SoftmaxCrossEntropy)
    case binary(BinaryCrossEntropy)
    case dice(SoftDice)
  }

  private let terms: [(weight: Double, term: Term)]
  /// The classes of the last batch's pixels, `[batch, H, W]`.
  private(set) var predictions: [UInt8]

  /// - Parameters:
  ///   - training: says which losses, and how heavily classes count.
  ///   - channels: how many numbers the network gives for a pixel.
  ///   - pixels: the most pixels at once.
  init(_ training: Training, channels: Int, pixels: Int) {
    let weights = training.classWeights.map { Float($0) }
    terms = training.loss.parts.map { part in
      let term: Term =
        switch part.loss {
        case .binaryCrossEntropy: .binary(BinaryCrossEntropy(pixels: pixels, weights: weights))
        case .dice(let smoothing): .dice(SoftDice(pixels: pixels, smoothing: smoothing))
        case .crossEntropy, .weighted:
          .crossEntropy(SoftmaxCrossEntropy(classes: channels, pixels: pixels, weights: weights))
        }
      return (part.weight, term)
    }
    predictions = Array(repeating: 0, count: pixels)
  }

  /// Measures `logits` against `labels`.
  ///
  /// - Parameters:
  ///   - logits: what the network gave.
  ///   - labels: the class of each pixel, `[batch, H, W]`.
  ///   - batch: how many images.
  ///   - gradient: where the gradient of the loss by `logits` goes; nil where it is not needed.
  ///   - pool: the threads to use.
  /// - Returns: the loss, and how many pixels were right.
  func measure(
    _ logits: FeatureMap, labels: UnsafePointer<UInt8>, batch: Int, gradient: FeatureMap?, on pool: WorkerPool
  ) -> Measure {
    var result = Measure()
    var isCounted = false
    predictions.withUnsafeMutableBufferPointer { predictions in
      guard let predictions = predictions.baseAddress else { return }
      for (index, (weight, term)) in terms.enumerated() {
        let target = gradient.map { LossGradient($0, weight: Float(weight), adding: index > 0) }
        switch term {
        case .crossEntropy(let loss):
          let measure = loss.measure(
            logits, labels: labels, batch: batch, gradient: target, predictions: predictions, on: pool)
          result.loss += weight * measure.mean
          (result.correct, isCounted) = (measure.correct, true)
        case .binary(let loss):
          let measure = loss.measure(
            logits, labels: labels, batch: batch, gradient: target, predictions: predictions, on: pool)
          result.loss += weight * measure.mean
          (result.correct, isCounted) = (measure.correct, true)
        case .dice(let loss):
          result.loss += weight * loss.measure(logits, labels: labels, batch: batch, gradient: target, on: pool)
        }
      }
      guard !isCounted else { return }
      ClassPrediction.write(logits, batch: batch, to: predictions, on: pool)
      for pixel in 0..<batch * logits.height * logits.width where predictions[pixel] == labels[pixel] {
        result.correct += 1
      }
    }
    return result
  }
}

extension Loss {
  /// How many channels a single loss takes.
  ///
  /// - Parameters:
  ///   - many: as many as there are classes.
  ///   - classes: how many those are; nil where that is not known.
  /// - Returns: the numbers that will do.
  func channels(_ many: Set<Int>, classes: Int?) -> Set<Int> {
    switch self {
    case .binaryCrossEntropy: [1]
    case .crossEntropy: many
    // Its class 1 is all that it looks at: one channel will do where there are two classes.
    case .dice: classes ?? 2 == 2 ? many.union([1]) : many
    case .weighted: many.union([1])
    }
  }

  /// What it is called in other programs.
  public var title: String {
    switch self {
    case .crossEntropy: "SoftmaxCrossEntropy"
    case .binaryCrossEntropy: "SigmoidCrossEntropy"
    case .dice: "SoftDice"
    case .weighted: "WeightedSum"
    }
  }
}

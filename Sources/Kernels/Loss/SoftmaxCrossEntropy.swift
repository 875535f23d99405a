/// The loss of the labs: the mean over all pixels of −ln of the softmax of the right class, and its gradient.
///
/// With a weight for each class the mean is weighted: the sum of the pixels' losses, each times the weight of its right class, over the sum of
/// those weights.
/// - Complexity: one pass over the logits; an exponential per logit and a logarithm per pixel.
public final class SoftmaxCrossEntropy {
  /// How many classes there are.
  public let classes: Int
  private let weights: ClassWeights
  private var tiles: LossTiles

  /// - Parameters:
  ///   - classes: how many classes there are, 1 to 256.
  ///   - pixels: the most pixels at once.
  ///   - weights: a weight for each class, none negative; empty where all are 1.
  public init(classes: Int, pixels: Int, weights: [Float] = []) {
    precondition((1...256).contains(classes), "a label of one byte has 1 to 256 classes, not \(classes)")
    self.classes = classes
    self.weights = ClassWeights(weights, classes: classes)
    tiles = LossTiles(pixels: pixels)
  }

  /// Measures `logits` against `labels` and, where asked, hands over the gradient of the mean and the classes.
  ///
  /// A pixel's class is its largest logit's, the first of several equal ones. Where a logit is NaN so is the loss.
  /// - Parameters:
  ///   - logits: a channel for each class.
  ///   - labels: the class of each pixel, below ``classes``, `[batch, H, W]`.
  ///   - batch: how many images.
  ///   - gradient: where the gradient goes; nil where it is not needed.
  ///   - predictions: the class of each pixel, `[batch, H, W]`; nil where it is not needed.
  ///   - pool: the threads to use.
  /// - Returns: the loss and how many pixels were right.
  public func measure(
    _ logits: FeatureMap, labels: UnsafePointer<UInt8>, batch: Int, gradient: LossGradient? = nil,
    predictions: UnsafeMutablePointer<UInt8>? = nil, on pool: WorkerPool
  ) -> LossMeasure {
    precondition(logits.channels == classes, "\(logits.channels) channels for \(classes) classes")
    let pixels = batch * logits.height * logits.width
    let weightSum = weights.sum(labels, pixels: pixels, tiles: &tiles, on: pool)
    let part = weights.values.withUnsafeBufferPointer { weights in
      let pass = PixelPass(
        logits: ClassPlanes(logits), labels: labels, weights: weights.isEmpty ? nil : weights.baseAddress,
        gradient: gradient.map { ClassPlanes($0.map) },
        scale: weightSum == 0 ? 0 : (gradient?.weight ?? 0) / Float(weightSum), adding: gradient?.adding ?? false,
        predictions: predictions)
      return tiles.sum(pixels, on: pool) { pass.run(over: $0) }
    }
    return LossMeasure(lossSum: part.loss, weightSum: weightSum, correct: part.correct)
  }
}

/// The binary cross-entropy of one logit a pixel: the mean over all pixels of −ln of the probability of the right answer, and its gradient.
///
/// The sigmoid of the logit is the probability of class 1. With weights of classes the mean is weighted, as ``SoftmaxCrossEntropy``'s is.
/// - Complexity: one pass over the logits; an exponential and a logarithm per pixel.
public final class BinaryCrossEntropy {
  private let weights: ClassWeights
  private var tiles: LossTiles

  /// - Parameters:
  ///   - pixels: the most pixels at once.
  ///   - weights: the weight of class 0 and that of class 1, none negative; empty where both are 1.
  public init(pixels: Int, weights: [Float] = []) {
    self.weights = ClassWeights(weights, classes: 2)
    tiles = LossTiles(pixels: pixels)
  }

  /// Measures `logits` against `labels` and, where asked, hands over the gradient of the mean and the classes.
  ///
  /// A pixel's class is 1 where its logit is above 0. Where a logit is NaN so is the loss.
  /// - Parameters:
  ///   - logits: one channel.
  ///   - labels: 0 or 1 for each pixel, `[batch, H, W]`.
  ///   - batch: how many images.
  ///   - gradient: where the gradient goes; nil where it is not needed.
  ///   - predictions: the class of each pixel, `[batch, H, W]`; nil where it is not needed.
  ///   - pool: the threads to use.
  /// - Returns: the loss and how many pixels were right.
  public func measure(
    _ logits: FeatureMap, labels: UnsafePointer<UInt8>, batch: Int, gradient: LossGradient? = nil,
    predictions: UnsafeMutablePointer<UInt8>? = nil, on pool: WorkerPool
  ) -> LossMeasure {
    precondition(logits.channels == 1, "a binary loss has 1 channel, not \(logits.channels)")
    let pixels = batch * logits.height * logits.width
    let weightSum = weights.sum(labels, pixels: pixels, tiles: &tiles, on: pool)
    let part = weights.values.withUnsafeBufferPointer { weights in
      let pass = Pass(
        logits: ClassPlanes(logits), labels: labels, weights: weights.isEmpty ? nil : weights.baseAddress,
        gradient: gradient.map { ClassPlanes($0.map) },
        scale: weightSum == 0 ? 0 : (gradient?.weight ?? 0) / Float(weightSum), adding: gradient?.adding ?? false,
        predictions: predictions)
      return tiles.sum(pixels, on: pool) { pass.run(over: $0) }
    }
    return LossMeasure(lossSum: part.loss, weightSum: weightSum, correct: part.correct)
  }

  private struct Pass {
    let logits: ClassPlanes
    let labels: UnsafePointer<UInt8>
    let weights: UnsafePointer<Float>?
    let gradient: ClassPlanes?
    let scale: Float
    let adding: Bool
    let predictions: UnsafeMutablePointer<UInt8>?

    func run(over pixels: Range<Int>) -> LossTiles.Part {
      var losses = SIMD16<Double>.zero
      var hits = Lanes.zero
      var plane = Lanes.zero
      var pixel = pixels.lowerBound
      while pixel < pixels.upperBound {
        work(at: pixel, count: min(Lanes.width, pixels.upperBound - pixel), &plane, &losses, &hits)
        pixel += Lanes.width
      }
      return LossTiles.Part(
        loss: losses.indices.reduce(0) { $0 + losses[$1] }, correct: hits.indices.reduce(0) { $0 + Int(hits[$1]) })
    }

    @inline(__always)
    private func work(
      at pixel: Int, count: Int, _ plane: inout Lanes, _ losses: inout SIMD16<Double>, _ hits: inout Lanes
    ) {
      let one = Lanes(repeating: 1)
      logits.gather(at: pixel, count: count, to: &plane)
      let x = plane
      let right = ClassPlanes.labels(labels, at: pixel, count: count)
      let isPositive = x .> Lanes.zero
      // e to the power of −|x| is at most 1: nothing can overflow.
      let power = Lanes.exponential(
        Lanes.zero.replacing(with: -x, where: isPositive).replacing(with: x, where: .!isPositive))
      let above = x.replacing(with: Lanes.zero, where: x .< Lanes.zero)
      var loss = (above - x * right + Lanes.logarithm(one + power)).replacing(with: x, where: x .!= x)
      var scale = Lanes(repeating: scale)
      if let weights {
        let weight = PixelPass.weight(right, weights, 2)
        loss *= weight
        scale *= weight
      }
      let isThere = Lanes.numbered .< Lanes(repeating: Float(count))
      losses += SIMD16<Double>(Lanes.zero.replacing(with: loss, where: isThere))
      let best = Lanes.zero.replacing(with: one, where: isPositive)
      hits = hits.replacing(with: hits + 1, where: isThere .& (best .== right))
      if let predictions { ClassPlanes.write(best, at: pixel, count: count, to: predictions) }
      guard let gradient else { return }
      let share = power.replacing(with: one, where: isPositive) / (one + power)
      plane = (share - right) * scale
      gradient.scatter(&plane, at: pixel, count: count, adding: adding)
    }
  }
}

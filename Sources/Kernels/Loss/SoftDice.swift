/// The soft Dice loss of class 1 over a batch: 1 − (2·Σp·t + s) / (Σp + Σt + s), and its gradient.
///
/// The probability p of class 1 is its softmax, or for one channel the sigmoid of the logit; t is 1 where the label is class 1 and 0 elsewhere; the
/// sums run over all pixels of all images, and s keeps the quotient from 0 / 0.
/// - Complexity: a pass over the logits for the sums and another one for the gradient.
/// - SeeAlso: Milletari, Navab, Ahmadi, “V-Net”, 2016, §3.
public final class SoftDice {
  private let smoothing: Double
  private var tiles: LossTiles

  /// - Parameters:
  ///   - pixels: the most pixels at once.
  ///   - smoothing: s above; at least 0.
  public init(pixels: Int, smoothing: Double = 1) {
    precondition(smoothing >= 0, "the smoothing must not be negative: \(smoothing)")
    self.smoothing = smoothing
    tiles = LossTiles(pixels: pixels)
  }

  /// Measures `logits` against `labels` and, where asked, hands over the gradient.
  ///
  /// - Parameters:
  ///   - logits: a channel for each class, or one whose sigmoid is the probability of class 1.
  ///   - labels: the class of each pixel, `[batch, H, W]`.
  ///   - batch: how many images.
  ///   - gradient: where the gradient goes; nil where it is not needed.
  ///   - pool: the threads to use.
  /// - Returns: the loss, from 0 to 1; 0 where nothing is there, nothing was found and s is 0; NaN where a logit is NaN.
  public func measure(
    _ logits: FeatureMap, labels: UnsafePointer<UInt8>, batch: Int, gradient: LossGradient? = nil,
    on pool: WorkerPool
  ) -> Double {
    let pixels = batch * logits.height * logits.width
    let pass = DicePass(logits: ClassPlanes(logits), labels: labels)
    let sums = tiles.sum(pixels, on: pool) { pass.sums(over: $0) }
    let overlap = 2 * sums.loss + smoothing
    let total = sums.weight + Double(sums.correct) + smoothing
    if let gradient {
      let planes = ClassPlanes(gradient.map)
      // The loss falls by 2/total with p where t is 1, and rises by overlap/total² with every p.
      let rise = total == 0 ? 0 : overlap / total / total * Double(gradient.weight)
      let fall = total == 0 ? 0 : 2 / total * Double(gradient.weight)
      LossTiles.forEach(pixels, on: pool) {
        pass.write(over: $0, rise: Float(rise), fall: Float(fall), to: planes, adding: gradient.adding)
      }
    }
    return total == 0 ? 0 : 1 - overlap / total
  }
}

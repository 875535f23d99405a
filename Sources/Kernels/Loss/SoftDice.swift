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

/// The two passes of the soft Dice loss over a stretch of pixels, sixteen at a time.
struct DicePass {
  let logits: ClassPlanes
  let labels: UnsafePointer<UInt8>

  /// Σp·t as the loss, Σp as the weight and Σt as the count of what is right.
  func sums(over pixels: Range<Int>) -> LossTiles.Part {
    var shared = SIMD16<Double>.zero
    var found = SIMD16<Double>.zero
    var there = Lanes.zero
    forGroups(pixels) { pixel, count, planes in
      let p = probabilities(at: pixel, count: count, planes)
      let isThere = Lanes.numbered .< Lanes(repeating: Float(count))
      let isOne = isThere .& (ClassPlanes.labels(labels, at: pixel, count: count) .== Lanes(repeating: 1))
      shared += SIMD16<Double>(Lanes.zero.replacing(with: p, where: isOne))
      found += SIMD16<Double>(Lanes.zero.replacing(with: p, where: isThere))
      there = there.replacing(with: there + 1, where: isOne)
    }
    return LossTiles.Part(
      loss: shared.indices.reduce(0) { $0 + shared[$1] }, weight: found.indices.reduce(0) { $0 + found[$1] },
      correct: there.indices.reduce(0) { $0 + Int(there[$1]) })
  }

  /// Writes (`rise` − `fall` · t) · dp/dlogit for every logit.
  func write(over pixels: Range<Int>, rise: Float, fall: Float, to gradient: ClassPlanes, adding: Bool) {
    let classes = logits.classes
    forGroups(pixels) { pixel, count, planes in
      let p = probabilities(at: pixel, count: count, planes)
      let isOne = ClassPlanes.labels(labels, at: pixel, count: count) .== Lanes(repeating: 1)
      let slope = Lanes(repeating: rise).replacing(with: Lanes(repeating: rise - fall), where: isOne) * p
      if classes == 1 {
        planes[0] = slope * (Lanes(repeating: 1) - p)
      } else {
        for index in 0..<classes { planes[index] = index == 1 ? slope - slope * p : -slope * planes[index] }
      }
      gradient.scatter(planes, at: pixel, count: count, adding: adding)
    }
  }

  /// The probability of class 1; `planes` become those of all classes.
  @inline(__always)
  private func probabilities(at pixel: Int, count: Int, _ planes: UnsafeMutablePointer<Lanes>) -> Lanes {
    logits.gather(at: pixel, count: count, to: planes)
    guard logits.classes > 1 else { return Lanes.sigmoid(planes[0]) }
    ClassPlanes.softmax(planes, logits.classes)
    return planes[1]
  }

  @inline(__always)
  private func forGroups(_ pixels: Range<Int>, _ body: (Int, Int, UnsafeMutablePointer<Lanes>) -> Void) {
    withUnsafeTemporaryAllocation(of: Lanes.self, capacity: logits.classes) { planes in
      guard let planes = planes.baseAddress else { return }
      var pixel = pixels.lowerBound
      while pixel < pixels.upperBound {
        body(pixel, min(Lanes.width, pixels.upperBound - pixel), planes)
        pixel += Lanes.width
      }
    }
  }
}

extension ClassPlanes {
  /// Turns `classes` planes of logits into probabilities.
  @inline(__always)
  static func softmax(_ planes: UnsafeMutablePointer<Lanes>, _ classes: Int) {
    let top = largest(planes, classes).value
    var sum = Lanes.zero
    for index in 0..<classes {
      planes[index] = Lanes.exponential(planes[index] - top)
      sum += planes[index]
    }
    let factor = Lanes(repeating: 1) / sum
    for index in 0..<classes { planes[index] *= factor }
  }
}

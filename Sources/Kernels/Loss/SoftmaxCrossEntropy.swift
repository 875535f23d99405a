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

/// One pass of the softmax cross-entropy over a stretch of pixels, sixteen at a time.
struct PixelPass {
  let logits: ClassPlanes
  let labels: UnsafePointer<UInt8>
  /// The weight of each class; nil where all are 1.
  let weights: UnsafePointer<Float>?
  let gradient: ClassPlanes?
  /// What the gradient is multiplied by.
  let scale: Float
  let adding: Bool
  let predictions: UnsafeMutablePointer<UInt8>?

  /// Works through `pixels`.
  func run(over pixels: Range<Int>) -> LossTiles.Part {
    PairPass(self)?.run(over: pixels) ?? measure(pixels)
  }

  /// Works through `pixels`, whatever the classes and however they lie.
  func measure(_ pixels: Range<Int>) -> LossTiles.Part {
    var losses = SIMD16<Double>.zero
    var hits = Lanes.zero
    // The logits of sixteen pixels, class after class, then their exponentials.
    withUnsafeTemporaryAllocation(of: Lanes.self, capacity: logits.classes) { planes in
      guard let planes = planes.baseAddress else { return }
      var pixel = pixels.lowerBound
      while pixel &+ Lanes.width <= pixels.upperBound {
        work(at: pixel, count: Lanes.width, planes, &losses, &hits)
        pixel &+= Lanes.width
      }
      if pixel < pixels.upperBound { work(at: pixel, count: pixels.upperBound - pixel, planes, &losses, &hits) }
    }
    return LossTiles.Part(
      loss: losses.indices.reduce(0) { $0 + losses[$1] }, correct: hits.indices.reduce(0) { $0 + Int(hits[$1]) })
  }

  @inline(__always)
  private func work(
    at pixel: Int, count: Int, _ planes: UnsafeMutablePointer<Lanes>, _ losses: inout SIMD16<Double>,
    _ hits: inout Lanes
  ) {
    let classes = logits.classes
    logits.gather(at: pixel, count: count, to: planes)
    let right = ClassPlanes.labels(labels, at: pixel, count: count)
    var largest = planes[0]
    var best = Lanes.zero
    var rightLogit = planes[0]
    for index in 1..<max(1, classes) {
      let logit = planes[index]
      let isLarger = logit .> largest
      largest = largest.replacing(with: logit, where: isLarger)
      best = best.replacing(with: Lanes(repeating: Float(index)), where: isLarger)
      rightLogit = rightLogit.replacing(with: logit, where: right .== Lanes(repeating: Float(index)))
    }
    var sum = Lanes.zero
    for index in 0..<classes {
      let power = Lanes.exponential(planes[index] - largest)
      planes[index] = power
      sum += power
    }
    // NaN in a sum must reach the loss; the logarithm is for numbers alone.
    var loss = (Lanes.logarithm(sum) + (largest - rightLogit)).replacing(with: sum, where: sum .!= sum)
    var scale = Lanes(repeating: scale)
    if let weights {
      let weight = Self.weight(right, weights, classes)
      loss *= weight
      scale *= weight
    }
    let isThere = Lanes.numbered .< Lanes(repeating: Float(count))
    losses += SIMD16<Double>(Lanes.zero.replacing(with: loss, where: isThere))
    hits = hits.replacing(with: hits + 1, where: isThere .& (best .== right))
    if let predictions { ClassPlanes.write(best, at: pixel, count: count, to: predictions) }
    guard let gradient else { return }
    let factor = scale / sum
    for index in 0..<classes {
      let own = right .== Lanes(repeating: Float(index))
      let share = planes[index] * factor
      planes[index] = share.replacing(with: share - scale, where: own)
    }
    gradient.scatter(planes, at: pixel, count: count, adding: adding)
  }

  /// The weight of each lane's class.
  @inline(__always)
  static func weight(_ right: Lanes, _ weights: UnsafePointer<Float>, _ classes: Int) -> Lanes {
    var weight = Lanes(repeating: weights[0])
    for index in 1..<max(1, classes) {
      weight = weight.replacing(
        with: Lanes(repeating: weights[index]), where: right .== Lanes(repeating: Float(index)))
    }
    return weight
  }
}

/// One pass of the softmax cross-entropy of two classes whose logits lie close: all in registers, an exponential a pixel.
struct PairPass {
  private let pass: PixelPass
  private let start: UnsafeMutablePointer<Float>

  /// Takes over from `pass` where it has two classes and nothing lies between the pixels; nil elsewhere.
  init?(_ pass: PixelPass) {
    guard pass.logits.isPairs, pass.gradient?.isPairs != false else { return nil }
    self.pass = pass
    start = pass.logits.start
  }

  /// Works through `pixels`, sixteen at a time; the last ones, fewer than that, are left to the pass that this one took over from.
  func run(over pixels: Range<Int>) -> LossTiles.Part {
    let weight0 = Lanes(repeating: pass.weights?[0] ?? 1)
    let weight1 = Lanes(repeating: pass.weights?[1] ?? 1)
    let one = Lanes(repeating: 1)
    let scale = Lanes(repeating: pass.scale)
    var losses = SIMD16<Double>.zero
    var hits = Lanes.zero
    var pixel = pixels.lowerBound
    while pixel &+ Lanes.width <= pixels.upperBound {
      let pairs = UnsafeRawPointer(start + 2 &* pixel).loadUnaligned(as: SIMD32<Float>.self)
      let (zero, first) = (pairs.evenHalf, pairs.oddHalf)
      let right = ClassPlanes.labels(pass.labels, at: pixel, count: Lanes.width)
      let isOne = right .== one
      let isLarger = first .> zero
      let largest = zero.replacing(with: first, where: isLarger)
      let smaller = first.replacing(with: zero, where: isLarger)
      // The larger logit's exponential is 1.
      let power = Lanes.exponential(smaller - largest)
      let sum = one + power
      let rightLogit = zero.replacing(with: first, where: isOne)
      let loss = (Lanes.logarithm(sum) + (largest - rightLogit)).replacing(with: sum, where: sum .!= sum)
      let weight = weight0.replacing(with: weight1, where: isOne)
      losses += SIMD16<Double>(loss * weight)
      let best = Lanes.zero.replacing(with: one, where: isLarger)
      hits = hits.replacing(with: hits + 1, where: best .== right)
      if let predictions = pass.predictions {
        ClassPlanes.write(best, at: pixel, count: Lanes.width, to: predictions)
      }
      if let gradient = pass.gradient {
        let own = scale * weight
        let factor = own / sum
        let less = power * factor
        let zeroShare = factor.replacing(with: less, where: isLarger)
        let oneShare = less.replacing(with: factor, where: isLarger)
        var result = SIMD32<Float>.zero
        result.evenHalf = zeroShare.replacing(with: zeroShare - own, where: right .== Lanes.zero)
        result.oddHalf = oneShare.replacing(with: oneShare - own, where: isOne)
        let target = gradient.start + 2 &* pixel
        if pass.adding { result += UnsafeRawPointer(target).loadUnaligned(as: SIMD32<Float>.self) }
        UnsafeMutableRawPointer(target).storeBytes(of: result, as: SIMD32<Float>.self)
      }
      pixel &+= Lanes.width
    }
    var part = pass.measure(pixel..<pixels.upperBound)
    for lane in 0..<Lanes.width {
      part.loss += losses[lane]
      part.correct += Int(hits[lane])
    }
    return part
  }
}

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

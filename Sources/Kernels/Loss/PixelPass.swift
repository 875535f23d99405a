/// One pass of the cross-entropy over a stretch of pixels, sixteen at a time.
struct PixelPass {
  let logits: UnsafePointer<Float>
  let labels: UnsafePointer<UInt8>
  let classes: Int
  let gradient: UnsafeMutablePointer<Float>?
  let scale: Float
  let predictions: UnsafeMutablePointer<UInt8>?
  private var losses = SIMD16<Double>.zero
  private var hits = Lanes.zero

  /// The sum of the losses so far, the lanes in order.
  var lossSum: Double { losses.indices.reduce(0) { $0 + losses[$1] } }
  /// How many pixels were right so far.
  var correct: Int { hits.indices.reduce(0) { $0 + Int(hits[$1]) } }

  init(
    logits: UnsafePointer<Float>, labels: UnsafePointer<UInt8>, classes: Int, gradient: UnsafeMutablePointer<Float>?,
    scale: Float, predictions: UnsafeMutablePointer<UInt8>?
  ) {
    self.logits = logits
    self.labels = labels
    self.classes = classes
    self.gradient = gradient
    self.scale = scale
    self.predictions = predictions
  }

  /// Works through `pixels`.
  mutating func run(over pixels: Range<Int>) {
    // The logits of sixteen pixels, class after class, then their exponentials.
    withUnsafeTemporaryAllocation(of: Lanes.self, capacity: classes) { planes in
      var pixel = pixels.lowerBound
      while pixel < pixels.upperBound {
        work(at: pixel, count: min(Lanes.width, pixels.upperBound - pixel), planes)
        pixel += Lanes.width
      }
    }
  }

  @inline(__always)
  private mutating func work(at pixel: Int, count: Int, _ planes: UnsafeMutableBufferPointer<Lanes>) {
    gather(at: pixel, count: count, planes)
    let right = rightClasses(at: pixel, count: count)
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
    let loss = (Lanes.logarithm(sum) + (largest - rightLogit)).replacing(with: sum, where: sum .!= sum)
    let isThere = Lanes(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15) .< Lanes(repeating: Float(count))
    losses += SIMD16<Double>(Lanes.zero.replacing(with: loss, where: isThere))
    hits = hits.replacing(with: hits + 1, where: isThere .& (best .== right))
    if let predictions {
      for lane in 0..<count { predictions[pixel + lane] = UInt8(best[lane]) }
    }
    guard gradient != nil else { return }
    let factor = Lanes(repeating: scale) / sum
    for index in 0..<classes {
      let own = right .== Lanes(repeating: Float(index))
      let share = planes[index] * factor
      planes[index] = share.replacing(with: share - Lanes(repeating: scale), where: own)
    }
    scatter(at: pixel, count: count, planes)
  }

  /// The labels of `count` pixels; the lanes behind them read as class 0. As floats, since those compare sixteen at a time.
  @inline(__always)
  private func rightClasses(at pixel: Int, count: Int) -> Lanes {
    if count == Lanes.width {
      let bytes = UnsafeRawPointer(labels + pixel).loadUnaligned(as: SIMD16<UInt8>.self)
      // A small whole number under the bits of 2²³ is that much above 2²³.
      let bits = SIMD16<UInt32>(truncatingIfNeeded: bytes) | SIMD16<UInt32>(repeating: 0x4B00_0000)
      return unsafeBitCast(bits, to: Lanes.self) - Lanes(repeating: 8_388_608)
    }
    var right = Lanes.zero
    for lane in 0..<count { right[lane] = Float(labels[pixel + lane]) }
    return right
  }

  /// Turns `[pixel][class]` into `[class][pixel]`.
  @inline(__always)
  private func gather(at pixel: Int, count: Int, _ planes: UnsafeMutableBufferPointer<Lanes>) {
    let source = logits + pixel * classes
    if classes == 2, count == Lanes.width {
      let pairs = UnsafeRawPointer(source).loadUnaligned(as: SIMD32<Float>.self)
      planes[0] = pairs.evenHalf
      planes[1] = pairs.oddHalf
      return
    }
    for index in 0..<classes {
      var plane = Lanes.zero
      for lane in 0..<count { plane[lane] = source[lane * classes + index] }
      planes[index] = plane
    }
  }

  /// Turns `[class][pixel]` into `[pixel][class]`.
  @inline(__always)
  private func scatter(at pixel: Int, count: Int, _ planes: UnsafeMutableBufferPointer<Lanes>) {
    guard let gradient else { return }
    let target = gradient + pixel * classes
    if classes == 2, count == Lanes.width {
      var pairs = SIMD32<Float>.zero
      pairs.evenHalf = planes[0]
      pairs.oddHalf = planes[1]
      UnsafeMutableRawPointer(target).storeBytes(of: pairs, as: SIMD32<Float>.self)
      return
    }
    for index in 0..<classes {
      let plane = planes[index]
      for lane in 0..<count { target[lane * classes + index] = plane[lane] }
    }
  }
}

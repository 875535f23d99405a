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

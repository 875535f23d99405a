/// Reads and writes the channels of sixteen pixels as planes: one vector a class, one lane a pixel.
struct ClassPlanes {
  /// The first class of the first pixel.
  let start: UnsafeMutablePointer<Float>
  /// How many numbers lie between neighbouring pixels.
  let stride: Int
  /// How many classes there are.
  let classes: Int

  init(_ map: FeatureMap) {
    start = map.pointer
    stride = map.stride
    classes = map.channels
  }

  /// Whether there are two classes with nothing between the pixels.
  var isPairs: Bool { classes == 2 && stride == 2 }

  /// Turns `[pixel][class]` into `[class][pixel]`; lanes behind `count` are 0.
  @inline(__always)
  func gather(at pixel: Int, count: Int, to planes: UnsafeMutablePointer<Lanes>) {
    let source = start + pixel &* stride
    if count == Lanes.width {
      if classes == 2, stride == 2 {
        let pairs = UnsafeRawPointer(source).loadUnaligned(as: SIMD32<Float>.self)
        planes[0] = pairs.evenHalf
        planes[1] = pairs.oddHalf
      } else if stride == 1 {
        planes[0] = FullLanes().load(source)
      } else {
        for index in 0..<classes {
          var plane = Lanes.zero
          for lane in 0..<Lanes.width { plane[lane] = source[lane &* stride &+ index] }
          planes[index] = plane
        }
      }
      return
    }
    for index in 0..<classes {
      var plane = Lanes.zero
      for lane in 0..<count { plane[lane] = source[lane &* stride &+ index] }
      planes[index] = plane
    }
  }

  /// Turns `[class][pixel]` into `[pixel][class]`, added to what is there where `adding`; whole lanes are filled up with 0.
  @inline(__always)
  func scatter(_ planes: UnsafeMutablePointer<Lanes>, at pixel: Int, count: Int, adding: Bool) {
    let target = start + pixel &* stride
    if count == Lanes.width {
      if classes == 2, stride == 2 {
        var pairs = SIMD32<Float>.zero
        pairs.evenHalf = planes[0]
        pairs.oddHalf = planes[1]
        if adding { pairs += UnsafeRawPointer(target).loadUnaligned(as: SIMD32<Float>.self) }
        UnsafeMutableRawPointer(target).storeBytes(of: pairs, as: SIMD32<Float>.self)
        return
      }
      if stride == 1 {
        FullLanes().store(adding ? planes[0] + FullLanes().load(target) : planes[0], to: target)
        return
      }
    }
    for index in 0..<classes {
      let plane = planes[index]
      for lane in 0..<count {
        let place = lane &* stride &+ index
        target[place] = adding ? target[place] + plane[lane] : plane[lane]
      }
    }
    guard stride % Lanes.width == 0, classes % Lanes.width != 0 else { return }
    let padding = Lanes.width - classes % Lanes.width
    for lane in 0..<count { (target + lane &* stride + classes).update(repeating: 0, count: padding) }
  }

  /// The labels of `count` pixels; the lanes behind them read as class 0. As floats, since those compare sixteen at a time.
  @inline(__always)
  static func labels(_ labels: UnsafePointer<UInt8>, at pixel: Int, count: Int) -> Lanes {
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

  /// The largest of `classes` planes and its index in each lane; the first of several equal ones.
  @inline(__always)
  static func largest(
    _ planes: UnsafeMutablePointer<Lanes>, _ classes: Int
  ) -> (value: Lanes, index: Lanes) {
    var largest = planes[0]
    var best = Lanes.zero
    for index in 1..<max(1, classes) {
      let isLarger = planes[index] .> largest
      largest = largest.replacing(with: planes[index], where: isLarger)
      best = best.replacing(with: Lanes(repeating: Float(index)), where: isLarger)
    }
    return (largest, best)
  }

  /// Writes a class for each of `count` pixels.
  @inline(__always)
  static func write(_ classes: Lanes, at pixel: Int, count: Int, to target: UnsafeMutablePointer<UInt8>) {
    if count == Lanes.width {
      let bits = unsafeBitCast(classes + Lanes(repeating: 8_388_608), to: SIMD16<UInt32>.self)
      UnsafeMutableRawPointer(target + pixel).storeBytes(
        of: SIMD16<UInt8>(truncatingIfNeeded: bits), as: SIMD16<UInt8>.self)
    } else {
      for lane in 0..<count { target[pixel + lane] = UInt8(classes[lane]) }
    }
  }
}

/// The class that a network gives each pixel.
public enum ClassPrediction {
  /// Writes the class of the largest logit, the first of several equal ones; for one channel, 1 where the logit is above 0.
  ///
  /// - Parameters:
  ///   - logits: a channel for each class, or one for class 1 against the rest.
  ///   - batch: how many images.
  ///   - target: the class of each pixel, `[batch, H, W]`; overwritten.
  ///   - pool: the threads to use.
  public static func write(
    _ logits: FeatureMap, batch: Int, to target: UnsafeMutablePointer<UInt8>, on pool: WorkerPool
  ) {
    let source = ClassPlanes(logits)
    LossTiles.forEach(batch * logits.height * logits.width, on: pool) { pixels in
      withUnsafeTemporaryAllocation(of: Lanes.self, capacity: source.classes) { planes in
        guard let planes = planes.baseAddress else { return }
        var pixel = pixels.lowerBound
        while pixel < pixels.upperBound {
          let count = min(Lanes.width, pixels.upperBound - pixel)
          source.gather(at: pixel, count: count, to: planes)
          let best =
            source.classes == 1
            ? Lanes.zero.replacing(with: Lanes(repeating: 1), where: planes[0] .> Lanes.zero)
            : ClassPlanes.largest(planes, source.classes).index
          ClassPlanes.write(best, at: pixel, count: count, to: target)
          pixel += Lanes.width
        }
      }
    }
  }
}

/// What each class counts for in a mean over pixels.
struct ClassWeights {
  /// A weight for each class; empty where all are 1.
  let values: [Float]
  private let most: Float

  /// - Parameters:
  ///   - values: a weight for each class, none negative; empty where all are 1.
  ///   - classes: how many classes there are.
  init(_ values: [Float], classes: Int) {
    precondition(values.isEmpty || values.count == classes, "\(values.count) weights for \(classes) classes")
    precondition(
      values.allSatisfy { $0 >= 0 && $0.isFinite }, "weights of classes must be finite and not negative: \(values)")
    self.values = values
    most = values.max() ?? 1
  }

  /// The sum over pixels of the weight of their class; the last class stands for every label above it.
  func sum(_ labels: UnsafePointer<UInt8>, pixels: Int, tiles: inout LossTiles, on pool: WorkerPool) -> Double {
    guard !values.isEmpty else { return Double(pixels) }
    return values.withUnsafeBufferPointer { weights in
      tiles.sum(pixels, on: pool) { range in
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: 256) { counts in
          counts.initialize(repeating: 0)
          for pixel in range { counts[Int(labels[pixel])] += 1 }
          var part = LossTiles.Part()
          for index in weights.indices { part.weight += Double(weights[index]) * Double(counts[index]) }
          return part
        }
      }
    }.weight
  }
}

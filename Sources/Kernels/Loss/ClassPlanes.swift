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

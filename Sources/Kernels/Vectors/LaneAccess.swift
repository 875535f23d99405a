/// How a kernel reads and writes sixteen neighbours, so that one body serves full lanes and the rest at the end of a row.
protocol LaneAccess {
  func load(_ pointer: UnsafePointer<Float>) -> Lanes
  func store(_ value: Lanes, to pointer: UnsafeMutablePointer<Float>)
  /// `value` with 0 in the lanes that are not there.
  func kept(_ value: Lanes) -> Lanes
}

extension LaneAccess {
  @inline(__always)
  func kept(_ value: Lanes) -> Lanes { value }
}

/// All sixteen lanes are there.
struct FullLanes: LaneAccess {
  @inline(__always)
  func load(_ pointer: UnsafePointer<Float>) -> Lanes {
    UnsafeRawPointer(pointer).loadUnaligned(as: Lanes.self)
  }

  @inline(__always)
  func store(_ value: Lanes, to pointer: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(pointer).storeBytes(of: value, as: Lanes.self)
  }
}

/// Only the first `count` lanes are there; the others read as 0 and are not written.
struct FirstLanes: LaneAccess {
  let count: Int

  @inline(__always)
  func load(_ pointer: UnsafePointer<Float>) -> Lanes {
    var value = Lanes.zero
    for lane in 0..<count { value[lane] = pointer[lane] }
    return value
  }

  @inline(__always)
  func store(_ value: Lanes, to pointer: UnsafeMutablePointer<Float>) {
    for lane in 0..<count { pointer[lane] = value[lane] }
  }

  @inline(__always)
  func kept(_ value: Lanes) -> Lanes {
    value.replacing(with: Lanes.zero, where: Lanes.numbered .>= Lanes(repeating: Float(count)))
  }
}

/// Only the first `count` lanes are a map's channels; the others are read as they are and written as 0.
struct PaddedLanes: LaneAccess {
  private let isPadding: SIMDMask<SIMD16<Int32>>

  /// - Parameter count: how many lanes are channels.
  init(count: Int) {
    isPadding = Lanes.numbered .>= Lanes(repeating: Float(count))
  }

  @inline(__always)
  func load(_ pointer: UnsafePointer<Float>) -> Lanes { FullLanes().load(pointer) }

  @inline(__always)
  func store(_ value: Lanes, to pointer: UnsafeMutablePointer<Float>) {
    FullLanes().store(value.replacing(with: Lanes.zero, where: isPadding), to: pointer)
  }
}

extension Lanes {
  /// 0, 1, … 15.
  static let numbered = Lanes(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
}

/// The last channels of a pixel where some maps have whole lanes and others not: the first `count` lanes are there.
struct MixedLanes: LaneAccess {
  private let first: FirstLanes
  private let fill: Int

  /// - Parameters:
  ///   - count: how many lanes are channels.
  ///   - fill: how many numbers behind them become 0 where a kernel writes.
  init(count: Int, fill: Int) {
    first = FirstLanes(count: count)
    self.fill = fill
  }

  @inline(__always)
  func load(_ pointer: UnsafePointer<Float>) -> Lanes { first.load(pointer) }

  @inline(__always)
  func store(_ value: Lanes, to pointer: UnsafeMutablePointer<Float>) {
    first.store(value, to: pointer)
    if fill > 0 { (pointer + first.count).update(repeating: 0, count: fill) }
  }

  @inline(__always)
  func kept(_ value: Lanes) -> Lanes { first.kept(value) }
}

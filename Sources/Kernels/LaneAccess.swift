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

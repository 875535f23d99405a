/// Sixteen numbers that are worked on at once: one AVX-512 register, two of AVX2, four of NEON.
///
/// Every kernel adds in the order of these sixteen lanes and rounds each product and sum once, so the bits of a result do not
/// depend on the width of the processor's registers.
typealias Lanes = SIMD16<Float>

extension Lanes {
  /// How many numbers there are.
  static let width = 16

  /// `self + a · b`, rounded once in each lane.
  @inline(__always)
  func adding(_ a: Lanes, times b: Lanes) -> Lanes { addingProduct(a, b) }

  /// The sum of all lanes, halves first: always in the same order.
  @inline(__always)
  var total: Float {
    let eight = lowHalf + highHalf
    let four = eight.lowHalf + eight.highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
  }
}

/// How a kernel reads and writes sixteen neighbours, so that one body serves full lanes and the rest at the end of a row.
protocol LaneAccess {
  func load(_ pointer: UnsafePointer<Float>) -> Lanes
  func store(_ value: Lanes, to pointer: UnsafeMutablePointer<Float>)
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
}

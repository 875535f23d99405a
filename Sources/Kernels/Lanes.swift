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

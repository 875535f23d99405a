extension Lanes {
  /// The square root in each lane, for numbers that are not negative; within one unit in the last place, infinity for infinity, NaN for NaN.
  ///
  /// The reciprocal root by Newton's method from a guess that halves the exponent, then one more step for the root itself. The library's own
  /// `squareRoot()` is called lane by lane where C's `errno` must be honoured.
  @inline(__always)
  static func root(_ x: Lanes) -> Lanes {
    let bits = unsafeBitCast(x, to: SIMD16<UInt32>.self)
    var inverse = unsafeBitCast(SIMD16<UInt32>(repeating: 0x5F37_59DF) &- (bits &>> 1), to: Lanes.self)
    let half = x * Lanes(repeating: -0.5)
    for _ in 0..<3 {
      inverse *= Lanes(repeating: 1.5).adding(half * inverse, times: inverse)
    }
    let root = x * inverse
    let rest = x.adding(-root, times: root)
    let result = root.adding(rest, times: inverse * Lanes(repeating: 0.5))
    return result.replacing(with: x, where: x .== Lanes(repeating: .infinity))
  }
}

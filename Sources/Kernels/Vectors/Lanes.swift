internal import CHost

/// Sixteen numbers that are worked on at once: one AVX-512 register, two of AVX2, four of NEON.
///
/// Every kernel adds in the order of these sixteen lanes and rounds each product and sum once, so the bits of a result do not
/// depend on the width of the processor's registers. (Processors without a fused multiply-add round the product, too.)
typealias Lanes = SIMD16<Float>

extension Lanes {
  /// How many numbers there are.
  static let width = 16

  /// `self + a · b`, rounded once in each lane where the processor can do that.
  @inline(__always)
  func adding(_ a: Lanes, times b: Lanes) -> Lanes {
    seglab_has_fma() != 0 ? seglab_multiply_add(a, b, self) : self + a * b
  }

  /// The sum of all lanes, halves first: always in the same order.
  @inline(__always)
  var total: Float {
    let eight = lowHalf + highHalf
    let four = eight.lowHalf + eight.highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
  }
}

extension Lanes {
  /// eˣ in each lane, within two units in the last place; 0 below −87, infinity above 88.72, NaN for NaN.
  ///
  /// x = n·ln 2 + r with |r| ≤ ln 2 / 2; eʳ by its power series to the seventh power (the next term is below 6·10⁻⁹), then
  /// n goes into the exponent's bits.
  @inline(__always)
  static func exponential(_ x: Lanes) -> Lanes {
    let low = Lanes(repeating: -87.3)
    let high = Lanes(repeating: 88.722_83)
    let clamped = x.replacing(with: low, where: x .< low).replacing(with: high, where: x .> high)
    // Adding 1.5·2²³ rounds to a whole number and leaves it in the low bits: no conversion that could trap.
    let shift = Lanes(repeating: 12_582_912)
    let shifted = shift.adding(clamped, times: Lanes(repeating: 1.442_695_04))
    let whole = shifted - shift
    // ln 2 in two parts, the first with so few bits that its product with n is exact.
    let r =
      clamped
      .adding(whole, times: Lanes(repeating: -0.693_359_375))
      .adding(whole, times: Lanes(repeating: 2.121_944_4e-4))
    var sum = Lanes(repeating: 1 / 5040)
    sum = Lanes(repeating: 1 / 720).adding(sum, times: r)
    sum = Lanes(repeating: 1 / 120).adding(sum, times: r)
    sum = Lanes(repeating: 1 / 24).adding(sum, times: r)
    sum = Lanes(repeating: 1 / 6).adding(sum, times: r)
    sum = Lanes(repeating: 1 / 2).adding(sum, times: r)
    sum = Lanes(repeating: 1).adding(sum, times: r)
    sum = Lanes(repeating: 1).adding(sum, times: r)
    let bits = unsafeBitCast(shifted, to: SIMD16<UInt32>.self) &<< 23
    let scaled = unsafeBitCast(unsafeBitCast(sum, to: SIMD16<UInt32>.self) &+ bits, to: Lanes.self)
    return scaled.replacing(with: Lanes.zero, where: x .< low)
      .replacing(with: Lanes(repeating: .infinity), where: x .> high)
      .replacing(with: x, where: x .!= x)
  }

  /// The natural logarithm in each lane, for finite numbers that are at least the smallest normal one; within two units in the last place.
  ///
  /// x = 2ⁿ·m with m between √½ and √2; ln m = 2·artanh((m − 1) / (m + 1)) by its power series to the ninth power (the next term
  /// is below 10⁻⁹).
  @inline(__always)
  static func logarithm(_ x: Lanes) -> Lanes {
    let bits = unsafeBitCast(x, to: SIMD16<UInt32>.self)
    // The exponent of x / √½: it steps up where m would pass √2.
    let offset = bits &- SIMD16<UInt32>(repeating: 0x3F35_04F3)
    let exponent = unsafeBitCast(unsafeBitCast(offset, to: SIMD16<Int32>.self) &>> 23, to: SIMD16<UInt32>.self)
    let m = unsafeBitCast(bits &- (exponent &<< 23), to: Lanes.self)
    // A whole number below 2²² as a float without a conversion: its bits under those of 1.5·2²³.
    let shift = Lanes(repeating: 12_582_912)
    let n = unsafeBitCast(exponent &+ SIMD16<UInt32>(repeating: 0x4B40_0000), to: Lanes.self) - shift
    let t = (m - 1) / (m + 1)
    let s = t * t
    var sum = Lanes(repeating: 2 / 9)
    sum = Lanes(repeating: 2 / 7).adding(sum, times: s)
    sum = Lanes(repeating: 2 / 5).adding(sum, times: s)
    sum = Lanes(repeating: 2 / 3).adding(sum, times: s)
    let small = (t * s) * sum + n * Lanes(repeating: -2.121_944_4e-4)
    return (n * Lanes(repeating: 0.693_359_375)) + (small + (t + t))
  }

  /// 1 / (1 + e⁻ˣ) in each lane.
  @inline(__always)
  static func sigmoid(_ x: Lanes) -> Lanes {
    Lanes(repeating: 1) / (Lanes(repeating: 1) + exponential(-x))
  }
}

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

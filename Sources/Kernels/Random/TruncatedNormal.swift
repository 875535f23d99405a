public import Tensors

/// Random numbers from a normal distribution of which everything beyond two standard deviations is redrawn.
public enum TruncatedNormal {
  private static let tile = 1 << 16

  /// Fills `target` with numbers around 0, all nearer than twice `deviation`.
  ///
  /// To redraw until a number is near enough gives the normal distribution cut off at both ends; here each number is that
  /// distribution's quantile of one uniform draw, so none is redrawn. Each tile of 65,536 numbers has a stream of its own: the same
  /// numbers for any number of threads.
  /// - Parameters:
  ///   - target: where the numbers go.
  ///   - deviation: the standard deviation before the ends are cut off.
  ///   - stream: where random bits come from.
  ///   - pool: the threads to use.
  public static func fill(
    _ target: UnsafeMutableBufferPointer<Float>, deviation: Float, stream: SeededGenerator, on pool: WorkerPool
  ) {
    guard let start = target.baseAddress else { return }
    let count = target.count
    pool.forEach((count + tile - 1) / tile) { index in
      var generator = stream.derived(UInt64(index))
      let end = min(count, (index + 1) * tile)
      var position = index * tile
      while position < end {
        let draws = Lanes.draws(from: &generator)
        let values = Lanes.truncatedNormalQuantile(draws) * Lanes(repeating: deviation)
        let room = end - position
        if room >= Lanes.width {
          FullLanes().store(values, to: start + position)
        } else {
          FirstLanes(count: room).store(values, to: start + position)
        }
        position += Lanes.width
      }
    }
  }
}

extension Lanes {
  /// Sixteen numbers spread evenly between −1 and 1, both left out: the middles of 2²³ equal steps.
  @inline(__always)
  fileprivate static func draws(from generator: inout SeededGenerator) -> Lanes {
    var bits = SIMD8<UInt64>.zero
    for index in 0..<8 { bits[index] = generator.next() }
    // The upper 23 of each 32 bits, under the exponent of 2: numbers from 2 to 4.
    let halves = (unsafeBitCast(bits, to: SIMD16<UInt32>.self) &>> 9) | SIMD16<UInt32>(repeating: 0x4000_0000)
    return unsafeBitCast(halves, to: Lanes.self) - Lanes(repeating: 3 - 0x1p-23)
  }

  /// The number below which a share of (1 + `draw`) / 2 of the truncated standard normal distribution lies.
  ///
  /// That is √2 · erf⁻¹(p) with p = erf(√2) · draw. Over p it is nearly a straight line in −ln(1 − p²), along which a polynomial was
  /// fitted by weighted least squares; it is off by at most 2·10⁻⁸.
  @inline(__always)
  static func truncatedNormalQuantile(_ draw: Lanes) -> Lanes {
    let p = draw * Lanes(repeating: 0.954_499_736)
    let w = Lanes(repeating: -1.2) - logarithm(Lanes(repeating: 1).adding(-p, times: p))
    var quotient = Lanes(repeating: -6.357_775_04e-6)
    quotient = Lanes(repeating: 4.487_916_1e-5).adding(quotient, times: w)
    quotient = Lanes(repeating: 1.910_912_57e-4).adding(quotient, times: w)
    quotient = Lanes(repeating: -3.225_888_62e-3).adding(quotient, times: w)
    quotient = Lanes(repeating: 4.033_418_13e-3).adding(quotient, times: w)
    quotient = Lanes(repeating: 0.352_494_674).adding(quotient, times: w)
    quotient = Lanes(repeating: 1.664_659_68).adding(quotient, times: w)
    return p * quotient
  }
}

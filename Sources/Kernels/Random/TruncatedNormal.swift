public import Tensors

/// Random numbers from a normal distribution of which everything beyond two standard deviations is redrawn.
public enum TruncatedNormal {
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
    let factor = Lanes(repeating: deviation)
    RandomTiles.fill(target, stream: stream, on: pool) { generator in
      Lanes.truncatedNormalQuantile(RandomTiles.draws(from: &generator)) * factor
    }
  }
}

extension Lanes {
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

public import Tensors

/// Fills memory with random numbers, a stream for each stretch: the same for any number of threads.
enum RandomTiles {
  private static let tile = 1 << 16

  /// Writes what `draw` gives, sixteen numbers at a time.
  @inline(__always)
  static func fill(
    _ target: UnsafeMutableBufferPointer<Float>, stream: SeededGenerator, on pool: WorkerPool,
    _ draw: (inout SeededGenerator) -> Lanes
  ) {
    guard let start = target.baseAddress else { return }
    let count = target.count
    pool.forEach((count + tile - 1) / tile) { index in
      var generator = stream.derived(UInt64(index))
      let end = min(count, (index + 1) * tile)
      var position = index * tile
      while position < end {
        let values = draw(&generator)
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

  /// Sixteen numbers spread evenly between −1 and 1, both left out: the middles of 2²³ equal steps.
  @inline(__always)
  static func draws(from generator: inout SeededGenerator) -> Lanes {
    var bits = SIMD8<UInt64>.zero
    for index in 0..<8 { bits[index] = generator.next() }
    // The upper 23 of each 32 bits, under the exponent of 2: numbers from 2 to 4.
    let halves = (unsafeBitCast(bits, to: SIMD16<UInt32>.self) &>> 9) | SIMD16<UInt32>(repeating: 0x4000_0000)
    return unsafeBitCast(halves, to: Lanes.self) - Lanes(repeating: 3 - 0x1p-23)
  }
}

/// Random numbers from a normal distribution, so wide that what passes through a layer and ReLU keeps its spread.
///
/// - SeeAlso: He, Zhang, Ren, Sun, “Delving Deep into Rectifiers”, 2015.
public enum HeNormal {
  /// Fills `target` with normal numbers of standard deviation √(2 / `fanIn`) around 0.
  ///
  /// Each eight pairs of even draws give eight radii and angles, and these sixteen numbers (Box and Muller).
  /// - Parameters:
  ///   - target: where the numbers go.
  ///   - fanIn: how many weights each output sums over.
  ///   - stream: where random bits come from.
  ///   - pool: the threads to use.
  public static func fill(
    _ target: UnsafeMutableBufferPointer<Float>, fanIn: Int, stream: SeededGenerator, on pool: WorkerPool
  ) {
    precondition(fanIn > 0, "a layer with a fan of \(fanIn) has no weights")
    let stddev = Lanes(repeating: Float((2 / Double(fanIn)).squareRoot()))
    RandomTiles.fill(target, stream: stream, on: pool) { Lanes.normal(RandomTiles.draws(from: &$0)) * stddev }
  }
}

extension Lanes {
  /// Sixteen numbers of the standard normal distribution out of sixteen spread evenly between −1 and 1.
  @inline(__always)
  static func normal(_ draws: Lanes) -> Lanes {
    let half = draws.lowHalf
    // The first eight as shares above 0, twice each: a radius for a sine and for a cosine.
    let share = Lanes(repeating: 0.5).adding(Lanes(lowHalf: half, highHalf: half), times: Lanes(repeating: 0.5))
    let radius = root(logarithm(share) * Lanes(repeating: -2))
    // The others as angles from −π to π; a quarter turn makes the cosine of the sine.
    let angle = draws.highHalf
    let turned = angle + 0.5
    let wrapped = turned.replacing(with: turned - 2, where: turned .> SIMD8(repeating: 1))
    return radius * sineOfHalfTurns(Lanes(lowHalf: angle, highHalf: wrapped))
  }

  /// sin(π·x) in each lane for x from −1 to 1, within 10⁻⁶: the series to the eleventh power, over a quarter turn at most.
  @inline(__always)
  static func sineOfHalfTurns(_ x: Lanes) -> Lanes {
    let one = Lanes(repeating: 1)
    let half = Lanes(repeating: 0.5)
    var near = x.replacing(with: one - x, where: x .> half)
    near = near.replacing(with: -one - x, where: x .< -half)
    let angle = near * Lanes(repeating: .pi)
    let square = angle * angle
    var sum = Lanes(repeating: -1 / 39_916_800)
    sum = Lanes(repeating: 1 / 362_880).adding(sum, times: square)
    sum = Lanes(repeating: -1 / 5_040).adding(sum, times: square)
    sum = Lanes(repeating: 1 / 120).adding(sum, times: square)
    sum = Lanes(repeating: -1 / 6).adding(sum, times: square)
    return angle.adding(angle * square, times: sum)
  }
}

/// Random numbers spread evenly, so far that what passes through a layer keeps its spread forwards and backwards.
///
/// - SeeAlso: Glorot, Bengio, “Understanding the difficulty of training deep feedforward neural networks”, 2010.
public enum XavierUniform {
  /// Fills `target` with numbers nearer to 0 than √(6 / (`fanIn` + `fanOut`)).
  ///
  /// - Parameters:
  ///   - target: where the numbers go.
  ///   - fanIn: how many weights each output sums over.
  ///   - fanOut: how many outputs each input reaches.
  ///   - stream: where random bits come from.
  ///   - pool: the threads to use.
  public static func fill(
    _ target: UnsafeMutableBufferPointer<Float>, fanIn: Int, fanOut: Int, stream: SeededGenerator, on pool: WorkerPool
  ) {
    precondition(fanIn > 0 && fanOut > 0, "a layer with a fan of \(fanIn) and \(fanOut) has no weights")
    let bound = Lanes(repeating: Float((6 / Double(fanIn + fanOut)).squareRoot()))
    RandomTiles.fill(target, stream: stream, on: pool) { RandomTiles.draws(from: &$0) * bound }
  }
}

/// Random numbers from a normal distribution of which everything beyond two standard deviations is redrawn.
public enum TruncatedNormal {
  /// Fills `target` with numbers around 0, all nearer than twice `stddev`.
  ///
  /// To redraw until a number is near enough gives the normal distribution cut off at both ends; here each number is that
  /// distribution's quantile of one uniform draw, so none is redrawn. Each tile of 65,536 numbers has a stream of its own: the same
  /// numbers for any number of threads.
  /// - Parameters:
  ///   - target: where the numbers go.
  ///   - stddev: the standard deviation before the ends are cut off.
  ///   - stream: where random bits come from.
  ///   - pool: the threads to use.
  public static func fill(
    _ target: UnsafeMutableBufferPointer<Float>, stddev: Float, stream: SeededGenerator, on pool: WorkerPool
  ) {
    let factor = Lanes(repeating: stddev)
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

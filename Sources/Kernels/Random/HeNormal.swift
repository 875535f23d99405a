public import Tensors

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
    let deviation = Lanes(repeating: Float((2 / Double(fanIn)).squareRoot()))
    RandomTiles.fill(target, stream: stream, on: pool) { Lanes.normal(RandomTiles.draws(from: &$0)) * deviation }
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

internal import Tensors

/// Random values smoothly joined, one for each pixel of a canvas: uneven tissue.
///
/// Knots on a grid are joined by cubic B-splines, whose bumps are so nearly round that the grid is not seen; a finer
/// grid is added.
struct ValueNoise {
  /// Row after row: around 0, mostly in -1...1.
  let values: [Double]

  /// - Parameters:
  ///   - cell: the coarser grid's step in the scene's pixels: the size of what is seen.
  ///   - size: pixels on a side.
  ///   - generator: where the values come from.
  init(cell: Double, size: Int, from generator: inout SeededGenerator) {
    let coarse = Grid(cell: cell, size: size, from: &generator)
    let fine = Grid(cell: cell * 0.47, size: size, from: &generator)
    values = [Double](unsafeUninitializedCapacity: size * size) { buffer, filled in
      buffer.initialize(repeating: 0)
      coarse.add(to: buffer, weight: 1.4)
      fine.add(to: buffer, weight: 0.8)
      filled = size * size
    }
  }

  /// One grid of knots.
  private struct Grid {
    private let size: Int
    /// The first of the four knots that reach each row or column, and their weights.
    private let taps: [(first: Int, weights: SIMD4<Double>)]
    /// Knots in the rows, already joined within each row: `[knot rows, size]`.
    private let rows: [Double]

    init(cell: Double, size: Int, from generator: inout SeededGenerator) {
      self.size = size
      let knots = Int(PhantomCanvas.sceneSize / cell) + 5
      // The grid begins anywhere within a cell, so that the knots of two pictures do not coincide.
      let start = generator.unit()
      let scale = PhantomCanvas.sceneSize / Double(size)
      let taps = (0..<size).map { index in
        let place = (Double(index) + 0.5) * scale / cell + start
        let first = Int(place)
        return (first, Self.weights(place - Double(first)))
      }
      var rows = [Double](repeating: 0, count: knots * size)
      for row in 0..<knots {
        let values = (0..<knots).map { _ in generator.within(-1...1) }
        for (column, (first, weights)) in taps.enumerated() {
          let four = SIMD4(values[first], values[first + 1], values[first + 2], values[first + 3])
          rows[row * size + column] = (four * weights).sum()
        }
      }
      self.taps = taps
      self.rows = rows
    }

    /// How much the four nearest knots count, `t` of a cell beyond the second of them.
    private static func weights(_ t: Double) -> SIMD4<Double> {
      let u = 1 - t
      return SIMD4(u * u * u, 4 - 6 * t * t + 3 * t * t * t, 4 - 6 * u * u + 3 * u * u * u, t * t * t) / 6
    }

    /// Adds `weight` times the grid's value at each pixel's centre.
    func add(to target: UnsafeMutableBufferPointer<Double>, weight: Double) {
      rows.withUnsafeBufferPointer { rows in
        for (row, (first, weights)) in taps.enumerated() {
          let (a, b, c, d) = (weight * weights[0], weight * weights[1], weight * weights[2], weight * weights[3])
          let (above, place) = (first * size, row * size)
          for column in 0..<size {
            let knot = above + column
            target[place + column] +=
              (a * rows[knot] + b * rows[knot + size]) + (c * rows[knot + 2 * size] + d * rows[knot + 3 * size])
          }
        }
      }
    }
  }
}

/// The part of a picture that the scanner fills; the rest is black.
struct PhantomField {
  private let round: (place: SIMD2<Double>, radius: Double)?
  private let sideCut: SIMD2<Double>

  /// - Parameter anatomy: whose pictures they are.
  init(of anatomy: PhantomAnatomy) {
    round = anatomy.roundField
    sideCut = anatomy.sideCut
  }

  /// Whether the point of the scene is filled.
  @inline(__always)
  func holds(_ x: Double, _ y: Double) -> Bool {
    if let round {
      let (dx, dy) = (x - round.place.x, y - round.place.y)
      return dx * dx + dy * dy < round.radius * round.radius
    }
    // Where a scanner undoes the bending of its gradients, the sides of the picture come in, most in the middle of its
    // height, and the top and bottom a little at their ends.
    let (u, v) = (x / 128 - 1, y / 128 - 1)
    return u.magnitude < 1 - sideCut.x / 128 * (1 - v * v) && v.magnitude < 1 - sideCut.y / 128 * u * u
  }
}

extension SeededGenerator {
  /// A number in `range`, each equally likely.
  mutating func within(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * unit()
  }

  /// A number from a bell curve around 0 with standard deviation 1, and never beyond ±4.9: the sum of eight random
  /// bytes.
  ///
  /// Only whole numbers are added up, because logarithms and cosines differ from one maths library to the next.
  mutating func bell() -> Double {
    let bits = next()
    let pairs = (bits & 0x00FF_00FF_00FF_00FF) &+ ((bits >> 8) & 0x00FF_00FF_00FF_00FF)
    let sum = (pairs &* 0x0001_0001_0001_0001) >> 48
    // Eight bytes: mean 8 * 127.5, variance 8 * (256² - 1) / 12.
    return (Double(sum) - 1020) / 209.021529
  }

  /// A direction, each equally likely.
  mutating func direction() -> Turn {
    while true {
      let (x, y) = (within(-1...1), within(-1...1))
      let square = x * x + y * y
      if square <= 1, square > 0.01 {
        let length = square.squareRoot()
        return Turn(x: x / length, y: y / length)
      }
    }
  }
}

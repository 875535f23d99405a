internal import Tensors

/// Where the pixels of a moved image come from.
protocol PlaceMap {
  /// Puts in place of each place the one in the image before, in pixels from its left and upper edge; (0.5, 0.5) is the first pixel's
  /// centre.
  ///
  /// Many at once, because a map is asked about every pixel: one call for each of them takes longer than the arithmetic.
  /// - Parameter places: places on the image, edges included; overwritten.
  func trace(_ places: UnsafeMutableBufferPointer<SIMD2<Double>>)
}

/// Turns, stretches and moves about a centre.
struct AffineMap: PlaceMap {
  let centre: SIMD2<Double>
  /// What the place's distance from the centre is turned and stretched by.
  let turn: Turn
  let factor: Double
  /// What is added at the end.
  let offset: SIMD2<Double>

  func trace(_ places: UnsafeMutableBufferPointer<SIMD2<Double>>) {
    for index in places.indices {
      let from = (places[index] - centre) * factor
      let (x, y) = turn.apply(from.x, from.y)
      places[index] = centre + SIMD2(x, y) + offset
    }
  }
}

/// Pulls places about: knots on a grid move at random, and places between them move as cubic B-splines join the knots.
struct ElasticMap: PlaceMap {
  private let knots: [SIMD2<Double>]
  private let columns: Int
  private let cell: Double

  /// - Parameters:
  ///   - width: pixels in a row.
  ///   - height: rows.
  ///   - strength: how far knots move, in pixels, one standard deviation.
  ///   - cell: how far knots are apart, in pixels.
  ///   - generator: where the moves come from.
  init(width: Int, height: Int, strength: Double, cell: Double, from generator: inout SeededGenerator) {
    columns = Int(Double(width) / cell) + 4
    let rows = Int(Double(height) / cell) + 4
    self.cell = cell
    // Joining takes the mean of neighbours, which leaves about half of a knot's move.
    let reach = strength * 2
    knots = (0..<columns * rows).map { _ in SIMD2(generator.bell(), generator.bell()) * reach }
  }

  func trace(_ places: UnsafeMutableBufferPointer<SIMD2<Double>>) {
    knots.withUnsafeBufferPointer { knots in
      for index in places.indices { places[index] += move(at: places[index], knots) }
    }
  }

  private func move(at place: SIMD2<Double>, _ knots: UnsafeBufferPointer<SIMD2<Double>>) -> SIMD2<Double> {
    let scaled = place / cell
    let (column, row) = (Int(scaled.x), Int(scaled.y))
    let across = Self.weights(scaled.x - Double(column))
    let down = Self.weights(scaled.y - Double(row))
    var move = SIMD2<Double>.zero
    for y in 0..<4 {
      let first = (row + y) * columns + column
      var line = knots[first] * across[0]
      for step in 1..<4 { line += knots[first + step] * across[step] }
      move += line * down[y]
    }
    return move
  }

  /// How much the four nearest knots count, `t` of a cell beyond the second of them.
  private static func weights(_ t: Double) -> SIMD4<Double> {
    let u = 1 - t
    return SIMD4(u * u * u, 4 - 6 * t * t + 3 * t * t * t, 4 - 6 * u * u + 3 * u * u * u, t * t * t) / 6
  }
}

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

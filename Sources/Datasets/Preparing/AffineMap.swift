/// Turns, stretches and moves about a centre.
struct AffineMap: PlaceMap {
  let centre: SIMD2<Double>
  /// What the place's distance from the centre is turned and stretched by.
  let turn: Turn
  let factor: Double
  /// What is added at the end.
  let offset: SIMD2<Double>

  func source(_ place: SIMD2<Double>) -> SIMD2<Double> {
    let from = (place - centre) * factor
    let (x, y) = turn.apply(from.x, from.y)
    return centre + SIMD2(x, y) + offset
  }
}

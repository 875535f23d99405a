/// Where a pixel of a moved image comes from.
protocol PlaceMap {
  /// The place in the image before, in pixels from its left and upper edge; (0.5, 0.5) is the first pixel's centre.
  func source(_ place: SIMD2<Double>) -> SIMD2<Double>
}

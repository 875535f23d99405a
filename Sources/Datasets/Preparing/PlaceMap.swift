/// Where the pixels of a moved image come from.
protocol PlaceMap {
  /// Puts in place of each place the one in the image before, in pixels from its left and upper edge; (0.5, 0.5) is the first pixel's
  /// centre.
  ///
  /// Many at once, because a map is asked about every pixel: one call for each of them takes longer than the arithmetic.
  /// - Parameter places: places on the image, edges included; overwritten.
  func trace(_ places: UnsafeMutableBufferPointer<SIMD2<Double>>)
}

/// How a filter's weights lie in memory, `[KH, KW, …]`: a convolution's with the map's channels before the filters, a transposed
/// convolution's, which goes the other way, with the filters first.
struct WeightOrder {
  /// How many numbers lie between neighbouring taps.
  let tap: Int
  /// How many numbers lie between neighbouring channels of the map.
  let channel: Int
  /// How many numbers lie between neighbouring filters.
  let filter: Int

  init(_ geometry: ConvolutionGeometry, transposed: Bool) {
    tap = geometry.channels * geometry.filters
    channel = transposed ? 1 : geometry.filters
    filter = transposed ? geometry.channels : 1
  }
}

internal import SegLab
internal import Tensors

extension ConvTranspose2D: PlannedLayer {
  var written: [WrittenExtents] { [.filter(filter), WrittenExtents(label: "stride", number: stride)] }

  var fractions: [WrittenFraction] { initializer.fractions }

  func plan(reading arriving: [Arrival]) throws(Mismatch) -> LayerPlan {
    let map = try arriving[0].map(for: name)
    try FilterOrder(layer: name, filter: filter, isTransposed: true).check(against: map, from: arriving[0].name)
    try sliding(over: map, from: arriving[0].name)
    let output = Shape([
      padding.transposed(map.height, window: filter[0], stride: stride),
      padding.transposed(map.width, window: filter[1], stride: stride), filter[3],
    ])
    return LayerPlan(
      output: output, parameters: [Shape(filter)] + (bias ? [Shape([filter[3]])] : []),
      multiplyAdds: filter.reduce(map.height.times(map.width)) { $0.times($1) }, maps: activation.keptMaps,
      work: Int.work(of: filter, at: map.height.times(map.width)))
  }

  /// Whether the window is not wasted on the edges of the map that is made.
  private func sliding(over map: MapExtents, from source: String) throws(Mismatch) {
    guard padding == .same else { return }
    let made = MapExtents(height: map.height.times(stride), width: map.width.times(stride), channels: map.channels)
    try SlidingWindow(layer: name, height: filter[0], width: filter[1], stride: stride, padding: padding)
      .checkWaste(on: made, from: name)
  }
}

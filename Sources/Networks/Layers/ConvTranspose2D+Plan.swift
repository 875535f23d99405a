internal import SegLab
internal import Tensors

extension ConvTranspose2D: PlannedLayer {
  var written: [WrittenExtents] { [.filter(filter), WrittenExtents(label: "stride", number: stride)] }

  var fractions: [WrittenFraction] { initializer.fractions }

  func plan(reading arriving: [Arrival]) throws(Mismatch) -> LayerPlan {
    let map = try arriving[0].map(for: name)
    try FilterOrder(layer: name, filter: filter, isTransposed: true).check(against: map, from: arriving[0].name)
    let output = Shape([
      padding.transposed(map.height, window: filter[0], stride: stride),
      padding.transposed(map.width, window: filter[1], stride: stride), filter[3],
    ])
    return LayerPlan(
      output: output, parameters: [Shape(filter)] + (bias ? [Shape([filter[3]])] : []),
      multiplyAdds: filter.reduce(map.height.times(map.width)) { $0.times($1) }, maps: activation.keptMaps)
  }
}

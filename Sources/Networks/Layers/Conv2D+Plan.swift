internal import SegLab
internal import Tensors

extension Conv2D: PlannedLayer {
  var written: [WrittenExtents] { [.filter(filter), WrittenExtents(label: "stride", number: stride)] }

  var fractions: [WrittenFraction] { initializer.fractions }

  func plan(reading arriving: [Arrival]) throws(Mismatch) -> LayerPlan {
    let map = try arriving[0].map(for: name)
    try FilterOrder(layer: name, filter: filter, isTransposed: false).check(against: map, from: arriving[0].name)
    let sliding = SlidingWindow(layer: name, height: filter[0], width: filter[1], stride: stride, padding: padding)
    let (height, width) = try sliding.windows(over: map, from: arriving[0].name)
    let output = Shape([height, width, filter[3]])
    return LayerPlan(
      output: output,
      parameters: [Shape(filter)] + (bias ? [Shape([filter[3]])] : []) + (positionBias ? [output] : []),
      multiplyAdds: filter.reduce(height.times(width)) { $0.times($1) }, maps: activation.keptMaps,
      work: Int.work(of: filter, at: height.times(width)))
  }
}

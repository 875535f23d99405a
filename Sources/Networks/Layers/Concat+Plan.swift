internal import Messages
internal import SegLab
internal import Tensors

extension Concat: PlannedLayer {
  var reads: ClosedRange<Int> { 2...NetworkLimits.joined }

  func plan(reading arriving: [Arrival]) throws(Mismatch) -> LayerPlan {
    let (maps, height, width) = try Joining(layer: name, crop: crop).size(of: arriving)
    return LayerPlan(output: Shape([height, width, maps.reduce(0) { $0.plus($1.channels) }]))
  }
}

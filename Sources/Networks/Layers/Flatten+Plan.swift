internal import SegLab
internal import Tensors

extension Flatten: PlannedLayer {
  func plan(reading arriving: [Arrival]) throws(Mismatch) -> LayerPlan {
    LayerPlan(output: Shape([arriving[0].shape.count ?? .max]), maps: 0)
  }
}

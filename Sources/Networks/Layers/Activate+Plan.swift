internal import SegLab
internal import Tensors

extension Activate: PlannedLayer {
  func plan(reading arriving: [Arrival]) throws(Mismatch) -> LayerPlan {
    LayerPlan(output: arriving[0].shape, maps: activation == .identity ? 0 : 1)
  }
}

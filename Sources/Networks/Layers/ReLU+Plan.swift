internal import SegLab
internal import Tensors

extension ReLU: PlannedLayer {
  func plan(reading arriving: [Arrival]) throws(Mismatch) -> LayerPlan { LayerPlan(output: arriving[0].shape) }
}

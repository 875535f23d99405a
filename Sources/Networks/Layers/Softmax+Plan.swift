internal import SegLab
internal import Tensors

extension Softmax: PlannedLayer {
  func plan(reading arriving: [Arrival]) throws(Mismatch) -> LayerPlan { LayerPlan(output: arriving[0].shape) }
}

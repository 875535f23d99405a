internal import SegLab
internal import Tensors

extension LeakyReLU: PlannedLayer {
  var fractions: [WrittenFraction] {
    [WrittenFraction(label: "slope", number: slope, least: 0, most: 1, takesLeast: true, takesMost: false)]
  }

  func plan(reading arriving: [Arrival]) throws(Mismatch) -> LayerPlan { LayerPlan(output: arriving[0].shape) }
}

internal import Messages
internal import SegLab
internal import Tensors

extension Dropout: PlannedLayer {
  var fractions: [WrittenFraction] {
    [
      WrittenFraction(
        label: "keep", number: keep, least: 0, most: 1, takesLeast: false, takesMost: true, help: .keepIsWhatPasses)
    ]
  }

  func plan(reading arriving: [Arrival]) throws(Mismatch) -> LayerPlan {
    LayerPlan(output: arriving[0].shape, maps: keep == 1 ? 0 : 1)
  }
}

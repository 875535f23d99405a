internal import SegLab
internal import Tensors

extension Input: PlannedLayer {
  var reads: ClosedRange<Int> { 0...0 }

  var written: [WrittenExtents] {
    [WrittenExtents(label: "shape", axes: ["height", "width", "channels"], extents: shape)]
  }

  func plan(reading arriving: [Arrival]) throws(Mismatch) -> LayerPlan { LayerPlan(output: Shape(shape)) }
}

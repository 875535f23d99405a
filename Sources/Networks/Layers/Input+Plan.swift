internal import SegLab
internal import Tensors

extension Input: PlannedLayer {
  static var reads: Int { 0 }

  var written: [WrittenExtents] {
    [WrittenExtents(label: "shape", axes: ["height", "width", "channels"], extents: shape)]
  }

  func plan(reading arriving: [Arrival]) throws(Mismatch) -> LayerPlan { LayerPlan(output: Shape(shape)) }

  func build(in graph: GraphBuilder, reading values: [Value], plan: LayerPlan) -> Value { graph.images }
}

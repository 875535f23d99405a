internal import SegLab
internal import Tensors

extension Flatten: PlannedLayer {
  static var reads: Int { 1 }

  var written: [WrittenExtents] { [] }

  func plan(reading arriving: [Arrival]) throws(Mismatch) -> LayerPlan {
    LayerPlan(output: Shape([arriving[0].shape.count ?? .max]))
  }

  func build(in graph: GraphBuilder, reading values: [Value], plan: LayerPlan) -> Value { values[0] }
}

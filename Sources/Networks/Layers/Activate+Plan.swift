internal import SegLab
internal import Tensors

extension Activate: PlannedLayer {
  static var reads: Int { 1 }

  var written: [WrittenExtents] { [] }

  func plan(reading arriving: [Arrival]) throws(Mismatch) -> LayerPlan { LayerPlan(output: arriving[0].shape) }

  func build(in graph: GraphBuilder, reading values: [Value], plan: LayerPlan) -> Value {
    graph.activate(activation, values[0], width: plan.output.extents.last ?? 1, layer: name)
  }
}

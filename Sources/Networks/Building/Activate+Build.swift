internal import SegLab

extension Activate: BuildableLayer {
  func build(in graph: GraphBuilder, reading values: [Value], plan: LayerPlan) -> Value {
    activation == .identity ? values[0] : graph.activate(activation.element, values[0], layer: name)
  }
}

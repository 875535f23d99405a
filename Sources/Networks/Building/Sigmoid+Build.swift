internal import SegLab

extension Sigmoid: BuildableLayer {
  func build(in graph: GraphBuilder, reading values: [Value], plan: LayerPlan) -> Value {
    graph.activate(.sigmoid, values[0], layer: name)
  }
}

internal import SegLab

extension Softmax: BuildableLayer {
  func build(in graph: GraphBuilder, reading values: [Value], plan: LayerPlan) -> Value {
    graph.activate(.softmax, values[0], layer: name)
  }
}

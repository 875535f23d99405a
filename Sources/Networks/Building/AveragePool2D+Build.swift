internal import SegLab

extension AveragePool2D: BuildableLayer {
  func build(in graph: GraphBuilder, reading values: [Value], plan: LayerPlan) -> Value {
    graph.pool(values[0], .mean, window: window, stride: stride, padding: padding, plan, layer: name)
  }
}

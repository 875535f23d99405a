internal import SegLab

extension Input: BuildableLayer {
  func build(in graph: GraphBuilder, reading values: [Value], plan: LayerPlan) -> Value {
    graph.output(height: shape[0], width: shape[1], channels: shape[2])
  }
}

internal import SegLab

extension Reshape: BuildableLayer {
  func build(in graph: GraphBuilder, reading values: [Value], plan: LayerPlan) -> Value {
    let close = graph.close(values[0], layer: name)
    guard shape.count == 3 else { return close.arranged(height: 1, width: 1, channels: close.count) }
    return graph.map(close.arranged(height: shape[0], width: shape[1], channels: shape[2]), layer: name)
  }
}

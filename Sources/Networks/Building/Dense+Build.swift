internal import SegLab

extension Dense: BuildableLayer {
  func build(in graph: GraphBuilder, reading values: [Value], plan: LayerPlan) -> Value {
    let sums = graph.row(weights[1])
    graph.add(
      DenseNode(
        Wiring(layer: name, inputs: values, output: sums), bias: bias, initializer: initializer, batch: graph.batch,
        descends: graph.denseDescends))
    return activation == .identity ? sums : graph.activate(activation.element, sums, layer: name)
  }
}

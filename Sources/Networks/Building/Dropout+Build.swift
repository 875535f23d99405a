internal import SegLab

extension SegLab.Dropout: BuildableLayer {
  func build(in graph: GraphBuilder, reading values: [Value], plan: LayerPlan) -> Value {
    guard keep < 1 else { return values[0] }
    let output = graph.output(like: values[0])
    graph.add(DropoutNode(Wiring(layer: name, inputs: values, output: output), keep: keep, stream: graph.stream))
    return output
  }
}

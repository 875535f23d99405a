internal import SegLab
internal import Tensors

extension Add: BuildableLayer {
  func build(in graph: GraphBuilder, reading values: [Value], plan: LayerPlan) -> Value {
    let extents = plan.output.extents
    let output = graph.output(height: extents[0], width: extents[1], channels: extents[2])
    output.storage.activation = graph.fusedActivation(own: .identity)
    graph.add(AddNode(Wiring(layer: name, inputs: values, output: output)))
    return output
  }
}

internal import SegLab
internal import Tensors

extension Concat: BuildableLayer {
  func build(in graph: GraphBuilder, reading values: [Value], plan: LayerPlan) -> Value {
    // The parts are there already.
    if let joined = graph.joined { return joined }
    let extents = plan.output.extents
    let output = graph.output(height: extents[0], width: extents[1], channels: extents[2])
    graph.add(JoinNode(Wiring(layer: name, inputs: values, output: output)))
    return output
  }
}

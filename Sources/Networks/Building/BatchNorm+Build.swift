internal import Kernels
internal import SegLab

extension BatchNorm: BuildableLayer {
  func build(in graph: GraphBuilder, reading values: [Value], plan: LayerPlan) -> Value {
    let needsPass = activation.fused == nil
    let source = values[0]
    let target =
      needsPass
      ? graph.map(height: source.height, width: source.width, channels: source.channels)
      : graph.output(height: source.height, width: source.width, channels: source.channels)
    graph.add(
      BatchNormNode(
        Wiring(layer: name, inputs: [source], output: target), momentum: momentum, epsilon: epsilon,
        activation: needsPass ? .identity : graph.fusedActivation(own: activation), batch: graph.batch))
    return needsPass ? graph.activate(activation.element, target, layer: name) : target
  }
}

internal import Kernels
internal import SegLab
internal import Tensors

extension Conv2D: BuildableLayer {
  func build(in graph: GraphBuilder, reading values: [Value], plan: LayerPlan) -> Value {
    let source = values[0]
    let extents = plan.output.extents
    let geometry = self.geometry(height: source.height, width: source.width, output: extents)
    let biases = ConvolutionNode.Biases(perChannel: bias, perPosition: positionBias)
    return graph.convolve(
      source, Convolution(geometry, batch: graph.batch), extents, biases: biases, activation: activation,
      initializer: initializer, layer: name)
  }
}

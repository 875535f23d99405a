internal import Kernels
internal import SegLab

extension GraphBuilder {
  /// Adds a convolution, and a pass for its activation where the kernel cannot do it on its way.
  ///
  /// - Parameters:
  ///   - source: the map to read.
  ///   - kernel: what computes.
  ///   - extents: height, width and channels of the result.
  ///   - biases: what is added.
  ///   - activation: what the layer does to each number at the end.
  ///   - initializer: what the weights are drawn from.
  ///   - layer: the layer's name.
  /// - Returns: what the layer gives.
  func convolve(
    _ source: Value, _ kernel: any ConvolutionKernel, _ extents: [Int], biases: ConvolutionNode.Biases,
    activation: Activation, initializer: Initializer?, layer: String
  ) -> Value {
    let needsPass = activation.fused == nil
    let sums =
      needsPass
      ? map(height: extents[0], width: extents[1], channels: extents[2])
      : output(height: extents[0], width: extents[1], channels: extents[2])
    if !needsPass { sums.storage.activation = fusedActivation(own: activation) }
    add(
      ConvolutionNode(
        Wiring(layer: layer, inputs: [source], output: sums), kernel, biases: biases, initializer: initializer,
        batch: batch))
    return needsPass ? activate(activation.element, sums, layer: layer) : sums
  }
}

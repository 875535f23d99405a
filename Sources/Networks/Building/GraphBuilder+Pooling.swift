internal import Kernels
internal import SegLab
internal import Tensors

extension GraphBuilder {
  /// Adds a pool.
  ///
  /// - Parameters:
  ///   - source: the map to read.
  ///   - kind: what is kept of each window.
  ///   - window: height and width of a window.
  ///   - stride: how many pixels it moves at a time.
  ///   - padding: what happens at the edges.
  ///   - plan: the shape of the result.
  ///   - layer: the layer's name.
  /// - Returns: what the layer gives.
  func pool(
    _ source: Value, _ kind: PoolNode.Kind, window: Int, stride: Int, padding: Padding, _ plan: LayerPlan, layer: String
  ) -> Value {
    let extents = plan.output.extents
    let geometry = PoolingGeometry(
      height: source.height, width: source.width, windowHeight: window, windowWidth: window, strideY: stride,
      strideX: stride, padTop: padding.before(source.height, window: window, stride: stride),
      padLeft: padding.before(source.width, window: window, stride: stride), outputHeight: extents[0],
      outputWidth: extents[1])
    let result = output(height: extents[0], width: extents[1], channels: extents[2])
    add(PoolNode(Wiring(layer: layer, inputs: [source], output: result), kind, geometry))
    return result
  }
}

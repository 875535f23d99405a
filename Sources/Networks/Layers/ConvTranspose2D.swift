internal import Kernels
internal import SegLab
internal import Tensors

extension ConvTranspose2D: ConvolutionLayer {
  static var example: ConvTranspose2D { ConvTranspose2D(filter: [1, 1, 1, 1], initializer: .truncatedNormal()) }
  static var isTransposed: Bool { true }
  var scaling: Scaling { Scaling(down: 1, up: stride, window: 1) }
  /// One right after the scores only makes them larger, and that is meant.
  var linearity: Linearity { .linear }

  func changed(filter: [Int], stride: Int, padding: Padding) -> ConvTranspose2D {
    ConvTranspose2D(
      name, filter: filter, stride: stride, padding: padding, bias: bias, activation: activation,
      initializer: initializer, from: inputs.first, line: line)
  }

  func plan(reading inputs: [InputShape]) throws(Mismatch) -> LayerPlan {
    let map = try inputs[0].map(for: name)
    try FilterOrder(layer: name, filter: filter, isTransposed: Self.isTransposed).check(
      against: map, from: inputs[0].name)
    try sliding(over: map, from: inputs[0].name)
    let output = Shape([
      padding.transposed(map.height, window: filter[0], stride: stride),
      padding.transposed(map.width, window: filter[1], stride: stride), filter[3],
    ])
    return LayerPlan(
      output: output, parameters: [Shape(filter)] + (bias ? [Shape([filter[3]])] : []),
      multiplyAdds: filter.reduce(map.height.times(map.width)) { $0.times($1) }, maps: activation.keptMaps,
      work: Int.work(of: filter, at: map.height.times(map.width)))
  }

  /// Whether the window is not wasted on the edges of the map that is made.
  private func sliding(over map: MapShape, from source: String) throws(Mismatch) {
    guard padding == .same else { return }
    let made = MapShape(height: map.height.times(stride), width: map.width.times(stride), channels: map.channels)
    try SlidingWindow(layer: name, height: filter[0], width: filter[1], stride: stride, padding: padding)
      .checkWaste(on: made, from: name)
  }

  /// The dimensions of the convolution that goes the other way: from this layer's output to what it reads.
  ///
  /// - Parameters:
  ///   - height: rows of the map that is read.
  ///   - width: columns of the map that is read.
  ///   - dimensions: the output's, `[height, width, channels]`.
  /// - Returns: the geometry as the kernels take it.
  func geometry(height: Int, width: Int, output dimensions: [Int]) -> ConvolutionGeometry {
    // A stride beyond the map is never taken.
    let step = min(stride, max(dimensions[0], dimensions[1]))
    return ConvolutionGeometry(
      height: dimensions[0], width: dimensions[1], channels: filter[3], filters: filter[2], kernelHeight: filter[0],
      kernelWidth: filter[1], strideY: step, strideX: step,
      padTop: padding.before(dimensions[0], window: filter[0], stride: stride),
      padLeft: padding.before(dimensions[1], window: filter[1], stride: stride), outputHeight: height,
      outputWidth: width)
  }

  func operation(reading input: [Int], output: [Int]) -> LayerOperation {
    // The window slides over what is made.
    .transposedConvolution(
      filter: filter,
      LayerWindow(Array(filter.prefix(2)), stride: stride, padding: padding, over: output, giving: input),
      bias: bias)
  }

  func build(in graph: GraphBuilder, reading values: [Value], plan: LayerPlan) -> Value {
    let source = values[0]
    let dimensions = plan.output.dimensions
    let geometry = self.geometry(height: source.height, width: source.width, output: dimensions)
    let biases = ConvolutionNode.Biases(perChannel: bias, perPosition: false)
    return graph.convolve(
      source, TransposedConvolution(geometry, batch: graph.batch), dimensions, biases: biases, activation: activation,
      initializer: initializer, layer: name)
  }
}

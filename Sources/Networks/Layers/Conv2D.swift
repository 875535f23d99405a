internal import Kernels
internal import SegLab
internal import Tensors

extension Conv2D: ConvolutionLayer {
  static var example: Conv2D { Conv2D(filter: [1, 1, 1, 1], initializer: .truncatedNormal()) }
  static var isTransposed: Bool { false }
  var scaling: Scaling { Scaling(down: stride, up: 1, window: max(filter[0], filter[1])) }
  var linearity: Linearity { .convolution }

  func changed(filter: [Int], stride: Int, padding: Padding) -> Conv2D {
    Conv2D(
      name, filter: filter, stride: stride, padding: padding, bias: bias, untiedBias: untiedBias,
      activation: activation,
      initializer: initializer, from: inputs.first, line: line)
  }

  func plan(reading inputs: [InputShape]) throws(Mismatch) -> LayerPlan {
    let map = try inputs[0].map(for: name)
    try FilterOrder(layer: name, filter: filter, isTransposed: Self.isTransposed).check(
      against: map, from: inputs[0].name)
    let sliding = SlidingWindow(layer: name, height: filter[0], width: filter[1], stride: stride, padding: padding)
    let (height, width) = try sliding.windows(over: map, from: inputs[0].name)
    let output = Shape([height, width, filter[3]])
    return LayerPlan(
      output: output,
      parameters: [Shape(filter)] + (bias ? [Shape([filter[3]])] : []) + (untiedBias ? [output] : []),
      multiplyAdds: filter.reduce(height.times(width)) { $0.times($1) }, maps: activation.keptMaps,
      work: Int.work(of: filter, at: height.times(width)))
  }

  /// The dimensions of the convolution.
  ///
  /// - Parameters:
  ///   - height: rows of the map that is read.
  ///   - width: columns of the map that is read.
  ///   - dimensions: the output's, `[height, width, channels]`.
  /// - Returns: the geometry as the kernels take it.
  func geometry(height: Int, width: Int, output dimensions: [Int]) -> ConvolutionGeometry {
    // A stride beyond the map is never taken.
    let step = min(stride, max(height, width))
    return ConvolutionGeometry(
      height: height, width: width, channels: filter[2], filters: filter[3], kernelHeight: filter[0],
      kernelWidth: filter[1], strideY: step, strideX: step,
      padTop: padding.before(height, window: filter[0], stride: stride),
      padLeft: padding.before(width, window: filter[1], stride: stride), outputHeight: dimensions[0],
      outputWidth: dimensions[1])
  }

  func operation(reading input: [Int], output: [Int]) -> LayerOperation {
    .convolution(
      filter: filter,
      LayerWindow(Array(filter.prefix(2)), stride: stride, padding: padding, over: input, giving: output),
      bias: bias, untiedBias: untiedBias)
  }

  func build(in graph: GraphBuilder, reading values: [Value], plan: LayerPlan) -> Value {
    let source = values[0]
    let dimensions = plan.output.dimensions
    let geometry = self.geometry(height: source.height, width: source.width, output: dimensions)
    let biases = ConvolutionNode.Biases(perChannel: bias, perPosition: untiedBias)
    return graph.convolve(
      source, Convolution(geometry, batch: graph.batch), dimensions, biases: biases, activation: activation,
      initializer: initializer, layer: name)
  }
}

internal import Kernels
internal import Messages
internal import SegLab
internal import Tensors

/// A pooling layer: keeps one value of each window, channel by channel.
protocol PoolingLayer: NetworkLayer {
  /// Height and width of a window.
  var window: Int { get }
  /// How many pixels it moves at a time.
  var stride: Int { get }
  /// What happens at the edges.
  var padding: Padding { get }
  /// What is kept of each window.
  var reduction: PoolNode.Reduction { get }
  /// The same layer with another window.
  func changed(window: Int, stride: Int, padding: Padding) -> Self
}

extension PoolingLayer {
  var inputCount: ClosedRange<Int> { 1...1 }

  var integerArguments: [IntegerArgument] {
    [IntegerArgument(label: "window", number: window), IntegerArgument(label: "stride", number: stride)]
  }

  var realArguments: [RealArgument] { [] }
  var origin: OutputOrigin { .computed }
  var ending: LayerEnding { .computes(.identity, canFuse: false) }
  var scaling: Scaling { Scaling(down: stride, up: 1, window: window) }
  var biasOption: (isOn: Bool, count: Int?)? { nil }

  var variants: LayerVariants {
    let advice = NetworkAdvicePhrase.exchangeWindowAndStride(
      layer: name, window: "window", dimensions: [stride], stride: window)
    let other = LayerVariants.Exchange(layer: changed(window: stride, stride: window, padding: padding), advice: advice)
    return .window(
      LayerVariants.Window(
        exchanged: window == stride ? nil : other, padded: changed(window: window, stride: stride, padding: .same),
        isPadded: padding == .same, stride: stride, side: window,
        strided: { changed(window: window, stride: $0, padding: padding) }))
  }

  func plan(reading inputs: [InputShape]) throws(Mismatch) -> LayerPlan {
    let map = try inputs[0].map(for: name)
    let sliding = SlidingWindow(layer: name, height: window, width: window, stride: stride, padding: padding)
    let (height, width) = try sliding.windows(over: map, from: inputs[0].name)
    return LayerPlan(
      output: Shape([height, width, map.channels]), parameters: [], multiplyAdds: 0,
      work: sliding.poolWork(of: map, results: height.times(width)))
  }

  func kernel(reading input: [Int], output: [Int]) -> LayerKernel { .plain }

  func operation(reading input: [Int], output: [Int]) -> LayerOperation {
    let sliding = LayerWindow(
      [window, window], stride: stride, padding: padding, over: input, giving: output)
    return switch reduction {
    case .largest: .maxPool(sliding)
    case .mean: .averagePool(sliding)
    }
  }

  func build(in graph: GraphBuilder, reading values: [Value], plan: LayerPlan) -> Value {
    let source = values[0]
    let dimensions = plan.output.dimensions
    let geometry = PoolingGeometry(
      height: source.height, width: source.width, windowHeight: window, windowWidth: window, strideY: stride,
      strideX: stride, padTop: padding.before(source.height, window: window, stride: stride),
      padLeft: padding.before(source.width, window: window, stride: stride), outputHeight: dimensions[0],
      outputWidth: dimensions[1])
    let result = graph.output(height: dimensions[0], width: dimensions[1], channels: dimensions[2])
    graph.add(PoolNode(NodeIO(layer: name, inputs: [source], output: result), reduction, geometry))
    return result
  }
}

extension MaxPool2D: PoolingLayer {
  static var example: MaxPool2D { MaxPool2D() }
  var reduction: PoolNode.Reduction { .largest }
  var linearity: Linearity { .nonlinear }

  func changed(window: Int, stride: Int, padding: Padding) -> MaxPool2D {
    MaxPool2D(name, window: window, stride: stride, padding: padding, from: inputs.first, line: line)
  }
}

extension AveragePool2D: PoolingLayer {
  static var example: AveragePool2D { AveragePool2D() }
  var reduction: PoolNode.Reduction { .mean }
  var linearity: Linearity { .transparent }

  func changed(window: Int, stride: Int, padding: Padding) -> AveragePool2D {
    AveragePool2D(name, window: window, stride: stride, padding: padding, from: inputs.first, line: line)
  }
}

/// Keeps one number of each window of a map, channel by channel.
final class PoolNode: Node {
  /// What is kept of a window.
  enum Reduction {
    /// The largest number.
    case largest
    /// The mean of the pixels inside the map.
    case mean
  }

  let io: NodeIO
  private let reduction: Reduction
  private let geometry: PoolingGeometry

  /// - Parameters:
  ///   - io: reads a map, writes a map.
  ///   - reduction: what is kept of a window.
  ///   - geometry: where the windows lie.
  init(_ io: NodeIO, _ reduction: Reduction, _ geometry: PoolingGeometry) {
    self.io = io
    self.reduction = reduction
    self.geometry = geometry
  }

  var readsInputsAgain: Bool { reduction == .largest }
  var readsOutputAgain: Bool { reduction == .largest }
  var finishesInputs: Bool { true }

  func forward(_ pass: Pass) {
    let (input, output) = (io.inputs[0].numbers, io.output.numbers)
    switch reduction {
    case .largest: MaxPooling.forward(input, to: output, geometry, batch: pass.batch, on: pass.pool)
    case .mean: AveragePooling.forward(input, to: output, geometry, batch: pass.batch, on: pass.pool)
    }
  }

  func backward(_ pass: Pass) {
    guard io.parts[0].isWanted else { return }
    let (input, output) = (io.inputs[0], io.output)
    switch reduction {
    case .largest:
      MaxPooling.backward(
        input.numbers, output.numbers, output.gradient, to: input.gradient, epilogue: io.finish(0), geometry,
        batch: pass.batch, on: pass.pool)
    case .mean:
      AveragePooling.backward(
        output.gradient, to: input.gradient, epilogue: io.finish(0), geometry, batch: pass.batch, on: pass.pool)
    }
  }
}

internal import Kernels
internal import SegLab
internal import Tensors

/// A layer that is nothing but an activation: ReLU, LeakyReLU, sigmoid, softmax.
protocol ActivationLayer: NetworkLayer {
  /// What it does.
  var element: ElementActivation { get }
}

extension ActivationLayer {
  var inputCount: ClosedRange<Int> { 1...1 }
  var integerArguments: [IntegerArgument] { [] }
  var origin: OutputOrigin { .computed }
  var ending: LayerEnding { .activates(element) }
  var scaling: Scaling { .none }
  var linearity: Linearity { .nonlinear }
  var biasOption: (isOn: Bool, count: Int?)? { nil }
  var variants: LayerVariants { .none }

  func plan(reading inputs: [InputShape]) throws(Mismatch) -> LayerPlan {
    LayerPlan(output: inputs[0].shape, parameters: [], multiplyAdds: 0)
  }

  func kernel(reading input: [Int], output: [Int]) -> LayerKernel { .plain }

  func operation(reading input: [Int], output: [Int]) -> LayerOperation { .identity }

  func build(in graph: GraphBuilder, reading values: [Value], plan: LayerPlan) -> Value {
    graph.activate(element, values[0], layer: name)
  }
}

extension ReLU: ActivationLayer {
  static var example: ReLU { ReLU() }
  var realArguments: [RealArgument] { [] }
  var element: ElementActivation { .rectified(.relu) }
}

extension LeakyReLU: ActivationLayer {
  static var example: LeakyReLU { LeakyReLU() }
  var realArguments: [RealArgument] {
    [RealArgument(label: "slope", number: slope, least: 0, most: 1, takesLeast: true, takesMost: false)]
  }

  var element: ElementActivation { .rectified(.leakyReLU(slope: Float(slope))) }
}

extension Sigmoid: ActivationLayer {
  static var example: Sigmoid { Sigmoid() }
  var realArguments: [RealArgument] { [] }
  var element: ElementActivation { .sigmoid }
}

extension Softmax: ActivationLayer {
  static var example: Softmax { Softmax() }
  var realArguments: [RealArgument] { [] }
  var element: ElementActivation { .softmax }
}

/// What a node of its own does to each value, or to the channels of each pixel.
enum ElementActivation: Equatable {
  /// Negative values are made smaller, or 0.
  case rectified(FusedActivation)
  /// 1 / (1 + e⁻ˣ).
  case sigmoid
  /// The exponentials of the channels of a pixel, divided by their sum.
  case softmax
}

extension Activation {
  /// The activation as a node does it; only where there is one.
  var element: ElementActivation {
    switch self {
    case .sigmoid: .sigmoid
    case .softmax: .softmax
    case .identity, .relu, .leakyRelu: .rectified(fused ?? .identity)
    }
  }

  /// The activation as a kernel does it on its way; nil where it needs a pass of its own.
  var fused: FusedActivation? {
    switch self {
    case .identity: .identity
    case .relu: .relu
    case .leakyRelu: .leakyReLU(slope: 0.01)
    case .sigmoid, .softmax: nil
    }
  }

  /// How many maps a layer that ends in it keeps for the way back: those that can be undone in place are part of the layer's own.
  var keptMaps: Int { fused == nil ? 2 : 1 }
}

extension FusedActivation {
  /// What negative values are multiplied by.
  var slope: Float {
    switch self {
    case .identity: 1
    case .relu: 0
    case .leakyReLU(let slope): slope
    }
  }
}

/// What is done to each number, or to the channels of each pixel, where no other kernel does it on its way.
final class ActivationNode: Node {
  let io: NodeIO
  private let activation: ElementActivation

  /// - Parameters:
  ///   - io: reads and writes numbers of the same dimensions.
  ///   - activation: what is done.
  init(_ io: NodeIO, _ activation: ElementActivation) {
    self.io = io
    self.activation = activation
  }

  var readsInputsAgain: Bool { false }
  var readsOutputAgain: Bool { true }
  var finishesInputs: Bool { true }

  func forward(_ pass: Pass) {
    let (input, output) = (io.inputs[0].numbers, io.output.numbers)
    switch activation {
    case .rectified(let activation):
      MapActivation.forward(activation, input, to: output, batch: pass.batch, on: pass.pool)
    case .sigmoid: MapActivation.sigmoid(input, to: output, batch: pass.batch, on: pass.pool)
    case .softmax where isRow:
      RowSoftmax.forward(
        input.pointer, to: output.pointer, rows: pass.batch, width: output.channels, on: pass.pool)
    case .softmax: MapSoftmax.forward(input, to: output, batch: pass.batch, on: pass.pool)
    }
  }

  func backward(_ pass: Pass) {
    guard io.parts[0].isWanted else { return }
    let (output, gradient, target) = (io.output.numbers, io.output.gradient, io.inputs[0].gradient)
    let finish = io.finish(0)
    switch activation {
    case .rectified(let activation):
      MapActivation.backward(
        activation, output, gradient, to: target, epilogue: finish, batch: pass.batch, on: pass.pool)
    case .sigmoid:
      MapActivation.sigmoidBackward(output, gradient, to: target, epilogue: finish, batch: pass.batch, on: pass.pool)
    case .softmax where isRow && !io.parts[0].isAdding:
      RowSoftmax.backward(
        output: output.pointer, gradient.pointer, to: target.pointer, rows: pass.batch, width: output.channels,
        on: pass.pool)
    case .softmax:
      MapSoftmax.backward(output, gradient, to: target, epilogue: finish, batch: pass.batch, on: pass.pool)
    }
  }

  /// Whether the numbers are a long row, which is worked on by itself, and not the channels of neighbouring pixels.
  private var isRow: Bool {
    let (input, output) = (io.inputs[0], io.output)
    return output.height == 1 && output.width == 1 && input.isClose && output.isClose
      && io.parts[0].activation == nil
  }
}

extension GraphBuilder {
  /// Adds an activation.
  ///
  /// - Parameters:
  ///   - activation: what is done.
  ///   - value: what it is done to.
  ///   - layer: the layer's name.
  /// - Returns: as much as `value`.
  func activate(_ activation: ElementActivation, _ value: Value, layer: String) -> Value {
    let output = output(like: value)
    add(ActivationNode(NodeIO(layer: layer, inputs: [value], output: output), activation))
    return output
  }
}

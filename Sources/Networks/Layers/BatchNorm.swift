internal import Kernels
internal import Messages
internal import SegLab
internal import Tensors

extension BatchNorm: NetworkLayer {
  static var example: BatchNorm { BatchNorm(channels: 1) }
  var inputCount: ClosedRange<Int> { 1...1 }
  var origin: OutputOrigin { .computed }
  var ending: LayerEnding { .computes(activation, canFuse: true) }
  var scaling: Scaling { .none }
  var linearity: Linearity { .linear }
  var biasOption: (isOn: Bool, count: Int?)? { nil }
  var variants: LayerVariants { .none }

  var integerArguments: [IntegerArgument] { [IntegerArgument(label: "channels", number: channels)] }

  var realArguments: [RealArgument] {
    [
      RealArgument(label: "momentum", number: momentum, least: 0, most: 1, takesLeast: true, takesMost: false),
      RealArgument(label: "epsilon", number: epsilon, least: 0, most: 1, takesLeast: false, takesMost: true),
    ]
  }

  func plan(reading inputs: [InputShape]) throws(Mismatch) -> LayerPlan {
    let map = try inputs[0].map(for: name)
    guard map.channels == channels else {
      throw Mismatch(
        summary: .normalisedChannels(
          layer: name, channels: channels, arriving: inputs[0].shape.dimensions, from: inputs[0].name),
        help: .writeChannels(map.channels))
    }
    return LayerPlan(
      output: map.shape, parameters: [Shape([channels]), Shape([channels])], multiplyAdds: map.shape.count ?? .max,
      maps: activation.keptMaps)
  }

  func kernel(reading input: [Int], output: [Int]) -> LayerKernel { .normalization(channels: channels) }

  func operation(reading input: [Int], output: [Int]) -> LayerOperation {
    .batchNorm(channels: channels, epsilon: epsilon)
  }

  func build(in graph: GraphBuilder, reading values: [Value], plan: LayerPlan) -> Value {
    let needsPass = activation.fused == nil
    let source = values[0]
    let target =
      needsPass
      ? graph.map(height: source.height, width: source.width, channels: source.channels)
      : graph.output(height: source.height, width: source.width, channels: source.channels)
    graph.add(
      BatchNormNode(
        NodeIO(layer: name, inputs: [source], output: target), momentum: momentum, epsilon: epsilon,
        activation: needsPass ? .identity : graph.fusedActivation(own: activation), batch: graph.batch))
    return needsPass ? graph.activate(activation.element, target, layer: name) : target
  }
}

/// Brings each channel to mean 0 and variance 1, then scales and shifts it by what it learns.
///
/// The kernel takes its activation into account on the way back itself.
final class BatchNormNode: Node {
  let io: NodeIO
  let parameters: [Parameter]
  private let kernel: BatchNormalisation
  private let momentum: Double
  private let activation: FusedActivation
  private let gamma: Parameter
  private let beta: Parameter
  private let mean: AlignedBuffer
  private let variance: AlignedBuffer

  /// - Parameters:
  ///   - io: reads a map, writes a map.
  ///   - momentum: how much of the running statistics stays after each step.
  ///   - epsilon: what is added to the variance.
  ///   - activation: what is done to each number at the end.
  ///   - batch: the most images at once.
  init(_ io: NodeIO, momentum: Double, epsilon: Double, activation: FusedActivation, batch: Int) {
    self.io = io
    self.momentum = momentum
    self.activation = activation
    let input = io.inputs[0]
    kernel = BatchNormalisation(
      channels: input.channels, pixels: batch * input.height * input.width, epsilon: epsilon)
    gamma = Parameter(name: "gamma", count: input.channels, start: .constant(1))
    beta = Parameter(name: "beta", count: input.channels, start: .constant(0))
    parameters = [gamma, beta]
    mean = AlignedBuffer(count: input.channels)
    variance = AlignedBuffer(count: input.channels)
    variance.elements.update(repeating: 1)
  }

  var state: [(name: String, numbers: UnsafeMutableBufferPointer<Float>)] {
    [("runningMean", mean.elements), ("runningVariance", variance.elements)]
  }

  var readsInputsAgain: Bool { true }
  var readsOutputAgain: Bool { false }
  var finishesInputs: Bool { true }

  func forward(_ pass: Pass) {
    let (input, output, pool) = (io.inputs[0].numbers, io.output.numbers, pass.pool)
    if pass.isTraining {
      kernel.forward(
        input, gamma: gamma.pointer(on: pool), beta: beta.pointer(on: pool), runningMean: mean.pointer,
        runningVariance: variance.pointer, momentum: momentum, activation: activation, to: output, batch: pass.batch,
        on: pool)
    } else {
      kernel.forward(
        input, gamma: gamma.pointer(on: pool), beta: beta.pointer(on: pool),
        runningMean: UnsafePointer(mean.pointer), runningVariance: UnsafePointer(variance.pointer),
        activation: activation, to: output, batch: pass.batch, on: pool)
    }
  }

  func backward(_ pass: Pass) {
    guard let gammaGradient = gamma.gradient?.pointer, let betaGradient = beta.gradient?.pointer else { return }
    let input = io.inputs[0]
    kernel.backward(
      input.numbers, io.output.gradient, activation: activation,
      to: io.parts[0].isWanted ? input.gradient : nil, epilogue: io.finish(0), gammaGradient: gammaGradient,
      betaGradient: betaGradient, batch: pass.batch, on: pass.pool)
  }
}

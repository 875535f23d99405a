internal import Kernels
internal import Messages
internal import SegLab
internal import Tensors

/// A convolution or a transposed one.
protocol ConvolutionLayer: NetworkLayer {
  /// Height and width of the window, channels in and channels out: `[kh, kw, in, out]`.
  var filter: [Int] { get }
  /// How many pixels the window moves at a time.
  var stride: Int { get }
  /// What happens at the edges.
  var padding: Padding { get }
  /// Whether a bias is added to each channel.
  var bias: Bool { get }
  /// What is done to each value at the end.
  var activation: Activation { get }
  /// What the weights are drawn from at first; nil for the engine's choice.
  var initializer: Initializer? { get }
  /// Whether it goes from the smaller feature map to the larger.
  static var isTransposed: Bool { get }
  /// The dimensions of the convolution; for a transposed one, of the one that goes the other way.
  ///
  /// - Parameters:
  ///   - height: rows of the feature map that is read.
  ///   - width: columns of the feature map that is read.
  ///   - output: the shape of what the layer gives, `[height, width, channels]`.
  /// - Returns: the geometry as the kernels take it.
  func geometry(height: Int, width: Int, output: [Int]) -> ConvolutionGeometry
  /// The same layer with another window.
  func changed(filter: [Int], stride: Int, padding: Padding) -> Self
}

extension ConvolutionLayer {
  var inputCount: ClosedRange<Int> { 1...1 }
  var integerArguments: [IntegerArgument] { [.filter(filter), IntegerArgument(label: "stride", number: stride)] }
  var realArguments: [RealArgument] { initializer.realArguments }
  var origin: OutputOrigin { .computed }
  var ending: LayerEnding { .computes(activation, canFuse: true) }
  var biasOption: (isOn: Bool, count: Int?)? { (bias, filter.last) }

  var variants: LayerVariants {
    let padded = changed(filter: filter, stride: stride, padding: .same)
    func variants(_ exchanged: LayerVariants.Exchange?) -> LayerVariants {
      .window(
        LayerVariants.Window(
          exchanged: exchanged, padded: padded, isPadded: padding == .same, stride: stride,
          side: max(filter[0], filter[1]),
          strided: { changed(filter: filter, stride: $0, padding: padding) }))
    }
    guard filter[0] == filter[1], filter[0] != stride else { return variants(nil) }
    let other = changed(filter: [stride, stride] + filter.suffix(2), stride: filter[0], padding: padding)
    let advice = NetworkAdvicePhrase.exchangeWindowAndStride(
      layer: name, window: "filter", dimensions: other.filter, stride: other.stride)
    return variants(LayerVariants.Exchange(layer: other, advice: advice))
  }

  func kernel(reading input: [Int], output: [Int]) -> LayerKernel {
    .convolution(geometry(height: input[0], width: input[1], output: output), isTransposed: Self.isTransposed)
  }
}

/// A convolution or a transposed one, with its biases and the activation that its kernel does on its way.
final class ConvolutionNode: Node {
  /// What a convolution learns besides its weights.
  struct Biases {
    /// Whether a number is added to each channel.
    let perChannel: Bool
    /// Whether a number is added to each channel at each position.
    let perPosition: Bool
  }

  let io: NodeIO
  let parameters: [Parameter]
  private let kernel: any ConvolutionKernel
  private let weights: Parameter
  private let bias: Parameter?
  private let untiedBias: Parameter?
  private let channelSums: ChannelSums?
  private let activation: FusedActivation

  /// - Parameters:
  ///   - io: reads a map, writes a map.
  ///   - kernel: what computes.
  ///   - biases: what is added.
  ///   - initializer: what the weights are drawn from.
  ///   - batch: the most images at once.
  init(
    _ io: NodeIO, _ kernel: any ConvolutionKernel, biases: Biases, initializer: Initializer?, batch: Int
  ) {
    self.io = io
    self.kernel = kernel
    let output = io.output
    let taps = kernel.geometry.kernelHeight * kernel.geometry.kernelWidth
    weights = Parameter(
      name: "weights", count: kernel.geometry.weightCount,
      start: .drawn(initializer, fanIn: taps * io.inputs[0].channels, fanOut: taps * output.channels))
    bias = biases.perChannel ? Parameter(name: "bias", count: output.channels, start: .constant(0)) : nil
    untiedBias =
      biases.perPosition ? Parameter(name: "untiedBias", count: output.count, start: .constant(0)) : nil
    channelSums =
      biases.perChannel
      ? ChannelSums(channels: output.channels, pixels: batch * output.height * output.width) : nil
    activation = output.storage.activation
    parameters = [weights] + [bias, untiedBias].compactMap { $0 }
  }

  var readsInputsAgain: Bool { true }
  var readsOutputAgain: Bool { false }
  var finishesInputs: Bool { true }

  func scratchCount(threads: Int) -> Int { kernel.scratchCount(threads: threads) }

  func forward(_ pass: Pass) {
    let output = io.output.numbers
    kernel.forward(
      io.inputs[0].numbers, weights: weights.pointer(on: pass.pool), bias: bias?.pointer(on: pass.pool),
      activation: untiedBias == nil ? activation : .identity, to: output, batch: pass.batch, scratch: pass.scratch,
      on: pass.pool)
    guard let untiedBias else { return }
    UntiedBias.add(
      to: output, untiedBias.pointer(on: pass.pool), activation: activation, batch: pass.batch, on: pass.pool)
  }

  func backward(_ pass: Pass) {
    pass.learning { learn(pass) }
    guard io.parts[0].isWanted else { return }
    kernel.backwardData(
      io.output.gradient, weights: weights.pointer(on: pass.pool), to: io.inputs[0].gradient, epilogue: io.finish(0),
      batch: pass.batch, scratch: pass.scratch, on: pass.pool)
  }

  private func learn(_ pass: Pass) {
    let gradient = io.output.gradient
    if let target = bias?.gradient?.pointer {
      channelSums?.sum(gradient, to: target, batch: pass.batch, on: pass.pool)
    }
    if let target = untiedBias?.gradient?.pointer {
      UntiedBias.backward(gradient, to: target, batch: pass.batch, on: pass.pool)
    }
    if let target = weights.gradient?.pointer {
      kernel.backwardWeights(
        io.inputs[0].numbers, gradient, to: target, batch: pass.batch, scratch: pass.scratch, on: pass.pool)
    }
  }

  func work(_ pass: LayerPass, batch: Int) -> PassWork {
    guard pass != .inputGradient || io.parts[0].isWanted else { return PassWork() }
    let work = kernel.work(pass.part, batch: batch)
    return PassWork(
      algorithm: work.algorithm.rawValue, counted: Double(work.counted), done: Double(work.done),
      bytes: io.mapBytes(pass, batch: batch) + Double(parameterBytes))
  }
}

extension LayerPass {
  /// The pass as the kernels name it.
  fileprivate var part: ConvolutionPart {
    switch self {
    case .forward: .forward
    case .inputGradient: .inputGradient
    case .weightGradient: .weightGradient
    }
  }
}

/// What a convolution and a transposed one have in common.
protocol ConvolutionKernel {
  /// The dimensions; for a transposed convolution, those of the one that goes the other way.
  var geometry: ConvolutionGeometry { get }
  /// How many numbers of room the passes need to work in, with so many threads.
  func scratchCount(threads: Int) -> Int
  /// What a pass has to do.
  func work(_ part: ConvolutionPart, batch: Int) -> ConvolutionWork
  /// The result from the map.
  func forward(
    _ x: FeatureMap, weights: UnsafePointer<Float>, bias: UnsafePointer<Float>?, activation: FusedActivation,
    to y: FeatureMap, batch: Int, scratch: UnsafeMutablePointer<Float>, on pool: WorkerPool)
  /// The gradient of the map.
  func backwardData(
    _ dy: FeatureMap, weights: UnsafePointer<Float>, to dx: FeatureMap, epilogue: GradientEpilogue, batch: Int,
    scratch: UnsafeMutablePointer<Float>, on pool: WorkerPool)
  /// The gradient of the weights.
  func backwardWeights(
    _ x: FeatureMap, _ dy: FeatureMap, to dw: UnsafeMutablePointer<Float>, batch: Int,
    scratch: UnsafeMutablePointer<Float>, on pool: WorkerPool)
}

extension Convolution: ConvolutionKernel {}
extension TransposedConvolution: ConvolutionKernel {}

extension GraphBuilder {
  /// Adds a convolution, and a pass for its activation where the kernel cannot do it on its way.
  ///
  /// - Parameters:
  ///   - source: the map to read.
  ///   - kernel: what computes.
  ///   - dimensions: height, width and channels of the result.
  ///   - biases: what is added.
  ///   - activation: what the layer does to each number at the end.
  ///   - initializer: what the weights are drawn from.
  ///   - layer: the layer's name.
  /// - Returns: what the layer gives.
  func convolve(
    _ source: Value, _ kernel: any ConvolutionKernel, _ dimensions: [Int], biases: ConvolutionNode.Biases,
    activation: Activation, initializer: Initializer?, layer: String
  ) -> Value {
    let needsPass = activation.fused == nil
    let sums =
      needsPass
      ? map(height: dimensions[0], width: dimensions[1], channels: dimensions[2])
      : output(height: dimensions[0], width: dimensions[1], channels: dimensions[2])
    if !needsPass { sums.storage.activation = fusedActivation(own: activation) }
    add(
      ConvolutionNode(
        NodeIO(layer: layer, inputs: [source], output: sums), kernel, biases: biases, initializer: initializer,
        batch: batch))
    return needsPass ? activate(activation.element, sums, layer: layer) : sums
  }
}

/// Whether a filter's channels are those that arrive, and which order of its dimensions would be right where they are not.
struct FilterOrder {
  /// The layer's name.
  let layer: String
  /// The filter as the learner wrote it, `[kh, kw, in, out]`.
  let filter: [Int]
  /// Whether the layer is a transposed convolution: elsewhere its filter is written in another order than a convolution's.
  let isTransposed: Bool

  /// Looks whether the filter is made for a map.
  ///
  /// - Parameters:
  ///   - map: what arrives.
  ///   - source: the layer that gives it, for the message.
  /// - Throws: `Mismatch` where it is made for another number of channels.
  func check(against map: MapShape, from source: String) throws(Mismatch) {
    guard filter[2] != map.channels else { return }
    throw Mismatch(
      summary: .filterChannels(
        layer: layer, filter: filter, arriving: [map.height, map.width, map.channels], from: source),
      help: help(channels: map.channels))
  }

  private func help(channels: Int) -> NetworkAdvicePhrase {
    let (first, second, third, fourth) = (filter[0], filter[1], filter[2], filter[3])
    if fourth == channels { return .swapFilterChannels(filter: [first, second, fourth, third]) }
    // Channels first: the window stands at the end, and is square nearly always.
    if third == fourth {
      if isTransposed, first == channels {
        return .reorderFilter(found: "[in, out, kh, kw]", filter: [third, fourth, first, second])
      }
      if second == channels {
        return .reorderFilter(found: "[out, in, kh, kw]", filter: [third, fourth, second, first])
      }
      if first == channels {
        return .reorderFilter(found: "[in, out, kh, kw]", filter: [third, fourth, first, second])
      }
    }
    return .changeFilterChannels(filter: [first, second, channels, fourth])
  }
}

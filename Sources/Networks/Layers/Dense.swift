internal import Kernels
internal import Messages
internal import SegLab
internal import Tensors

extension Dense: NetworkLayer {
  static var example: Dense { Dense(weights: [1, 1], initializer: .truncatedNormal()) }
  var inputCount: ClosedRange<Int> { 1...1 }
  var origin: OutputOrigin { .computed }
  var ending: LayerEnding { .computes(activation, canFuse: false) }
  var scaling: Scaling { .none }
  var linearity: Linearity { .linear }
  var biasOption: (isOn: Bool, count: Int?)? { (bias, weights.last) }
  var variants: LayerVariants { .none }

  var integerArguments: [IntegerArgument] {
    [IntegerArgument(label: "weights", axes: ["in", "out"], values: weights)]
  }

  var realArguments: [RealArgument] { initializer.realArguments }

  func plan(reading inputs: [InputShape]) throws(Mismatch) -> LayerPlan {
    let source = inputs[0]
    let (inputs, outputs) = (weights[0], weights[1])
    guard source.shape.rank == 1, let count = source.shape.count else {
      throw Mismatch(
        summary: .denseNeedsARow(layer: name, arriving: source.shape.dimensions, from: source.name),
        help: .putFlattenBefore(layer: name, count: source.shape.count))
    }
    guard inputs == count else {
      throw Mismatch(
        summary: .denseInputs(layer: name, weights: weights, arriving: count, from: source.name),
        help: outputs == count
          ? .swapWeights(weights: [outputs, inputs]) : .changeFirstDimension(weights: [count, outputs]))
    }
    return LayerPlan(
      output: Shape([outputs]), parameters: [Shape(weights)] + (bias ? [Shape([outputs])] : []),
      multiplyAdds: inputs.times(outputs), maps: activation.keptMaps)
  }

  /// The same layer with other weights.
  func changed(weights: [Int]) -> Dense {
    Dense(
      name, weights: weights, bias: bias, activation: activation, initializer: initializer, from: inputs.first,
      line: line)
  }

  func kernel(reading input: [Int], output: [Int]) -> LayerKernel { .matrix(inputs: weights[0], outputs: weights[1]) }

  func operation(reading input: [Int], output: [Int]) -> LayerOperation { .dense(weights: weights, bias: bias) }

  func build(in graph: GraphBuilder, reading values: [Value], plan: LayerPlan) -> Value {
    let sums = graph.row(weights[1])
    graph.add(
      DenseNode(
        NodeIO(layer: name, inputs: values, output: sums), bias: bias, initializer: initializer, batch: graph.batch,
        descends: graph.denseDescends))
    return activation == .identity ? sums : graph.activate(activation.element, sums, layer: name)
  }
}

/// Sums of all inputs by weights, with a bias where the learner asked for one.
final class DenseNode: Node {
  let io: NodeIO
  let parameters: [Parameter]
  private let matrix: DenseMatrix
  private let weights: Parameter
  private let bias: Parameter?
  private let batch: Int

  /// - Parameters:
  ///   - io: reads a row, writes a row.
  ///   - bias: whether a learnable number is added to each output.
  ///   - initializer: what the weights are drawn from.
  ///   - batch: the most images at once.
  ///   - descends: whether the node follows its gradient by itself, so that none is stored.
  init(_ io: NodeIO, bias: Bool, initializer: Initializer?, batch: Int, descends: Bool) {
    self.io = io
    self.batch = batch
    let (inputs, outputs) = (io.inputs[0].count, io.output.count)
    matrix = DenseMatrix(inputs: inputs, outputs: outputs, batch: batch)
    weights = Parameter(
      name: "weights", matrix: matrix, descends: descends,
      start: .drawn(initializer, fanIn: inputs, fanOut: outputs))
    self.bias = bias ? Parameter(name: "bias", count: outputs, start: .constant(0)) : nil
    parameters = [weights] + (self.bias.map { [$0] } ?? [])
  }

  var readsInputsAgain: Bool { true }
  var readsOutputAgain: Bool { false }
  var finishesInputs: Bool { false }

  func scratchCount(threads: Int) -> Int { io.parts[0].isAdding ? batch * io.inputs[0].count : 0 }

  func weightTraffic(batch: Int) -> Double {
    matrix.traffic(passes: io.parts[0].isWanted ? 2 : 1, batch: batch)
  }

  func work(_ pass: LayerPass, batch: Int) -> PassWork {
    guard pass != .inputGradient || io.parts[0].isWanted else { return PassWork() }
    let products = Double(matrix.inputs * matrix.outputs)
    let bytes = products * Double(MemoryLayout<Float>.stride)
    // With one image, weights that follow the gradient by themselves are written every few steps, forward.
    let isDeferred = batch == 1 && weights.gradient == nil
    let moved =
      switch pass {
      case .forward: isDeferred ? matrix.traffic(passes: 1, batch: batch) : bytes
      case .inputGradient: bytes
      case .weightGradient: isDeferred ? 0 : 2 * bytes
      }
    return PassWork(
      counted: products * Double(batch), done: products * Double(batch), bytes: moved + io.mapBytes(pass, batch: batch))
  }

  func forward(_ pass: Pass) {
    let (batch, pool, output) = (pass.batch, pass.pool, io.output)
    let target = output.numbers.pointer
    matrix.forward(io.inputs[0].numbers.pointer, to: target, batch: batch, on: pool)
    guard let bias else { return }
    let numbers = bias.pointer(on: pool)
    for image in 0..<batch {
      Elementwise.add(numbers, to: target + image * output.count, count: output.count, on: pool)
    }
  }

  func backward(_ pass: Pass) {
    if io.parts[0].isWanted { sendBack(io.output.gradient.pointer, pass) }
    pass.learning { learn(pass) }
  }

  private func learn(_ pass: Pass) {
    let (batch, pool, output, input) = (pass.batch, pass.pool, io.output, io.inputs[0])
    let gradient = output.gradient.pointer
    if let target = weights.gradient?.pointer {
      matrix.gradient(input.numbers.pointer, gradient, to: target, batch: batch, on: pool)
    } else {
      matrix.descend(input.numbers.pointer, gradient, rate: pass.rate, batch: batch, on: pool)
    }
    guard let target = bias?.gradient?.pointer else { return }
    target.update(from: gradient, count: output.count)
    for image in 1..<max(1, batch) {
      Elementwise.add(gradient + image * output.count, to: target, count: output.count, on: pool)
    }
  }

  private func sendBack(_ gradient: UnsafePointer<Float>, _ pass: Pass) {
    let target = io.inputs[0].gradient.pointer
    guard io.parts[0].isAdding else {
      return matrix.backward(gradient, to: target, batch: pass.batch, on: pass.pool)
    }
    matrix.backward(gradient, to: pass.scratch, batch: pass.batch, on: pass.pool)
    Elementwise.add(pass.scratch, to: target, count: pass.batch * io.inputs[0].count, on: pass.pool)
  }
}

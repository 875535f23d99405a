internal import Kernels
internal import SegLab
internal import Tensors

/// What is done to each number after a layer's sums.
final class ActivationNode: Node {
  let layer: String
  let output: Value
  private let input: Value
  private let activation: Activation
  private let width: Int

  /// - Parameters:
  ///   - layer: the learner's layer, by name.
  ///   - activation: what is done; not `identity`, which needs no node.
  ///   - input: what is read.
  ///   - output: as large as `input`.
  ///   - width: how long the last axis is, along which softmax sums to 1.
  init(layer: String, activation: Activation, input: Value, output: Value, width: Int) {
    self.layer = layer
    self.activation = activation
    self.input = input
    self.output = output
    self.width = width
  }

  var parameters: [Parameter] { [] }

  func weightTraffic(batch: Int) -> Double { 0 }

  func forward(batch: Int, on pool: WorkerPool) {
    let (source, target) = (input.numbers.pointer, output.numbers.pointer)
    let count = batch * input.count
    switch activation {
    case .identity: target.update(from: source, count: count)
    case .relu: Elementwise.relu(source, to: target, count: count, on: pool)
    case .leakyRelu: for i in 0..<count { target[i] = source[i] > 0 ? source[i] : 0.01 * source[i] }
    case .sigmoid: Elementwise.sigmoid(source, to: target, count: count, on: pool)
    case .softmax: RowSoftmax.forward(source, to: target, rows: count / width, width: width, on: pool)
    }
  }

  func backward(batch: Int, descent: Descent, on pool: WorkerPool) {
    guard let gradient = output.gradient?.pointer, let target = input.gradient?.pointer else { return }
    let result = output.numbers.pointer
    let count = batch * input.count
    switch activation {
    case .identity: target.update(from: gradient, count: count)
    case .relu: Elementwise.reluBackward(output: result, gradient, to: target, count: count, on: pool)
    case .leakyRelu: for i in 0..<count { target[i] = result[i] > 0 ? gradient[i] : 0.01 * gradient[i] }
    case .sigmoid: Elementwise.sigmoidBackward(output: result, gradient, to: target, count: count, on: pool)
    case .softmax:
      RowSoftmax.backward(output: result, gradient, to: target, rows: count / width, width: width, on: pool)
    }
  }
}

internal import Kernels
internal import Tensors

/// Sums of all inputs by weights, with a bias where the learner asked for one.
final class DenseNode: Node {
  let layer: String
  let output: Value
  private let input: Value
  private let matrix: DenseMatrix
  private let bias: AlignedBuffer?

  init(layer: String, input: Value, output: Value, bias: Bool, batch: Int) {
    self.layer = layer
    self.input = input
    self.output = output
    matrix = DenseMatrix(inputs: input.count, outputs: output.count, batch: batch)
    self.bias = bias ? AlignedBuffer(count: output.count) : nil
  }

  var parameters: [Parameter] {
    [Parameter(name: "weights") { [matrix] pool in matrix.settled(on: pool) }]
      + (bias.map { bias in [Parameter(name: "bias") { _ in bias.elements }] } ?? [])
  }

  func weightTraffic(batch: Int) -> Double { matrix.traffic(passes: input.gradient == nil ? 1 : 2, batch: batch) }

  func forward(batch: Int, on pool: WorkerPool) {
    matrix.forward(input.numbers.pointer, to: output.numbers.pointer, batch: batch, on: pool)
    guard let bias else { return }
    for image in 0..<batch {
      Elementwise.add(
        bias.pointer, times: 1, to: output.numbers.pointer + image * output.count, count: output.count, on: pool)
    }
  }

  func backward(batch: Int, descent: Descent, on pool: WorkerPool) {
    guard let gradient = output.gradient else { return }
    if let below = input.gradient {
      matrix.backward(gradient.pointer, to: below.pointer, batch: batch, on: pool)
    }
    matrix.descend(input.numbers.pointer, gradient.pointer, rate: descent.rate, batch: batch, on: pool)
    guard let bias else { return }
    for image in 0..<batch {
      Elementwise.add(
        gradient.pointer + image * output.count, times: -descent.rate, to: bias.pointer, count: output.count, on: pool)
    }
  }
}

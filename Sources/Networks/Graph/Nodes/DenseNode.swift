internal import Kernels
internal import SegLab
internal import Tensors

/// Sums of all inputs by weights, with a bias where the learner asked for one.
final class DenseNode: Node {
  let wiring: Wiring
  let parameters: [Parameter]
  private let matrix: DenseMatrix
  private let weights: Parameter
  private let bias: Parameter?
  private let batch: Int

  /// - Parameters:
  ///   - wiring: reads a row, writes a row.
  ///   - bias: whether a learnable number is added to each output.
  ///   - initializer: what the weights are drawn from.
  ///   - batch: the most images at once.
  ///   - descends: whether the node follows its gradient by itself, so that none is stored.
  init(_ wiring: Wiring, bias: Bool, initializer: Initializer?, batch: Int, descends: Bool) {
    self.wiring = wiring
    self.batch = batch
    let (inputs, outputs) = (wiring.inputs[0].count, wiring.output.count)
    matrix = DenseMatrix(inputs: inputs, outputs: outputs, batch: batch)
    weights = Parameter(
      name: "weights", matrix: matrix, descends: descends,
      start: .drawn(initializer, fanIn: inputs, fanOut: outputs))
    self.bias = bias ? Parameter(name: "bias", count: outputs, start: .constant(0)) : nil
    parameters = [weights] + (self.bias.map { [$0] } ?? [])
  }

  var readsInputsAgain: Bool { true }
  var finishesInputs: Bool { false }

  func scratchCount(threads: Int) -> Int { wiring.parts[0].isAdding ? batch * wiring.inputs[0].count : 0 }

  func weightTraffic(batch: Int) -> Double {
    matrix.traffic(passes: wiring.parts[0].isWanted ? 2 : 1, batch: batch)
  }

  func forward(_ pass: Pass) {
    let (batch, pool, output) = (pass.batch, pass.pool, wiring.output)
    let target = output.numbers.pointer
    matrix.forward(wiring.inputs[0].numbers.pointer, to: target, batch: batch, on: pool)
    guard let bias else { return }
    let numbers = bias.pointer(on: pool)
    for image in 0..<batch {
      Elementwise.add(numbers, to: target + image * output.count, count: output.count, on: pool)
    }
  }

  func backward(_ pass: Pass) {
    let (batch, pool, output, input) = (pass.batch, pass.pool, wiring.output, wiring.inputs[0])
    let gradient = output.gradient.pointer
    if wiring.parts[0].isWanted { sendBack(gradient, pass) }
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
    let target = wiring.inputs[0].gradient.pointer
    guard wiring.parts[0].isAdding else {
      return matrix.backward(gradient, to: target, batch: pass.batch, on: pass.pool)
    }
    matrix.backward(gradient, to: pass.scratch, batch: pass.batch, on: pass.pool)
    Elementwise.add(pass.scratch, to: target, count: pass.batch * wiring.inputs[0].count, on: pass.pool)
  }
}

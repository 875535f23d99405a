internal import Kernels

/// What is done to each number, or to the channels of each pixel, where no other kernel does it on its way.
final class ActivationNode: Node {
  let wiring: Wiring
  private let activation: ElementActivation

  /// - Parameters:
  ///   - wiring: reads and writes numbers of the same extents.
  ///   - activation: what is done.
  init(_ wiring: Wiring, _ activation: ElementActivation) {
    self.wiring = wiring
    self.activation = activation
  }

  var readsOutputAgain: Bool { true }

  func forward(_ pass: Pass) {
    let (input, output) = (wiring.inputs[0].numbers, wiring.output.numbers)
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
    guard wiring.parts[0].isWanted else { return }
    let (output, gradient, target) = (wiring.output.numbers, wiring.output.gradient, wiring.inputs[0].gradient)
    let finish = wiring.finish(0)
    switch activation {
    case .rectified(let activation):
      MapActivation.backward(
        activation, output, gradient, to: target, epilogue: finish, batch: pass.batch, on: pass.pool)
    case .sigmoid:
      MapActivation.sigmoidBackward(output, gradient, to: target, epilogue: finish, batch: pass.batch, on: pass.pool)
    case .softmax where isRow && !wiring.parts[0].isAdding:
      RowSoftmax.backward(
        output: output.pointer, gradient.pointer, to: target.pointer, rows: pass.batch, width: output.channels,
        on: pass.pool)
    case .softmax:
      MapSoftmax.backward(output, gradient, to: target, epilogue: finish, batch: pass.batch, on: pass.pool)
    }
  }

  /// Whether the numbers are a long row, which is worked on by itself, and not the channels of neighbouring pixels.
  private var isRow: Bool {
    let (input, output) = (wiring.inputs[0], wiring.output)
    return output.height == 1 && output.width == 1 && input.isClose && output.isClose
      && wiring.parts[0].activation == nil
  }
}

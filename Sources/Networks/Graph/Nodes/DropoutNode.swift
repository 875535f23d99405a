internal import Kernels
internal import Tensors

/// While training, lets each number through with a given probability and makes up for the others; passes all on otherwise.
final class DropoutNode: Node {
  let wiring: Wiring
  private let kernel: Kernels.Dropout

  /// - Parameters:
  ///   - wiring: reads and writes numbers of the same extents.
  ///   - keep: the probability.
  ///   - stream: what is drawn from, for each step anew.
  init(_ wiring: Wiring, keep: Double, stream: SeededGenerator) {
    self.wiring = wiring
    kernel = Kernels.Dropout(keep: keep, stream: stream)
  }

  func forward(_ pass: Pass) {
    let (input, output) = (wiring.inputs[0].numbers, wiring.output.numbers)
    if pass.isTraining {
      kernel.forward(input, to: output, step: pass.step, batch: pass.batch, on: pass.pool)
    } else {
      MapActivation.forward(.identity, input, to: output, batch: pass.batch, on: pass.pool)
    }
  }

  func backward(_ pass: Pass) {
    guard wiring.parts[0].isWanted else { return }
    kernel.backward(
      wiring.output.gradient, to: wiring.inputs[0].gradient, epilogue: wiring.finish(0), step: pass.step,
      batch: pass.batch, on: pass.pool)
  }
}

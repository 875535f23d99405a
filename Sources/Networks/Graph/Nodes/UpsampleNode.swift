internal import Kernels

/// Enlarges a map by a whole factor.
final class UpsampleNode: Node {
  let wiring: Wiring
  private let kernel: Upsampling

  /// - Parameters:
  ///   - wiring: reads a map, writes one `factor` times as high and wide.
  ///   - factor: how many times.
  ///   - method: where new pixels come from.
  init(_ wiring: Wiring, factor: Int, method: Upsampling.Method) {
    self.wiring = wiring
    let input = wiring.inputs[0]
    kernel = Upsampling(height: input.height, width: input.width, factor: factor, method: method)
  }

  func forward(_ pass: Pass) {
    kernel.forward(wiring.inputs[0].numbers, to: wiring.output.numbers, batch: pass.batch, on: pass.pool)
  }

  func backward(_ pass: Pass) {
    guard wiring.parts[0].isWanted else { return }
    kernel.backward(
      wiring.output.gradient, to: wiring.inputs[0].gradient, epilogue: wiring.finish(0), batch: pass.batch,
      on: pass.pool)
  }
}

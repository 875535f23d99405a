internal import Kernels

/// Copies maps side by side, as channels of a wider one; larger maps are cut to its height and width around their centre.
///
/// With one map it only closes or opens the gaps between pixels.
final class JoinNode: Node {
  let wiring: Wiring

  /// - Parameter wiring: reads maps, writes one with as many channels as all of them together.
  init(_ wiring: Wiring) { self.wiring = wiring }

  func forward(_ pass: Pass) {
    let output = wiring.output.numbers
    var channel = 0
    for input in wiring.inputs {
      let source = CroppedMap.centre(input.numbers, height: output.height, width: output.width)
      Kernels.Concatenation.copy(source, to: output, channel: channel, batch: pass.batch, on: pass.pool)
      channel += input.channels
    }
  }

  func backward(_ pass: Pass) {
    let gradient = wiring.output.gradient
    var channel = 0
    for (index, input) in wiring.inputs.enumerated() {
      if wiring.parts[index].isWanted {
        let target = CroppedMap.centre(input.gradient, height: gradient.height, width: gradient.width)
        Kernels.Concatenation.backward(
          gradient, channel: channel, to: target, epilogue: wiring.finish(index), batch: pass.batch, on: pass.pool)
      }
      channel += input.channels
    }
  }
}

internal import Kernels

/// Adds maps number by number; larger ones are cut to the height and width of the sum around their centre.
final class AddNode: Node {
  let wiring: Wiring

  /// - Parameter wiring: reads maps of the same number of channels, writes their sum.
  init(_ wiring: Wiring) { self.wiring = wiring }

  func forward(_ pass: Pass) {
    let output = wiring.output.numbers
    let parts = wiring.inputs.map { CroppedMap.centre($0.numbers, height: output.height, width: output.width) }
    Kernels.MapSum.add(
      parts, activation: wiring.output.storage.activation, to: output, batch: pass.batch, on: pass.pool)
  }

  func backward(_ pass: Pass) {
    let gradient = wiring.output.gradient
    for (index, input) in wiring.inputs.enumerated() where wiring.parts[index].isWanted {
      let target = CroppedMap.centre(input.gradient, height: gradient.height, width: gradient.width)
      Kernels.Concatenation.backward(
        gradient, to: target, epilogue: wiring.finish(index), batch: pass.batch, on: pass.pool)
    }
  }
}

internal import Kernels

/// Keeps one number of each window of a map, channel by channel.
final class PoolNode: Node {
  /// What is kept of a window.
  enum Kind {
    /// The largest number.
    case largest
    /// The mean of the pixels inside the map.
    case mean
  }

  let wiring: Wiring
  private let kind: Kind
  private let geometry: PoolingGeometry

  /// - Parameters:
  ///   - wiring: reads a map, writes a map.
  ///   - kind: what is kept of a window.
  ///   - geometry: where the windows lie.
  init(_ wiring: Wiring, _ kind: Kind, _ geometry: PoolingGeometry) {
    self.wiring = wiring
    self.kind = kind
    self.geometry = geometry
  }

  var readsInputsAgain: Bool { kind == .largest }
  var readsOutputAgain: Bool { kind == .largest }

  func forward(_ pass: Pass) {
    let (input, output) = (wiring.inputs[0].numbers, wiring.output.numbers)
    switch kind {
    case .largest: MaxPooling.forward(input, to: output, geometry, batch: pass.batch, on: pass.pool)
    case .mean: AveragePooling.forward(input, to: output, geometry, batch: pass.batch, on: pass.pool)
    }
  }

  func backward(_ pass: Pass) {
    guard wiring.parts[0].isWanted else { return }
    let (input, output) = (wiring.inputs[0], wiring.output)
    switch kind {
    case .largest:
      MaxPooling.backward(
        input.numbers, output.numbers, output.gradient, to: input.gradient, epilogue: wiring.finish(0), geometry,
        batch: pass.batch, on: pass.pool)
    case .mean:
      AveragePooling.backward(
        output.gradient, to: input.gradient, epilogue: wiring.finish(0), geometry, batch: pass.batch, on: pass.pool)
    }
  }
}

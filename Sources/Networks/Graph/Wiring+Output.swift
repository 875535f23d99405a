internal import Kernels

extension Wiring {
  /// Takes the activation fused into the node out of its output's gradient, in place.
  func finishOutput(_ pass: Pass) {
    let gradient = output.gradient
    MapActivation.backward(
      output.storage.activation, output.numbers, gradient, to: gradient, epilogue: .overwriting, batch: pass.batch,
      on: pass.pool)
  }
}

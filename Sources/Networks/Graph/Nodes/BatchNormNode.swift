internal import Kernels
internal import Tensors

/// Brings each channel to mean 0 and variance 1, then scales and shifts it by what it learns.
///
/// The kernel takes its activation into account on the way back itself.
final class BatchNormNode: Node {
  let wiring: Wiring
  let parameters: [Parameter]
  private let kernel: BatchNormalisation
  private let momentum: Double
  private let activation: FusedActivation
  private let gamma: Parameter
  private let beta: Parameter
  private let mean: AlignedBuffer
  private let variance: AlignedBuffer

  /// - Parameters:
  ///   - wiring: reads a map, writes a map.
  ///   - momentum: how much of the running statistics stays after each step.
  ///   - epsilon: what is added to the variance.
  ///   - activation: what is done to each number at the end.
  ///   - batch: the most images at once.
  init(_ wiring: Wiring, momentum: Double, epsilon: Double, activation: FusedActivation, batch: Int) {
    self.wiring = wiring
    self.momentum = momentum
    self.activation = activation
    let input = wiring.inputs[0]
    kernel = BatchNormalisation(
      channels: input.channels, pixels: batch * input.height * input.width, epsilon: epsilon)
    gamma = Parameter(name: "gamma", count: input.channels, start: .constant(1))
    beta = Parameter(name: "beta", count: input.channels, start: .constant(0))
    parameters = [gamma, beta]
    mean = AlignedBuffer(count: input.channels)
    variance = AlignedBuffer(count: input.channels)
    variance.elements.update(repeating: 1)
  }

  var state: [(name: String, numbers: UnsafeMutableBufferPointer<Float>)] {
    [("runningMean", mean.elements), ("runningVariance", variance.elements)]
  }

  var readsInputsAgain: Bool { true }

  func forward(_ pass: Pass) {
    let (input, output, pool) = (wiring.inputs[0].numbers, wiring.output.numbers, pass.pool)
    if pass.isTraining {
      kernel.forward(
        input, gamma: gamma.pointer(on: pool), beta: beta.pointer(on: pool), runningMean: mean.pointer,
        runningVariance: variance.pointer, momentum: momentum, activation: activation, to: output, batch: pass.batch,
        on: pool)
    } else {
      kernel.forward(
        input, gamma: gamma.pointer(on: pool), beta: beta.pointer(on: pool),
        runningMean: UnsafePointer(mean.pointer), runningVariance: UnsafePointer(variance.pointer),
        activation: activation, to: output, batch: pass.batch, on: pool)
    }
  }

  func backward(_ pass: Pass) {
    guard let gammaGradient = gamma.gradient?.pointer, let betaGradient = beta.gradient?.pointer else { return }
    let input = wiring.inputs[0]
    kernel.backward(
      input.numbers, wiring.output.gradient, activation: activation,
      to: wiring.parts[0].isWanted ? input.gradient : nil, epilogue: wiring.finish(0), gammaGradient: gammaGradient,
      betaGradient: betaGradient, batch: pass.batch, on: pass.pool)
  }
}

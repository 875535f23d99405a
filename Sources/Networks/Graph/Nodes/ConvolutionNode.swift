internal import Kernels
internal import SegLab

/// A convolution or a transposed one, with its biases and the activation that its kernel does on its way.
final class ConvolutionNode: Node {
  /// What a convolution learns besides its weights.
  struct Biases {
    /// Whether a number is added to each channel.
    let perChannel: Bool
    /// Whether a number is added to each channel at each position.
    let perPosition: Bool
  }

  let wiring: Wiring
  let parameters: [Parameter]
  private let kernel: any ConvolutionKernel
  private let weights: Parameter
  private let bias: Parameter?
  private let positionBias: Parameter?
  private let channelSums: ChannelSums?
  private let activation: FusedActivation

  /// - Parameters:
  ///   - wiring: reads a map, writes a map.
  ///   - kernel: what computes.
  ///   - biases: what is added.
  ///   - initializer: what the weights are drawn from.
  ///   - batch: the most images at once.
  init(
    _ wiring: Wiring, _ kernel: any ConvolutionKernel, biases: Biases, initializer: Initializer?, batch: Int
  ) {
    self.wiring = wiring
    self.kernel = kernel
    let output = wiring.output
    let taps = kernel.geometry.kernelHeight * kernel.geometry.kernelWidth
    weights = Parameter(
      name: "weights", count: kernel.geometry.weightCount,
      start: .drawn(initializer, fanIn: taps * wiring.inputs[0].channels, fanOut: taps * output.channels))
    bias = biases.perChannel ? Parameter(name: "bias", count: output.channels, start: .constant(0)) : nil
    positionBias =
      biases.perPosition ? Parameter(name: "positionBias", count: output.count, start: .constant(0)) : nil
    channelSums =
      biases.perChannel
      ? ChannelSums(channels: output.channels, pixels: batch * output.height * output.width) : nil
    activation = output.storage.activation
    parameters = [weights] + [bias, positionBias].compactMap { $0 }
  }

  var readsInputsAgain: Bool { true }

  func scratchCount(threads: Int) -> Int { kernel.scratchCount(threads: threads) }

  func forward(_ pass: Pass) {
    let output = wiring.output.numbers
    kernel.forward(
      wiring.inputs[0].numbers, weights: weights.pointer(on: pass.pool), bias: bias?.pointer(on: pass.pool),
      activation: positionBias == nil ? activation : .identity, to: output, batch: pass.batch, scratch: pass.scratch,
      on: pass.pool)
    guard let positionBias else { return }
    PositionBias.add(
      to: output, positionBias.pointer(on: pass.pool), activation: activation, batch: pass.batch, on: pass.pool)
  }

  func backward(_ pass: Pass) {
    let gradient = wiring.output.gradient
    if let target = bias?.gradient?.pointer {
      channelSums?.sum(gradient, to: target, batch: pass.batch, on: pass.pool)
    }
    if let target = positionBias?.gradient?.pointer {
      PositionBias.backward(gradient, to: target, batch: pass.batch, on: pass.pool)
    }
    if let target = weights.gradient?.pointer {
      kernel.backwardWeights(
        wiring.inputs[0].numbers, gradient, to: target, batch: pass.batch, scratch: pass.scratch, on: pass.pool)
    }
    guard wiring.parts[0].isWanted else { return }
    kernel.backwardData(
      gradient, weights: weights.pointer(on: pass.pool), to: wiring.inputs[0].gradient, epilogue: wiring.finish(0),
      batch: pass.batch, scratch: pass.scratch, on: pass.pool)
  }
}

internal import Kernels
internal import SegLab
internal import Tensors

extension Upsample: NetworkLayer {
  static var example: Upsample { Upsample(factor: 1) }
  var inputCount: ClosedRange<Int> { 1...1 }
  var realArguments: [RealArgument] { [] }
  var origin: OutputOrigin { .computed }
  var ending: LayerEnding { .computes(.identity, canFuse: false) }
  var scaling: Scaling { Scaling(down: 1, up: factor, window: 1) }
  var linearity: Linearity { .linear }
  var biasOption: (isOn: Bool, count: Int?)? { nil }
  var variants: LayerVariants { .none }

  var integerArguments: [IntegerArgument] { [IntegerArgument(label: "factor", number: factor)] }

  func plan(reading inputs: [InputShape]) throws(Mismatch) -> LayerPlan {
    let map = try inputs[0].map(for: name)
    let output = Shape([map.height.times(factor), map.width.times(factor), map.channels])
    // A bilinear pixel is a mean of four.
    let work = method == .bilinear ? 4.times(output.count ?? .max) : 0
    return LayerPlan(output: output, parameters: [], multiplyAdds: work)
  }

  func kernel(reading input: [Int], output: [Int]) -> LayerKernel { .plain }

  func operation(reading input: [Int], output: [Int]) -> LayerOperation {
    .upsample(factor: factor, method)
  }

  func build(in graph: GraphBuilder, reading values: [Value], plan: LayerPlan) -> Value {
    let dimensions = plan.output.dimensions
    let output = graph.output(height: dimensions[0], width: dimensions[1], channels: dimensions[2])
    let way: Upsampling.Method =
      switch method {
      case .nearest: .nearest
      case .bilinear: .bilinear
      }
    graph.add(UpsampleNode(NodeIO(layer: name, inputs: values, output: output), factor: factor, method: way))
    return output
  }
}

/// Enlarges a map by a whole factor.
final class UpsampleNode: Node {
  let io: NodeIO
  private let kernel: Upsampling

  /// - Parameters:
  ///   - io: reads a map, writes one `factor` times as high and wide.
  ///   - factor: how many times.
  ///   - method: where new pixels come from.
  init(_ io: NodeIO, factor: Int, method: Upsampling.Method) {
    self.io = io
    let input = io.inputs[0]
    kernel = Upsampling(height: input.height, width: input.width, factor: factor, method: method)
  }

  var readsInputsAgain: Bool { false }
  var readsOutputAgain: Bool { false }
  var finishesInputs: Bool { true }

  func forward(_ pass: Pass) {
    kernel.forward(io.inputs[0].numbers, to: io.output.numbers, batch: pass.batch, on: pass.pool)
  }

  func backward(_ pass: Pass) {
    guard io.parts[0].isWanted else { return }
    kernel.backward(
      io.output.gradient, to: io.inputs[0].gradient, epilogue: io.finish(0), batch: pass.batch,
      on: pass.pool)
  }
}

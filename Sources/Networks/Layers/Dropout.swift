internal import Kernels
internal import Messages
internal import SegLab
internal import Tensors

extension SegLab.Dropout: NetworkLayer {
  static var example: SegLab.Dropout { SegLab.Dropout(rate: 0) }
  var inputCount: ClosedRange<Int> { 1...1 }
  var integerArguments: [IntegerArgument] { [] }
  var origin: OutputOrigin { rate <= 0 ? .shown : .computed }
  var ending: LayerEnding { .passesOn }
  var scaling: Scaling { .none }
  var linearity: Linearity { .transparent }
  var biasOption: (isOn: Bool, count: Int?)? { nil }
  var variants: LayerVariants { .none }

  var realArguments: [RealArgument] {
    [
      RealArgument(
        label: "rate", number: rate, least: 0, most: 1, takesLeast: true, takesMost: false, help: .rateIsWhatIsDropped)
    ]
  }

  func plan(reading inputs: [InputShape]) throws(Mismatch) -> LayerPlan {
    LayerPlan(output: inputs[0].shape, parameters: [], multiplyAdds: 0, maps: rate == 0 ? 0 : 1)
  }

  func kernel(reading input: [Int], output: [Int]) -> LayerKernel { .plain }

  func operation(reading input: [Int], output: [Int]) -> LayerOperation { .identity }

  func build(in graph: GraphBuilder, reading values: [Value], plan: LayerPlan) -> Value {
    guard rate > 0 else { return values[0] }
    let output = graph.output(like: values[0])
    graph.add(DropoutNode(NodeIO(layer: name, inputs: values, output: output), keep: 1 - rate, stream: graph.stream))
    return output
  }
}

/// While training, lets each number through with a given probability and makes up for the others; passes all on otherwise.
final class DropoutNode: Node {
  let io: NodeIO
  private let kernel: Kernels.Dropout

  /// - Parameters:
  ///   - io: reads and writes numbers of the same dimensions.
  ///   - keep: the probability.
  ///   - stream: what is drawn from, for each step anew.
  init(_ io: NodeIO, keep: Double, stream: SeededGenerator) {
    self.io = io
    kernel = Kernels.Dropout(keep: keep, stream: stream)
  }

  var readsInputsAgain: Bool { false }
  var readsOutputAgain: Bool { false }
  var finishesInputs: Bool { true }

  func forward(_ pass: Pass) {
    let (input, output) = (io.inputs[0].numbers, io.output.numbers)
    if pass.isTraining {
      kernel.forward(input, to: output, step: pass.step, batch: pass.batch, on: pass.pool)
    } else {
      MapActivation.forward(.identity, input, to: output, batch: pass.batch, on: pass.pool)
    }
  }

  func backward(_ pass: Pass) {
    guard io.parts[0].isWanted else { return }
    kernel.backward(
      io.output.gradient, to: io.inputs[0].gradient, epilogue: io.finish(0), step: pass.step,
      batch: pass.batch, on: pass.pool)
  }
}

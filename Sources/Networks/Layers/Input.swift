internal import SegLab
internal import Tensors

extension Input: NetworkLayer {
  static var example: Input { Input(shape: [1]) }
  var inputCount: ClosedRange<Int> { 0...0 }
  var realArguments: [RealArgument] { [] }
  var origin: OutputOrigin { .images }
  var ending: LayerEnding { .computes(.identity, canFuse: false) }
  var scaling: Scaling { .none }
  var linearity: Linearity { .linear }
  var biasOption: (isOn: Bool, count: Int?)? { nil }

  var variants: LayerVariants {
    .images(height: shape[0], width: shape[1]) { Input(name, shape: [$0, $1, shape[2]], line: line) }
  }

  var integerArguments: [IntegerArgument] {
    [IntegerArgument(label: "shape", axes: ["height", "width", "channels"], values: shape)]
  }

  func plan(reading inputs: [InputShape]) throws(Mismatch) -> LayerPlan {
    LayerPlan(output: Shape(shape), parameters: [], multiplyAdds: 0)
  }

  func kernel(reading input: [Int], output: [Int]) -> LayerKernel { .plain }

  func operation(reading input: [Int], output: [Int]) -> LayerOperation { .input }

  func build(in graph: GraphBuilder, reading values: [Value], plan: LayerPlan) -> Value {
    graph.output(height: shape[0], width: shape[1], channels: shape[2])
  }
}

internal import SegLab
internal import Tensors

extension Flatten: NetworkLayer {
  static var example: Flatten { Flatten() }
  var inputCount: ClosedRange<Int> { 1...1 }
  var integerArguments: [IntegerArgument] { [] }
  var realArguments: [RealArgument] { [] }
  var origin: OutputOrigin { .shown }
  var ending: LayerEnding { .passesOn }
  var scaling: Scaling { .none }
  var linearity: Linearity { .linear }
  var biasOption: (isOn: Bool, count: Int?)? { nil }
  var variants: LayerVariants { .none }

  func plan(reading inputs: [InputShape]) throws(Mismatch) -> LayerPlan {
    LayerPlan(output: Shape([inputs[0].shape.count ?? .max]), parameters: [], multiplyAdds: 0, maps: 0)
  }

  func kernel(reading input: [Int], output: [Int]) -> LayerKernel { .plain }

  func operation(reading input: [Int], output: [Int]) -> LayerOperation { .reshape(output) }

  func build(in graph: GraphBuilder, reading values: [Value], plan: LayerPlan) -> Value {
    graph.close(values[0], layer: name).arranged(height: 1, width: 1, channels: values[0].count)
  }
}

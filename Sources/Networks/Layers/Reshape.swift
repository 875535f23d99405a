internal import Messages
internal import SegLab
internal import Tensors

extension Reshape: NetworkLayer {
  static var example: Reshape { Reshape(shape: [1]) }
  var inputCount: ClosedRange<Int> { 1...1 }
  var realArguments: [RealArgument] { [] }
  var origin: OutputOrigin { .reshaped }
  var ending: LayerEnding { .passesOn }
  var scaling: Scaling { .none }
  var linearity: Linearity { .linear }
  var biasOption: (isOn: Bool, count: Int?)? { nil }
  var variants: LayerVariants { .none }

  var integerArguments: [IntegerArgument] { [IntegerArgument(label: "shape", axes: nil, values: shape)] }

  func plan(reading inputs: [InputShape]) throws(Mismatch) -> LayerPlan {
    let source = inputs[0]
    let count = source.shape.count ?? .max
    let wanted = Shape(shape)
    guard wanted.count == count else {
      throw Mismatch(
        summary: .reshapeCount(
          layer: name, shape: shape, holds: wanted.count, arriving: source.shape.dimensions, from: source.name,
          count: count),
        help: suggestion(for: count).map { .factorised(count: count, shape: $0) })
    }
    return LayerPlan(output: wanted, parameters: [], multiplyAdds: 0, maps: 0)
  }

  /// The learner's shape with another last or first dimension, where `count` divides.
  private func suggestion(for count: Int) -> [Int]? {
    for changed in [shape.count - 1, 0] {
      let others = shape.indices.filter { $0 != changed }.reduce(1) { $0.times(shape[$1]) }
      if count % others == 0 {
        var better = shape
        better[changed] = count / others
        return better
      }
    }
    return nil
  }

  func kernel(reading input: [Int], output: [Int]) -> LayerKernel { .plain }

  func operation(reading input: [Int], output: [Int]) -> LayerOperation { .reshape(output) }

  func build(in graph: GraphBuilder, reading values: [Value], plan: LayerPlan) -> Value {
    let close = graph.close(values[0], layer: name)
    guard shape.count == 3 else { return close.arranged(height: 1, width: 1, channels: close.count) }
    return graph.map(close.arranged(height: shape[0], width: shape[1], channels: shape[2]), layer: name)
  }
}

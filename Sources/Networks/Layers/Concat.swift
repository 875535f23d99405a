internal import Kernels
internal import Messages
internal import SegLab
internal import Tensors

/// A layer that makes one feature map of several, which must be equally large for it.
protocol MergingLayer: NetworkLayer {
  /// Whether larger feature maps are cut to the smallest.
  var crop: Bool { get }
  /// The same layer with larger feature maps cut.
  var cropped: Self { get }
}

extension MergingLayer {
  var inputCount: ClosedRange<Int> { 2...NetworkLimits.joined }
  var integerArguments: [IntegerArgument] { [] }
  var realArguments: [RealArgument] { [] }
  var scaling: Scaling { .none }
  var linearity: Linearity { .linear }
  var biasOption: (isOn: Bool, count: Int?)? { nil }
  var variants: LayerVariants { .merging(cropped: cropped) }

  func kernel(reading input: [Int], output: [Int]) -> LayerKernel { .plain }

  /// How large the result is.
  ///
  /// - Parameter inputs: what arrives, at least one.
  /// - Returns: what arrives as maps, and the height and width of what they become together.
  /// - Throws: `Mismatch` where something is no map, or heights or widths differ and nothing is to be cut.
  func mergedSize(of inputs: [InputShape]) throws(Mismatch) -> (maps: [MapShape], height: Int, width: Int) {
    var maps: [MapShape] = []
    for arrival in inputs { maps.append(try arrival.map(for: name)) }
    let height = maps.reduce(maps[0].height) { min($0, $1.height) }
    let width = maps.reduce(maps[0].width) { min($0, $1.width) }
    let differing = maps.indices.first { maps[$0].height != maps[0].height || maps[$0].width != maps[0].width }
    if !crop, let differing {
      throw Mismatch(
        summary: .sizesDiffer(
          layer: name, first: inputs[0].name, firstShape: inputs[0].shape.dimensions,
          second: inputs[differing].name, secondShape: inputs[differing].shape.dimensions))
    }
    return (maps, height, width)
  }
}

extension Concat: MergingLayer {
  static var example: Concat { Concat(of: "a", "b") }
  var origin: OutputOrigin { .concatenated }
  var ending: LayerEnding { .computes(.identity, canFuse: false) }
  // The names of what it reads no longer matter: positions have taken their place.
  var cropped: Concat { Concat(name, of: "", crop: true, line: line) }

  func plan(reading inputs: [InputShape]) throws(Mismatch) -> LayerPlan {
    let (maps, height, width) = try mergedSize(of: inputs)
    return LayerPlan(
      output: Shape([height, width, maps.reduce(0) { $0.plus($1.channels) }]), parameters: [], multiplyAdds: 0)
  }

  func operation(reading input: [Int], output: [Int]) -> LayerOperation { .concatenation }

  func build(in graph: GraphBuilder, reading values: [Value], plan: LayerPlan) -> Value {
    // The parts are there already.
    if let whole = graph.concatenated { return whole }
    let dimensions = plan.output.dimensions
    let output = graph.output(height: dimensions[0], width: dimensions[1], channels: dimensions[2])
    graph.add(ConcatenationNode(NodeIO(layer: name, inputs: values, output: output)))
    return output
  }
}

/// Copies maps side by side, as channels of a wider one; larger maps are cut to its height and width around their centre.
///
/// With one map it only closes or opens the gaps between pixels.
final class ConcatenationNode: Node {
  let io: NodeIO

  /// - Parameter io: reads maps, writes one with as many channels as all of them together.
  init(_ io: NodeIO) { self.io = io }

  var readsInputsAgain: Bool { false }
  var readsOutputAgain: Bool { false }
  var finishesInputs: Bool { true }

  func forward(_ pass: Pass) {
    let output = io.output.numbers
    var channel = 0
    for input in io.inputs {
      let source = CroppedMap.centre(input.numbers, height: output.height, width: output.width)
      Kernels.Concatenation.copy(source, to: output, channel: channel, batch: pass.batch, on: pass.pool)
      channel += input.channels
    }
  }

  func backward(_ pass: Pass) {
    let gradient = io.output.gradient
    var channel = 0
    for (index, input) in io.inputs.enumerated() {
      if io.parts[index].isWanted {
        let target = CroppedMap.centre(input.gradient, height: gradient.height, width: gradient.width)
        Kernels.Concatenation.backward(
          gradient, channel: channel, to: target, epilogue: io.finish(index), batch: pass.batch, on: pass.pool)
      }
      channel += input.channels
    }
  }
}

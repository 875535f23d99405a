internal import Kernels
internal import Messages
internal import SegLab
internal import Tensors

extension Add: MergingLayer {
  static var example: Add { Add(of: "a", "b") }
  var origin: OutputOrigin { .computed }
  var ending: LayerEnding { .computes(.identity, canFuse: true) }
  // The names of what it reads no longer matter: positions have taken their place.
  var cropped: Add { Add(name, of: "", crop: true, line: line) }

  func plan(reading inputs: [InputShape]) throws(Mismatch) -> LayerPlan {
    let (maps, height, width) = try mergedSize(of: inputs)
    if let other = maps.firstIndex(where: { $0.channels != maps[0].channels }) {
      let (first, second) = (inputs[0], inputs[other])
      throw Mismatch(
        summary: .addedChannels(
          layer: name, first: first.name, firstShape: first.shape.dimensions, second: second.name,
          secondShape: second.shape.dimensions),
        help: .matchChannels(layer: second.name, channels: maps[0].channels))
    }
    return LayerPlan(
      output: Shape([height, width, maps[0].channels]), parameters: [],
      multiplyAdds: (maps.count - 1).times(height).times(width).times(maps[0].channels))
  }

  func operation(reading input: [Int], output: [Int]) -> LayerOperation { .add }

  func build(in graph: GraphBuilder, reading values: [Value], plan: LayerPlan) -> Value {
    let dimensions = plan.output.dimensions
    let output = graph.output(height: dimensions[0], width: dimensions[1], channels: dimensions[2])
    output.storage.activation = graph.fusedActivation(own: .identity)
    graph.add(AddNode(NodeIO(layer: name, inputs: values, output: output)))
    return output
  }
}

/// Adds maps number by number; larger ones are cut to the height and width of the sum around their centre.
final class AddNode: Node {
  let io: NodeIO

  /// - Parameter io: reads maps of the same number of channels, writes their sum.
  init(_ io: NodeIO) { self.io = io }

  var readsInputsAgain: Bool { false }
  var readsOutputAgain: Bool { false }
  var finishesInputs: Bool { true }

  func forward(_ pass: Pass) {
    let output = io.output.numbers
    let parts = io.inputs.map { CroppedMap.centre($0.numbers, height: output.height, width: output.width) }
    Kernels.MapSum.add(
      parts, activation: io.output.storage.activation, to: output, batch: pass.batch, on: pass.pool)
  }

  func backward(_ pass: Pass) {
    let gradient = io.output.gradient
    for (index, input) in io.inputs.enumerated() where io.parts[index].isWanted {
      let target = CroppedMap.centre(input.gradient, height: gradient.height, width: gradient.width)
      Kernels.Concatenation.backward(gradient, to: target, epilogue: io.finish(index), batch: pass.batch, on: pass.pool)
    }
  }
}

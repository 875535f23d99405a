internal import Foundation
internal import SegLab
public import Tensors

/// A network whose shapes fit: each layer with what it reads, gives and costs. Made by ``ShapeReport``.
public struct NetworkPlan: Sendable {
  /// A layer and the positions of those that it reads.
  struct Step: Sendable {
    let layer: any NetworkLayer
    let inputs: [Int]
    let plan: LayerPlan
  }

  /// The layers in order, at least an input.
  let steps: [Step]

  init(layers: [Step]) {
    precondition(!layers.isEmpty, "a plan needs an input, and there are \(layers.count) layers")
    steps = layers
  }

  /// The shape of one image, `[height, width, channels]`.
  public var input: Shape { steps[0].plan.output }
  /// The shape of what the network gives for one image, `[height, width, channels]`.
  public var output: Shape { steps[steps.count - 1].plan.output }
  /// How many numbers it gives at each pixel.
  public var channels: Int { output.dimensions[2] }
  /// How many classes it tells apart: as many as it has channels, and two where it has one.
  public var classes: Int { max(2, channels) }
  /// How many pixels an image has.
  public var pixels: Int { output.dimensions[0] * output.dimensions[1] }

  /// The positions of the layers that the output depends on, in order.
  var live: [Int] {
    var needed: Set<Int> = [steps.count - 1]
    for position in steps.indices.reversed() where needed.contains(position) {
      needed.formUnion(steps[position].inputs)
    }
    return needed.sorted()
  }
}

extension NetworkPlan {
  /// The network as one line of text that is the same for every description of the same network: without names, lines and comments, with
  /// the layers' inputs as positions.
  ///
  /// JSON with the keys of each object in order, whole numbers as such: equal texts mean equal computations, so a digest of it
  /// names a run.
  public var canonicalText: String {
    "[" + steps.map { $0.canonical.text }.joined(separator: ",") + "]"
  }
}

extension NetworkPlan.Step {
  /// The layer's own fields, whatever they are; a field that a layer gains later is part of it without a change here.
  fileprivate var canonical: JSONValue {
    // Layers are plain values of numbers and words: neither encoding nor decoding them can fail.
    guard let data = try? JSONEncoder().encode(layer),
      case .object(var fields)? = try? JSONDecoder().decode(JSONValue.self, from: data)
    else { preconditionFailure("a layer of the kind \(type(of: layer).kind) does not encode as an object") }
    fields["name"] = nil
    fields["line"] = nil
    fields["kind"] = .text(type(of: layer).kind)
    fields["inputs"] = .list(inputs.map { .whole($0) })
    return .object(fields)
  }
}

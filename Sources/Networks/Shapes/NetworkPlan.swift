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

/// Any JSON, read to be written again in one fixed form.
enum JSONValue: Decodable {
  case null
  case flag(Bool)
  case whole(Int)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .flag(value)
    } else if let value = try? container.decode(Int.self) {
      self = .whole(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  /// One line; the keys of each object in order, all but letters, digits and common signs in texts as `\u` escapes.
  var text: String {
    switch self {
    case .null: "null"
    case .flag(let value): value ? "true" : "false"
    case .whole(let value): String(value)
    case .number(let value): "\(value)"
    case .text(let value): Self.quoted(value)
    case .list(let values): "[" + values.map(\.text).joined(separator: ",") + "]"
    case .object(let members):
      "{"
        + members.sorted { $0.key < $1.key }.map { Self.quoted($0.key) + ":" + $0.value.text }.joined(separator: ",")
        + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var output = "\""
    for unit in text.utf16 {
      switch unit {
      case 0x22, 0x5C, 0..<0x20, 0x7F...0xFFFF:
        let digits = String(unit, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: output.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      }
    }
    return output + "\""
  }
}

internal import Foundation
internal import SegLab

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

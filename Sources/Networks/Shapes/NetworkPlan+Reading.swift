internal import Foundation
public import SegLab

extension NetworkPlan {
  /// The names of all layers in order, as the learner wrote them.
  public var layerNames: [String] { steps.map(\.layer.name) }

  /// Reads a network back from its canonical text; nil where that is not one of this version of the engine, or its shapes do not fit.
  ///
  /// - Parameters:
  ///   - text: what ``canonicalText`` gave.
  ///   - names: what the layers are called, one for each; where there are others, each is called by its kind and a number.
  ///   - training: what it was trained with: its loss says how many channels the network has to give.
  public init?(canonicalText text: String, names: [String] = [], training: Training) {
    guard let list = try? JSONDecoder().decode([JSONValue].self, from: Data(text.utf8)),
      (1...NetworkLimits.layers).contains(list.count)
    else { return nil }
    var kinds: [String: Int] = [:]
    let own = list.map { element in
      guard case .object(let fields) = element, case .text(let kind)? = fields["kind"] else { return "" }
      kinds[kind, default: 0] += 1
      return kind + String(kinds[kind, default: 1])
    }
    let isNamed = names.count == list.count && Set(names).count == names.count && !names.contains("")
    let names = isNamed ? names : own
    var layers: [JSONValue] = []
    for (element, name) in zip(list, names) {
      guard case .object(var fields) = element, case .list(let inputs)? = fields["inputs"] else { return nil }
      var read: [JSONValue] = []
      for case .whole(let position) in inputs {
        guard layers.indices.contains(position) else { return nil }
        read.append(.text(names[position]))
      }
      fields["inputs"] = .list(read)
      fields["name"] = .text(name)
      fields["line"] = .whole(0)
      layers.append(.object(fields))
    }
    let description = JSONValue.object(["name": .text("network"), "line": .whole(0), "layers": .list(layers)])
    guard let network = try? JSONDecoder().decode(Network.self, from: Data(description.text.utf8)) else { return nil }
    var limits = NetworkLimits().applied(to: training)
    (limits.parameters, limits.bytes, limits.work) = (.max, .max, .max)
    guard let plan = ShapeReport(of: network, file: "", limits: limits).plan, plan.canonicalText == text else {
      return nil
    }
    self = plan
  }
}

internal import Foundation
internal import SegLab

/// What stands behind a label, as it is read: a number, a text, a yes or no, a list, or a word with a point before it.
enum WrittenValue: Equatable {
  case whole(Int)
  case real(Double)
  case truth(Bool)
  case text(String)
  case wholes([Int])
  case texts([String])
  /// `.relu`; `.truncatedNormal(stddev: 0.05)` with its numbers by label, nil without parentheses.
  case member(String, [String: Double]?)

  /// The value as a description holds it.
  fileprivate var described: Any {
    switch self {
    case .whole(let number): number
    case .real(let number): number
    case .truth(let truth): truth
    case .text(let text): text
    case .wholes(let numbers): numbers
    case .texts(let texts): texts
    case .member(let name, nil): name
    case .member(let name, let numbers?): [name: numbers]
    }
  }
}

extension Network {
  /// A layer of which some values are given, and all others are what a learner gets who leaves them out.
  ///
  /// - Parameters:
  ///   - name: the layer's type as it is written.
  ///   - values: the values by label; `_` for the name.
  ///   - line: the line in the lab.
  /// - Returns: the layer; nil where there is none of this name, or a value is of a kind that it does not take.
  static func layer(_ name: String, _ values: [String: WrittenValue], line: Int) -> (any Layer)? {
    guard let plain = plainByName[name],
      var description = (try? JSONSerialization.jsonObject(with: plain.text)) as? [String: Any]
    else { return nil }
    for (label, value) in values {
      switch (label, value) {
      case ("_", .text(let name)): description["name"] = name
      case ("from", .text(let name)): description["inputs"] = [name]
      case ("of", .texts(let names)): description["inputs"] = names
      default: description[label] = value.described
      }
    }
    description["line"] = line
    guard let changed = try? JSONSerialization.data(withJSONObject: description) else { return nil }
    return try? JSONDecoder().decode(plain.type, from: changed)
  }

  /// The layers that are made by the names of their types, and a plain one of each as a description.
  private static let plainByName = Dictionary(
    uniqueKeysWithValues: plainLayers.map { layer in
      let type = type(of: layer)
      return ("\(type)", (type: type as any Layer.Type, text: (try? JSONEncoder().encode(layer)) ?? Data()))
    })
}

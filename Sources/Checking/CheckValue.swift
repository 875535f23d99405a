internal import Labs
public import Messages
internal import Tensors

/// What a check asked for, or what it measured, as a value; words and digits come from it at the end.
public enum CheckValue: Codable, Sendable, Hashable {
  /// A whole number of things: parameters, holes, trainings.
  case count(Int)
  /// A measured number, and how many digits after the point say enough.
  case number(Double, places: Int)
  /// A limit: `>= 0.45`, `<= 5,000,000`, `< 3.759`.
  case limit(String, Double, places: Int?)
  /// The shape of a layer's output; of the last layer where `layer` is empty.
  case shape(layer: String, [Int])
  /// So many right calls of a function.
  case calls(function: String, Int)
  /// Whole numbers from 1 to a largest.
  case upTo(Int)
  /// A setting of a training, and what it is or should be.
  case setting(String, String)
  /// How many different values of a setting a sweep tries.
  case values(setting: String, String)
  /// How many times the smallest value of a setting the largest is that a sweep tries.
  case spread(setting: String, String)
  /// Several of these.
  case all([CheckValue])
  /// Words: an answer, the keys of choices.
  case text(String)

  /// As a person reads it: `hidden [512]`, `>= 0.45`, `100,663,296`.
  public var text: String { text(in: .english) }

  /// As a person reads it, what is measured in words of `language` where a number alone would not say it.
  ///
  /// - Parameter language: the language of the words.
  /// - Returns: one line.
  public func text(in language: Language) -> String {
    switch self {
    case .values(let setting, let demand): return SettingPhrase.valuesTried(setting, demand).text(in: language)
    case .spread(let setting, let demand): return SettingPhrase.largestBySmallest(setting, demand).text(in: language)
    case .all(let values): return values.map { $0.text(in: language) }.joined(separator: ", ")
    case .count(let count): return count.grouped
    case .number(let number, let places): return number.places(places)
    case .limit(let comparison, let limit, let places):
      if let places { return "\(comparison) \(limit.places(places))" }
      let isWhole = limit.rounded() == limit && limit.magnitude >= 1000 && limit.magnitude < 1e15
      return "\(comparison) " + (isWhole ? Int(limit).grouped : "\(limit)")
    case .shape(let layer, let shape):
      let text = "[" + shape.map(String.init).joined(separator: ", ") + "]"
      return layer.isEmpty ? text : "\(layer) \(text)"
    case .calls(let function, let count): return "\(function) \(count)"
    case .upTo(let most): return "1 … \(most)"
    case .setting(let name, let value): return name.isEmpty ? value : "\(name) \(value)"
    case .text(let text): return text
    }
  }
}

extension CheckValue {
  /// A lab's bound.
  init(_ bound: Lab.Bound) { self = .limit(bound.comparison.rawValue, bound.limit, places: nil) }
}

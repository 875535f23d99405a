internal import Foundation
internal import Labs
internal import Messages

/// What a lab asks of one setting of what an exercise makes.
struct Wish: Equatable {
  /// The layer or step, by its name or its kind; empty for a training's or sweep's own settings.
  let part: String
  /// The setting, by the name that a learner's code gives it.
  let setting: String
  /// What it should be.
  let demand: Demand
}

/// What a setting should be.
enum Demand: Equatable {
  /// One of these words: `2`, `relu`, `[5, 5, 1, 100]`.
  case oneOf([String])
  /// A number within all of these limits: `">= 1, <= 100"`.
  case within([Lab.Bound])
  /// Another setting's number times a factor: `"epochs * 63"`.
  case times(setting: String, Double)
  /// In a sweep: so many different values.
  case count([Lab.Bound])
  /// In a sweep: the largest value divided by the smallest.
  case range([Lab.Bound])

  /// A number that would do: of a range its middle, with one digit where that is in it; nil where a word is asked for, no number will do, or
  /// one that stands alone says nothing.
  var example: String? {
    switch self {
    case .oneOf(let words): return words.first.flatMap(YAMLNumber.real)?.plain
    case .within(let bounds):
      let values = bounds.map(\.limit)
      guard let low = values.min(), let high = values.max(), low < high, low > 0, high < 1e9 else { return nil }
      let middle = (low + high) / 2
      // By whole powers of ten, whose quotients are the decimals that are meant.
      let places = Int(floor(log10(middle)))
      let scale = pow(10, Double(abs(places)))
      let round = places < 0 ? (middle * scale).rounded() / scale : (middle / scale).rounded() * scale
      return [round, middle].first { value in bounds.allSatisfy { $0.holds(for: value) } }?.plain
    case .times, .count, .range: return nil
    }
  }

  /// As an author writes it.
  var text: String {
    switch self {
    case .oneOf(let words): words.joined(separator: " | ")
    case .within(let bounds), .count(let bounds), .range(let bounds):
      bounds.map { "\($0.comparison.rawValue) \($0.short)" }.joined(separator: ", ")
    case .times(let setting, let factor): "\(setting) * \(factor.plain)"
    }
  }
}

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

  /// A number that would do: of a range its middle, with one digit; nil where a word is asked for, or nothing that stands alone.
  var example: String? {
    switch self {
    case .oneOf(let words): return words.first.flatMap(Double.init)?.plain
    case .within(let bounds):
      let values = bounds.map(\.limit)
      guard let low = values.min(), let high = values.max(), low < high else { return values.first?.plain }
      let middle = (low + high) / 2
      let unit = pow(10, floor(log10(abs(middle))))
      let round = (middle / unit).rounded() * unit
      return bounds.allSatisfy { $0.holds(for: round) } ? round.plain : middle.plain
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

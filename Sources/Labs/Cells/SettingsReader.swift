import Diagnostics
import Messages

/// Reads what a lab asks of settings: `layers: {pool1: {window: 2}}`, `training: {epochs: "<= 100"}`, `sweep: {learning_rate: {count: ">= 4"}}`.
enum SettingsReader {
  /// How the check on `subject` is written.
  static func example(of subject: Lab.Subject) -> String {
    switch subject {
    case .layers: "layers: {pool1: {window: 2}}"
    case .preprocessing: "preprocessing: {Threshold: {level: 0.5}}"
    case .training: "training: {epochs: \"<= 100\"}"
    case .sweep: "sweep: {learning_rate: {count: \">= 4\", range: \">= 10\"}}"
    }
  }

  /// How other ways are allowed.
  static let freeExample = "other_ways: [dropout.rate, initializer]"

  /// - Parameters:
  ///   - subject: what the settings belong to.
  ///   - value: a mapping.
  ///   - diagnostics: where mistakes are noted.
  /// - Returns: the rule; nil where anything in it could not be read.
  static func rule(_ subject: Lab.Subject, _ value: YAMLValue, _ diagnostics: inout DiagnosticList) -> Lab.Rule? {
    let key = subject.rawValue
    guard let entries = entries(of: value, key, subject, &diagnostics) else { return nil }
    var wishes: [Lab.Wish?] = []
    for entry in entries {
      switch subject {
      case .layers, .preprocessing:
        guard let settings = self.entries(of: entry.value, entry.key, subject, &diagnostics) else { return nil }
        for setting in settings {
          wishes.append(
            demand(setting, subject, &diagnostics).map {
              Lab.Wish(part: entry.key, setting: swiftName(setting.key), demand: $0)
            })
        }
      case .training:
        wishes.append(
          demand(entry, subject, &diagnostics).map { Lab.Wish(part: "", setting: swiftName(entry.key), demand: $0) })
      case .sweep: wishes += sweep(entry, &diagnostics)
      }
    }
    let read = wishes.compactMap { $0 }
    return read.count == wishes.count ? .settings(subject, read) : nil
  }

  /// The settings that a lab leaves to the learner: `initializer`, `dropout.rate`, `dropout`.
  static func free(_ value: YAMLValue, _ diagnostics: inout DiagnosticList) -> Lab.Rule? {
    guard let list = value.list(for: "other_ways", example: freeExample, &diagnostics) else { return nil }
    guard !list.isEmpty else { return value.empty("other_ways", example: freeExample, &diagnostics) }
    let words = list.compactMap { word($0, "other_ways", example: freeExample, &diagnostics).map(swiftName) }
    return words.count == list.count ? .otherWays(words) : nil
  }

  /// `learning_rate` as Swift writes it.
  private static func swiftName(_ key: String) -> String {
    let words = key.split(separator: "_")
    return (words.first.map(String.init) ?? key)
      + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  private static func entries(
    of value: YAMLValue, _ key: String, _ subject: Lab.Subject, _ diagnostics: inout DiagnosticList
  ) -> [YAMLValue.Entry]? {
    guard case .mapping(let entries) = value.form else {
      return value.mistaken(key, .mapping, example: example(of: subject), &diagnostics)
    }
    guard !entries.isEmpty else { return value.empty(key, example: example(of: subject), &diagnostics) }
    return entries
  }

  /// What is asked of all trainings of a sweep, or of how a setting changes from one to another.
  private static func sweep(_ entry: YAMLValue.Entry, _ diagnostics: inout DiagnosticList) -> [Lab.Wish?] {
    let setting = swiftName(entry.key)
    guard case .mapping(let inner) = entry.value.form else {
      return [demand(entry, .sweep, &diagnostics).map { Lab.Wish(part: "", setting: setting, demand: $0) }]
    }
    return inner.map { part in
      guard ["count", "range"].contains(part.key) else {
        diagnostics.error(
          part.keyPlace, .unknownKey(part.key, section: .named("sweep")), help: .writeLike(example: example(of: .sweep))
        )
        return nil
      }
      guard let text = word(part.value, part.key, example: example(of: .sweep), &diagnostics) else { return nil }
      guard let bounds = bounds(text) else {
        return part.value.mistaken(part.key, .limit, example: example(of: .sweep), &diagnostics)
      }
      return Lab.Wish(part: "", setting: setting, demand: part.key == "count" ? .count(bounds) : .range(bounds))
    }
  }

  private static func demand(
    _ entry: YAMLValue.Entry, _ subject: Lab.Subject, _ diagnostics: inout DiagnosticList
  ) -> Lab.Demand? {
    if case .list(let items) = entry.value.form {
      let words = items.compactMap { word($0, entry.key, example: example(of: subject), &diagnostics) }
      return words.count == items.count ? .oneOf(["[\(words.joined(separator: ", "))]"]) : nil
    }
    guard let text = word(entry.value, entry.key, example: example(of: subject), &diagnostics) else { return nil }
    if text.hasPrefix(">") || text.hasPrefix("<") {
      guard let bounds = bounds(text) else {
        return entry.value.mistaken(entry.key, .limit, example: example(of: subject), &diagnostics)
      }
      return .within(bounds)
    }
    if let product = text.wholeMatch(of: /([A-Za-z_]+) \* ([0-9._]+)/),
      let factor = YAMLNumber.real(String(product.output.2))
    {
      return .times(setting: swiftName(String(product.output.1)), factor)
    }
    // A lab's words are written as in its trainings, `binary_cross_entropy`; a learner's as in Swift.
    return .oneOf(
      text.split(separator: "|").map { word in
        let plain = String(word).trimmed
        return plain.wholeMatch(of: /[a-z_]+/) == nil ? plain : swiftName(plain)
      })
  }

  private static func word(
    _ value: YAMLValue, _ key: String, example: String, _ diagnostics: inout DiagnosticList
  ) -> String? {
    guard case .scalar(let text, _) = value.form, value.kind != .nothing else {
      return value.mistaken(key, .text, example: example, &diagnostics)
    }
    return text.trimmed
  }

  /// `>= 1, <= 100`; a number alone is both.
  private static func bounds(_ text: String) -> [Lab.Bound]? {
    if let number = YAMLNumber.real(text) {
      return [Lab.Bound(comparison: .atLeast, limit: number), Lab.Bound(comparison: .atMost, limit: number)]
    }
    var found: [Lab.Bound] = []
    for part in text.split(separator: ",") {
      let words = String(part).trimmed
      guard let side = Lab.Bound.Comparison.allCases.first(where: { words.hasPrefix($0.rawValue) }),
        let limit = YAMLNumber.real(String(words.dropFirst(2).drop { $0 == " " }))
      else { return nil }
      found.append(Lab.Bound(comparison: side, limit: limit))
    }
    return found.isEmpty ? nil : found
  }
}

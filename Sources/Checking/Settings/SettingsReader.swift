internal import Diagnostics
internal import Foundation
internal import Labs
internal import Messages
internal import SegLab

/// Reads what a lab asks of settings: `layers: {pool1: {window: 2}}`, `training: {epochs: "<= 100"}`, `sweep: {learning_rate: {count: ">= 4"}}`.
struct SettingsReader {
  /// The check's key.
  let key: String
  /// What the settings belong to.
  let subject: SettingsCheck.Subject
  /// How the check is written.
  let example: String

  /// - Parameters:
  ///   - value: a mapping.
  ///   - diagnostics: where mistakes are noted.
  /// - Returns: what is asked; nil where anything in it could not be read.
  func wishes(_ value: YAMLValue, _ diagnostics: inout DiagnosticList) -> [Wish]? {
    guard let entries = entries(of: value, key, &diagnostics) else { return nil }
    var wishes: [Wish?] = []
    for entry in entries {
      switch subject {
      case .layers, .preprocessing:
        guard let settings = self.entries(of: entry.value, entry.key, &diagnostics) else { return nil }
        for setting in settings {
          wishes.append(
            demand(setting, &diagnostics).map {
              Wish(part: entry.key, setting: SettingName.inSwift(setting.key), demand: $0)
            })
        }
      case .training:
        wishes.append(
          demand(entry, &diagnostics).map { Wish(part: "", setting: SettingName.inSwift(entry.key), demand: $0) })
      case .sweep: wishes += sweep(entry, &diagnostics)
      }
    }
    let read = wishes.compactMap { $0 }
    return read.count == wishes.count ? read : nil
  }

  private func entries(
    of value: YAMLValue, _ key: String, _ diagnostics: inout DiagnosticList
  ) -> [YAMLValue.Entry]? {
    guard case .mapping(let entries) = value.form else {
      return value.mistaken(key, .mapping, example: example, &diagnostics)
    }
    guard !entries.isEmpty else { return value.empty(key, example: example, &diagnostics) }
    return entries
  }

  /// What is asked of all trainings of a sweep, or of how a setting changes from one to another.
  private func sweep(_ entry: YAMLValue.Entry, _ diagnostics: inout DiagnosticList) -> [Wish?] {
    let setting = SettingName.inSwift(entry.key)
    guard case .mapping(let inner) = entry.value.form else {
      return [demand(entry, &diagnostics).map { Wish(part: "", setting: setting, demand: $0) }]
    }
    return inner.map { part in
      guard ["count", "range"].contains(part.key) else {
        diagnostics.error(
          part.keyPlace, .unknownKey(part.key, section: .named("sweep")), help: .writeLike(example: example)
        )
        return nil
      }
      guard let text = Self.word(part.value, part.key, example: example, &diagnostics) else { return nil }
      guard let bounds = Self.bounds(text) else {
        return part.value.mistaken(part.key, .limit, example: example, &diagnostics)
      }
      return Wish(part: "", setting: setting, demand: part.key == "count" ? .count(bounds) : .range(bounds))
    }
  }

  private func demand(
    _ entry: YAMLValue.Entry, _ diagnostics: inout DiagnosticList
  ) -> Demand? {
    if case .list(let items) = entry.value.form {
      if subject == .training, Self.names[entry.key] != nil {
        return entry.value.mistaken(entry.key, .text, example: "training: {optimizer: adam | sgd}", &diagnostics)
      }
      let words = items.compactMap { Self.word($0, entry.key, example: example, &diagnostics) }
      return words.count == items.count ? .oneOf(["[\(words.joined(separator: ", "))]"]) : nil
    }
    guard let text = Self.word(entry.value, entry.key, example: example, &diagnostics) else { return nil }
    if text.hasPrefix(">") || text.hasPrefix("<") {
      guard let bounds = Self.bounds(text) else {
        return entry.value.mistaken(entry.key, .limit, example: example, &diagnostics)
      }
      return .within(bounds)
    }
    if let (setting, factor) = Self.product(text) { return .times(setting: SettingName.inSwift(setting), factor) }
    // A lab's words are written as in its trainings, `binary_cross_entropy`; a learner's as in Swift.
    let words = text.split(separator: "|").map { word in
      let plain = word.trimmingCharacters(in: .whitespacesAndNewlines)
      return plain.utf8.allSatisfy { Self.isLetter($0 | 0x20) && $0 & 0x20 != 0 || $0 == UInt8(ascii: "_") }
        ? SettingName.inSwift(plain) : plain
    }
    return isKnown(words, entry, &diagnostics) ? .oneOf(words) : nil
  }

  /// Whether a training can have what is asked for: else every learner would be told to write what there is not.
  private func isKnown(_ words: [String], _ entry: YAMLValue.Entry, _ diagnostics: inout DiagnosticList) -> Bool {
    guard subject == .training || subject == .sweep, let known = Self.names[entry.key],
      let unknown = words.first(where: { word in
        !word.isEmpty && word.utf8.allSatisfy { Self.isLetter($0 | 0x20) } && !known.contains(SettingName.inLab(word))
      })
    else { return true }
    let found = SettingName.inLab(unknown)
    diagnostics.error(
      entry.value.place, .unknownOption(key: entry.key, found: found),
      help: Spelling.nearest(to: found, among: known).map { .didYouMean($0) } ?? .oneOf(known))
    return false
  }

  /// What a training is made of that has names of its own, as a lab writes them.
  private static let names: [String: [String]] = [
    "optimizer": Optimizer.all.map { SettingName.inLab($0.name) }, "loss": Loss.all.map { SettingName.inLab($0.name) },
    "schedule": Schedule.all.map { SettingName.inLab($0.name) } + ["nil"],
  ]

  /// `epochs * 63`: a setting and a number.
  private static func product(_ text: String) -> (setting: String, factor: Double)? {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1] == "*", !parts[0].isEmpty,
      parts[0].utf8.allSatisfy({ isLetter($0 | 0x20) || $0 == UInt8(ascii: "_") }), !parts[2].isEmpty,
      parts[2].utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_") }),
      let factor = YAMLNumber.real(String(parts[2]))
    else { return nil }
    return (String(parts[0]), factor)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }

  /// The words of a scalar.
  static func word(
    _ value: YAMLValue, _ key: String, example: String, _ diagnostics: inout DiagnosticList
  ) -> String? {
    guard case .scalar(let text, _) = value.form, value.kind != .nothing else {
      return value.mistaken(key, .text, example: example, &diagnostics)
    }
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// `>= 1, <= 100`; a number alone is both.
  private static func bounds(_ text: String) -> [Lab.Bound]? {
    if let number = YAMLNumber.real(text) {
      return [Lab.Bound(comparison: .atLeast, limit: number), Lab.Bound(comparison: .atMost, limit: number)]
    }
    var found: [Lab.Bound] = []
    for part in text.split(separator: ",") {
      guard let bound = Lab.Bound(part.trimmingCharacters(in: .whitespacesAndNewlines)) else { return nil }
      found.append(bound)
    }
    return found.isEmpty ? nil : found
  }
}

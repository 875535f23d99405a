internal import Foundation
internal import Labs
internal import Messages
internal import SegLab

/// What keeps one setting from being what a lab asks for.
enum SettingFault {
  /// The fault; nil where the setting is as it should be.
  ///
  /// - Parameters:
  ///   - part: a layer, step, training or sweep.
  ///   - home: what it is a part of.
  ///   - wish: what is asked.
  /// - Returns: what is wrong, and what to write.
  static func find(in part: Description.Part, of home: Description, _ wish: Wish) -> SettingPhrase? {
    let name = home.kind == .training || home.kind == .sweep ? "" : part.name
    guard let text = value(of: wish.setting, in: part) else {
      // A schedule that has no steps is another than the one that is asked for.
      if let head = wish.setting.split(separator: ".").first.map(String.init), head != wish.setting,
        let found = part[head]
      {
        return .differs(
          part: name, setting: head, found: found, expected: wish.setting, write: "\(head): …")
      }
      return .noSetting(part: part.name, setting: wish.setting, known: part.settings.map(\.name))
    }
    let values = home.kind == .sweep ? text.components(separatedBy: ", ") : [text]
    switch wish.demand {
    case .oneOf(let words):
      guard let found = values.first(where: { value in !words.contains { agrees(value, $0) } }) else { return nil }
      let expected = words.map { spelled($0, like: found) }
      return .differs(
        part: name, setting: wish.setting, found: found, expected: expected.joined(separator: " / "),
        write: written(wish.setting, expected[0], in: part))
    case .within(let bounds):
      guard let found = values.first(where: { !holds(Double($0), bounds) }) else { return nil }
      return .differs(
        part: name, setting: wish.setting, found: found, expected: wish.demand.text,
        write: written(wish.setting, nearest(Double(found), bounds), in: part))
    case .times(let other, let factor):
      guard let number = Double(text), let base = part[other].flatMap(Double.init) else { return nil }
      let wanted = base * factor
      guard number != wanted else { return nil }
      let words = wanted.rounded() == wanted && abs(wanted) < 1e15 ? "\(Int(wanted))" : "\(wanted)"
      return .differs(
        part: name, setting: wish.setting, found: text, expected: "\(other) · \(factor.plain) = \(words)",
        write: written(wish.setting, words, in: part))
    case .count(let bounds):
      guard !holds(Double(values.count), bounds) else { return nil }
      return .tried(setting: wish.setting, found: values.count, expected: wish.demand.text)
    case .range(let bounds):
      let numbers = values.compactMap(Double.init)
      guard let low = numbers.min(), let high = numbers.max(), low > 0 else { return nil }
      // 0.003 / 0.0003 is a little less than ten in binary.
      let ratio = (high / low * 1e9).rounded() / 1e9
      guard !holds(ratio, bounds) else { return nil }
      return .spread(
        setting: wish.setting, found: ((ratio * 100).rounded() / 100).plain, expected: wish.demand.text)
    }
  }

  /// A setting's value; of `schedule.steps` the number of that name within the schedule.
  private static func value(of setting: String, in part: Description.Part) -> String? {
    if let value = part[setting] { return value }
    guard let (head, name) = path(setting), let whole = part[head].map(SwiftWords.withNumbers) else { return nil }
    return place(of: name, in: whole).map { String(whole[$0]) }
  }

  /// Where the number called `name` stands in `.cosine(steps: 100, final: 0)`; an optimizer may have one without a label, `.momentum(0.9)`.
  private static func place(of name: String, in whole: String) -> Range<String.Index>? {
    let optimizer = Optimizer.all.first { whole.hasPrefix(".\($0.name)(") }
    let isLabelled = optimizer?.numbers.first { $0.name == name }?.isLabelled ?? true
    guard let start = whole.firstRange(of: isLabelled ? "\(name): " : "(")?.upperBound else { return nil }
    return start..<(whole[start...].firstIndex { $0 == "," || $0 == ")" } ?? whole.endIndex)
  }

  /// What a learner writes for another value.
  private static func written(_ setting: String, _ value: String, in part: Description.Part) -> String {
    guard part[setting] == nil, let (head, name) = path(setting), let whole = part[head].map(SwiftWords.withNumbers),
      let old = place(of: name, in: whole)
    else { return part.writing(setting, value) }
    return "\(head): " + whole.replacingCharacters(in: old, with: value)
  }

  private static func path(_ setting: String) -> (head: String, name: String)? {
    let words = setting.split(separator: ".", maxSplits: 1).map(String.init)
    return words.count == 2 ? (words[0], words[1]) : nil
  }

  /// Whether a value is the one that a lab's word means: `.adam(beta1: 0.8)` is `adam`, `[5, 5]` is `[5,5]`, `0.50` is `0.5`.
  private static func agrees(_ value: String, _ word: String) -> Bool {
    let (a, b) = (pieces(value), pieces(word))
    if a.count == b.count,
      zip(a, b).allSatisfy({ one, other in one == other || (Double(one) != nil && Double(one) == Double(other)) })
    {
      return true
    }
    guard value.hasPrefix("."), !word.contains("("), let name = value.dropFirst().split(separator: "(").first else {
      return false
    }
    return name == word.drop { $0 == "." }
  }

  private static func pieces(_ text: String) -> [String] {
    text.split(separator: ",").map { String($0).trimmingCharacters(in: CharacterSet(charactersIn: " []\".")) }
  }

  /// A lab's word as Swift has it beside a value of the same kind.
  private static func spelled(_ word: String, like value: String) -> String {
    if value.hasPrefix("."), Double(word) == nil { return SwiftWords.usual(word.hasPrefix(".") ? word : ".\(word)") }
    if value.hasPrefix("\"") || value == "nil", !word.hasPrefix("\"") {
      return pieces(word).map { "\"\($0)\"" }.joined(separator: ", ")
    }
    return word
  }

  private static func holds(_ number: Double?, _ bounds: [Lab.Bound]) -> Bool {
    guard let number else { return false }
    return bounds.allSatisfy { $0.holds(for: number) }
  }

  /// The limit that a number is beyond.
  private static func nearest(_ number: Double?, _ bounds: [Lab.Bound]) -> String {
    bounds.first { !$0.holds(for: number ?? .nan) }?.short ?? ""
  }
}

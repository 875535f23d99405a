import Diagnostics
import Messages

/// A value in YAML with its place in the file.
struct YAMLValue {
  /// What a value is.
  enum Form {
    /// Words; `isQuoted` where they stand in quotes or in a block of their own, so that they are no number.
    case scalar(String, isQuoted: Bool)
    case list([YAMLValue])
    case mapping([Entry])
  }

  /// A key with its value.
  struct Entry {
    let key: String
    let keyPlace: Place
    let value: YAMLValue
  }

  let form: Form
  let place: Place

  /// What kind of value it is, as a message says it.
  var kind: LabValueKind {
    switch form {
    case .scalar(let text, let isQuoted): return text.isEmpty && !isQuoted ? .nothing : .text
    case .list: return .list
    case .mapping: return .mapping
    }
  }

  /// The words of a scalar for a message, shortened; empty for anything else.
  var excerpt: String {
    guard case .scalar(let text, _) = form else { return "" }
    let line = text.prefix { !$0.isNewline }
    return line.count > 40 || line.count < text.count ? line.prefix(40) + "…" : String(line)
  }
}

extension YAMLValue {
  /// The words without white space around them, where there are any.
  func text(for key: String, _ diagnostics: inout DiagnosticList) -> String? {
    guard case .scalar(let text, _) = form, text.contains(where: { !$0.isWhitespace }) else {
      return mistaken(key, .text, example: "\(key): words", &diagnostics)
    }
    return text.trimmed
  }

  /// A name of something in the lab or in the learner's code.
  func name(for key: String, _ diagnostics: inout DiagnosticList) -> String? {
    guard case .scalar(let text, _) = form, kind != .nothing else {
      return mistaken(key, .name, example: "\(key): name", &diagnostics)
    }
    guard CellReader.isName(text) else {
      diagnostics.error(place, .badName(excerpt), help: .nameRule)
      return nil
    }
    return text
  }

  /// A whole number; `5_000_000` is one.
  func wholeNumber(for key: String, in range: LabRange, _ diagnostics: inout DiagnosticList) -> Int? {
    guard case .scalar(let text, false) = form, let number = YAMLNumber.whole(text) else {
      return mistaken(key, .wholeNumber, example: YAMLNumber.example(for: key), &diagnostics)
    }
    guard number.isIn(range) else {
      let mistake = LabPhrase.outOfRange(key: key, range: range, found: excerpt)
      diagnostics.error(place, mistake, help: .writeLike(example: YAMLNumber.example(for: key)))
      return nil
    }
    return Int(number)
  }

  /// A number.
  func number(for key: String, in range: LabRange? = nil, _ diagnostics: inout DiagnosticList) -> Double? {
    guard case .scalar(let text, false) = form, let number = YAMLNumber.real(text) else {
      return mistaken(key, .number, example: YAMLNumber.example(for: key), &diagnostics)
    }
    if let range, !number.isIn(range) {
      let mistake = LabPhrase.outOfRange(key: key, range: range, found: excerpt)
      diagnostics.error(place, mistake, help: .writeLike(example: YAMLNumber.example(for: key)))
      return nil
    }
    return number
  }

  /// `true` or `false`.
  func yesNo(for key: String, _ diagnostics: inout DiagnosticList) -> Bool? {
    guard case .scalar(let text, false) = form, let value = Bool(text) else {
      return mistaken(key, .yesNo, example: "\(key): true", &diagnostics)
    }
    return value
  }

  /// Values in a row; `example` shows how to write them.
  func list(for key: String, example: String, _ diagnostics: inout DiagnosticList) -> [YAMLValue]? {
    guard case .list(let values) = form else { return mistaken(key, .list, example: example, &diagnostics) }
    return values
  }

  /// One of the words that `Option` knows.
  func option<Option: CaseIterable & RawRepresentable<String>>(
    _ type: Option.Type, for key: String, _ diagnostics: inout DiagnosticList
  ) -> Option? {
    let words = Option.allCases.map(\.rawValue)
    guard case .scalar(let text, _) = form, kind != .nothing else {
      return mistaken(key, .text, example: "\(key): \(words.first ?? "")", &diagnostics)
    }
    guard let option = Option(rawValue: text) else {
      let help = Spelling.nearest(to: text, among: words).map { LabAdvicePhrase.didYouMean($0) } ?? .oneOf(words)
      diagnostics.error(place, .unknownOption(key: key, found: excerpt), help: help)
      return nil
    }
    return option
  }

  /// Says that the value has nothing in it.
  func empty<Value>(_ key: String, example: String, _ diagnostics: inout DiagnosticList) -> Value? {
    diagnostics.error(place, .emptyValue(key: key), help: .writeLike(example: example))
    return nil
  }

  /// Says that the value is of another kind than it should be.
  func mistaken<Value>(
    _ key: String, _ expected: LabValueKind, example: String, _ diagnostics: inout DiagnosticList
  ) -> Value? {
    var help = LabAdvicePhrase.writeLike(example: example)
    if case .scalar(let text, true) = form, expected == .number || expected == .wholeNumber,
      YAMLNumber.real(text) != nil
    {
      help = .unquote(text)
    }
    diagnostics.error(place, .wrongType(key: key, expected: expected, found: kind, text: excerpt), help: help)
    return nil
  }
}

/// Numbers as labs write them.
enum YAMLNumber {
  private static let examples = [
    "parameters": "5_000_000", "minutes": "15", "learning_rate": "0.01", "decay_rate": "0.75", "decay_steps": "10_000",
    "epochs": "30", "batch_size": "1", "steps": "20", "number": "0.5", "tolerance": "0.01", "momentum": "0.9",
    "nesterov": "0.9", "beta1": "0.9", "beta2": "0.999", "epsilon": "1e-8", "weight_decay": "0.0001", "rate": "0.5",
    "every": "1000", "factor": "0.1", "final": "0", "smoothing": "1", "weight": "0.5", "class_weights": "[1, 5]",
    "clip_norm": "1", "mean": "0.58", "deviation": "0.01", "seeds": "5", "patience": "5", "minimum_change": "0.001",
    "checkpoint_every": "1",
  ]

  /// How to write a number for `key`; for a layer's name a size.
  static func example(for key: String) -> String { "\(key): \(examples[key] ?? "256")" }

  /// A whole number, where `text` is one; underscores between digits are allowed. As `Double`, so that a huge one is still a number.
  static func whole(_ text: String) -> Double? {
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "_") }) else {
      return nil
    }
    return real(text)
  }

  /// A finite decimal number, where `text` is one; underscores between digits are allowed.
  static func real(_ text: String) -> Double? {
    let allowed = Set("0123456789+-._eE".utf8)
    guard text.utf8.count <= 40, text.utf8.allSatisfy(allowed.contains),
      !text.hasPrefix("_"), !text.hasSuffix("_"), let number = Double(text.replacing("_", with: ""))
    else { return nil }
    return number.isFinite ? number : nil
  }
}

extension Double {
  fileprivate func isIn(_ range: LabRange) -> Bool {
    switch range {
    case .fromOne: return self >= 1 && self <= 1e12
    case .notNegative: return self >= 0
    case .positive: return self > 0
    case .share: return self >= 0 && self <= 1
    case .belowOne: return self >= 0 && self < 1
    }
  }
}

extension YAMLValue {
  /// One of the words that `Option` knows, alone (`adam`) or as the one key of a mapping with more (`{adam: {beta1: 0.9}}`).
  ///
  /// - Parameters:
  ///   - type: the words.
  ///   - key: the key whose value this is.
  ///   - example: how to write it with more.
  ///   - diagnostics: where mistakes are noted.
  /// - Returns: the word, and what stands behind it; nil where it is none of the words.
  func choice<Option: CaseIterable & RawRepresentable<String>>(
    _ type: Option.Type, for key: String, example: String, _ diagnostics: inout DiagnosticList
  ) -> (option: Option, inner: YAMLValue?)? {
    switch form {
    case .scalar: return option(type, for: key, &diagnostics).map { ($0, nil) }
    case .list: return mistaken(key, .nameOrMapping, example: example, &diagnostics)
    case .mapping(let entries):
      guard let entry = entries.first else { return empty(key, example: example, &diagnostics) }
      guard entries.count == 1 else {
        diagnostics.error(
          entries[1].keyPlace, .severalOptions(key: key, count: entries.count), help: .writeLike(example: example))
        return nil
      }
      let word = YAMLValue(form: .scalar(entry.key, isQuoted: false), place: entry.keyPlace)
      return word.option(type, for: key, &diagnostics).map { ($0, entry.value.kind == .nothing ? nil : entry.value) }
    }
  }
}

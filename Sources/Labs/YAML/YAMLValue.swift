import Diagnostics
public import Messages

/// A value in YAML with its place in the file.
///
/// What reads it for a key notes in a list of diagnostics what is wrong with it: what was expected, what stands there, how to write it.
public struct YAMLValue: Sendable {
  /// What a value is.
  public enum Form: Sendable {
    /// Words; `isQuoted` where they stand in quotes or in a block of their own, so that they are no number.
    case scalar(String, isQuoted: Bool)
    /// Values in a row.
    case list([YAMLValue])
    /// Keys with their values.
    case mapping([Entry])
  }

  /// A key with its value.
  public struct Entry: Sendable {
    /// The key.
    public let key: String
    /// Where the key stands.
    public let keyPlace: Place
    /// What stands behind it.
    public let value: YAMLValue
  }

  /// What it is.
  public let form: Form
  /// Where it begins.
  public let place: Place

  /// What kind of value it is, as a message says it.
  public var kind: LabValueKind {
    switch form {
    case .scalar(let text, let isQuoted): return text.isEmpty && !isQuoted ? .nothing : .text
    case .list: return .list
    case .mapping: return .mapping
    }
  }

  /// The words of a scalar for a message, shortened; empty for anything else.
  public var excerpt: String {
    guard case .scalar(let text, _) = form else { return "" }
    let line = text.prefix { !$0.isNewline }
    return line.count > 40 || line.count < text.count ? line.prefix(40) + "…" : String(line)
  }
}

extension YAMLValue {
  /// The words without white space around them, where there are any.
  public func text(for key: String, _ diagnostics: inout DiagnosticList) -> String? {
    guard case .scalar(let text, _) = form, text.contains(where: { !$0.isWhitespace }) else {
      return mistaken(key, .text, example: "\(key): words", &diagnostics)
    }
    return text.trimmed
  }

  /// A name of something in the lab or in the learner's code.
  public func name(for key: String, _ diagnostics: inout DiagnosticList) -> String? {
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
  public func wholeNumber(for key: String, in range: LabRange, _ diagnostics: inout DiagnosticList) -> Int? {
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

  /// A number; `usual` is what an example has where nothing better is known.
  public func number(
    for key: String, in range: LabRange? = nil, usual: Double = 256, _ diagnostics: inout DiagnosticList
  ) -> Double? {
    let example = YAMLNumber.example(for: key, usual: usual)
    guard case .scalar(let text, false) = form, let number = YAMLNumber.real(text) else {
      return mistaken(key, .number, example: example, &diagnostics)
    }
    if let range, !number.isIn(range) {
      let mistake = LabPhrase.outOfRange(key: key, range: range, found: excerpt)
      diagnostics.error(place, mistake, help: .writeLike(example: example))
      return nil
    }
    return number
  }

  /// `true` or `false`.
  public func yesNo(for key: String, _ diagnostics: inout DiagnosticList) -> Bool? {
    guard case .scalar(let text, false) = form, let value = Bool(text) else {
      return mistaken(key, .yesNo, example: "\(key): true", &diagnostics)
    }
    return value
  }

  /// Values in a row; `example` shows how to write them.
  public func list(for key: String, example: String, _ diagnostics: inout DiagnosticList) -> [YAMLValue]? {
    guard case .list(let values) = form else { return mistaken(key, .list, example: example, &diagnostics) }
    return values
  }

  /// One of the words that `Option` knows.
  public func option<Option: CaseIterable & RawRepresentable<String>>(
    _ type: Option.Type, for key: String, _ diagnostics: inout DiagnosticList
  ) -> Option? {
    option(of: Option.allCases.map(\.rawValue), for: key, &diagnostics).flatMap { Option(rawValue: $0) }
  }

  /// One of these words.
  public func option(of words: [String], for key: String, _ diagnostics: inout DiagnosticList) -> String? {
    guard case .scalar(let text, _) = form, kind != .nothing else {
      return mistaken(key, .text, example: "\(key): \(words.first ?? "")", &diagnostics)
    }
    guard words.contains(text) else {
      let help = Spelling.nearest(to: text, among: words).map { LabAdvicePhrase.didYouMean($0) } ?? .oneOf(words)
      diagnostics.error(place, .unknownOption(key: key, found: excerpt), help: help)
      return nil
    }
    return text
  }

  /// A limit, `>= 0.45`: the side and the number.
  public func bound(
    for key: String, isShare: Bool, example: String, _ diagnostics: inout DiagnosticList
  ) -> Lab.Bound? {
    guard case .scalar(let text, _) = form, kind != .nothing else {
      return mistaken(key, .limit, example: example, &diagnostics)
    }
    guard let bound = Lab.Bound(text) else { return mistaken(key, .limit, example: example, &diagnostics) }
    guard bound.limit >= 0, bound.limit <= 1 || !isShare else {
      let found = String(text.dropFirst(2).drop { $0 == " " })
      let range: LabRange = isShare ? .share : .notNegative
      diagnostics.error(
        place, .outOfRange(key: key, range: range, found: found), help: .writeLike(example: example))
      return nil
    }
    return bound
  }

  /// Says that the value has nothing in it.
  public func empty<Value>(_ key: String, example: String, _ diagnostics: inout DiagnosticList) -> Value? {
    diagnostics.error(place, .emptyValue(key: key), help: .writeLike(example: example))
    return nil
  }

  /// Says that the value is of another kind than it should be.
  public func mistaken<Value>(
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
public enum YAMLNumber {
  private static let examples = [
    "parameters": "5_000_000", "minutes": "15", "learning_rate": "0.01", "decay_rate": "0.75", "decay_steps": "10_000",
    "epochs": "30", "batch_size": "1", "steps": "20", "number": "0.5", "tolerance": "0.01", "momentum": "0.9",
    "nesterov": "0.9", "beta1": "0.9", "beta2": "0.999", "epsilon": "1e-8", "weight_decay": "0.0001", "rate": "0.5",
    "every": "1000", "factor": "0.1", "final": "0", "smoothing": "1", "weight": "0.5", "class_weights": "[1, 5]",
    "clip_norm": "1", "mean": "0.58", "deviation": "0.01", "seeds": "5", "patience": "5", "minimum_change": "0.001",
    "checkpoint_every": "1",
  ]

  /// How to write a number for `key`; for a layer's name a size.
  static func example(for key: String, usual: Double = 256) -> String {
    "\(key): \(examples[key] ?? usual.plain)"
  }

  /// A whole number, where `text` is one; underscores between digits are allowed. As `Double`, so that a huge one is still a number.
  static func whole(_ text: String) -> Double? {
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "_") }) else {
      return nil
    }
    return real(text)
  }

  /// A finite decimal number, where `text` is one; underscores between digits are allowed.
  public static func real(_ text: String) -> Double? {
    let bytes = Array(text.utf8)
    guard bytes.count <= 40, bytes.allSatisfy({ (0x30...0x39).contains($0) || "+-._eE".utf8.contains($0) }),
      bytes.first != UInt8(ascii: "_"), bytes.last != UInt8(ascii: "_"),
      let number = Double(String(decoding: bytes.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self))
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
  /// One of these words, alone (`adam`) or as the one key of a mapping with more (`{adam: {beta1: 0.9}}`).
  ///
  /// - Parameters:
  ///   - words: the words.
  ///   - key: the key whose value this is.
  ///   - example: how to write it with more.
  ///   - diagnostics: where mistakes are noted.
  /// - Returns: the word, and what stands behind it; nil where it is none of the words.
  func choice(
    of words: [String], for key: String, example: String, _ diagnostics: inout DiagnosticList
  ) -> (word: String, inner: YAMLValue?)? {
    switch form {
    case .scalar: return option(of: words, for: key, &diagnostics).map { ($0, nil) }
    case .list: return mistaken(key, .nameOrMapping, example: example, &diagnostics)
    case .mapping(let entries):
      guard let entry = entries.first else { return empty(key, example: example, &diagnostics) }
      guard entries.count == 1 else {
        diagnostics.error(
          entries[1].keyPlace, .severalOptions(key: key, count: entries.count), help: .writeLike(example: example))
        return nil
      }
      let word = YAMLValue(form: .scalar(entry.key, isQuoted: false), place: entry.keyPlace)
      return word.option(of: words, for: key, &diagnostics).map {
        ($0, entry.value.kind == .nothing ? nil : entry.value)
      }
    }
  }

  /// One of the words that `Option` knows, alone or with more; as `choice(of:for:example:_:)`.
  func choice<Option: CaseIterable & RawRepresentable<String>>(
    _ type: Option.Type, for key: String, example: String, _ diagnostics: inout DiagnosticList
  ) -> (option: Option, inner: YAMLValue?)? {
    choice(of: Option.allCases.map(\.rawValue), for: key, example: example, &diagnostics).flatMap { word, inner in
      Option(rawValue: word).map { ($0, inner) }
    }
  }
}

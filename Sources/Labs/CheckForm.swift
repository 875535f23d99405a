public import Messages

/// What a check of a lab asks, as its author wrote it.
///
/// Labs are read without knowing which checks there are: whoever judges has a type for each, with a ``CheckForm`` that says how it is written.
/// Nothing of it has a default, so that the compiler asks whoever adds a check; the kinds of checks answer what is alike for all of a kind.
public protocol CheckRule: Sendable, Equatable {
  /// Whether it is measured in a training; the others look at what a learner wrote.
  static var isMeasured: Bool { get }

  /// The limit for a measured number; nil for what has none.
  var threshold: Lab.Bound? { get }

  /// The output shapes that it asks of layers, by name, in its order: a layer that is missing is missed in the cell where it should be.
  var wantedShapes: [(layer: String, dimensions: [Int])] { get }

  /// The function that it asks for, with its type as a learner would write it; nil for a check that asks for none, or does not say which type.
  var wantedFunction: (name: String, type: String)? { get }

  /// How many of its cases learners' own copies of the lab do not have.
  var hiddenCases: Int { get }
}

extension CheckRule {
  /// Whether both look at the same thing and ask the same of it.
  public func asksTheSame(as other: any CheckRule) -> Bool { (other as? Self) == self }
}

/// How a check is written in a lab: a key, and a value that says what is asked.
public struct CheckForm: Sendable {
  /// Its key in a `check` cell.
  public let key: CheckKey
  /// A line that it may be: `dice: ">= 0.5"`.
  public let example: String
  /// Whether it is measured in a training; the others look at what a learner wrote.
  public let isMeasured: Bool
  /// What is asked by the value behind the key; nil where it says nothing that can be asked, which is noted.
  let rule: @Sendable (YAMLValue, inout DiagnosticList) -> (any CheckRule)?

  /// Its key as it is written.
  public var name: String { key.rawValue }

  /// - Parameters:
  ///   - key: its key.
  ///   - value: a value that may stand behind the key.
  ///   - rule: what is asked by a value; nil where that cannot be told, which it notes.
  public init<Rule: CheckRule>(
    _ key: CheckKey, like value: String, rule: @escaping @Sendable (YAMLValue, inout DiagnosticList) -> Rule?
  ) {
    self.key = key
    example = "\(key.rawValue): \(value)"
    isMeasured = Rule.isMeasured
    self.rule = { rule($0, &$1) }
  }

  /// A check of one word: `loss: falls`.
  ///
  /// - Parameters:
  ///   - key: its key.
  ///   - word: the one word that may stand behind it.
  ///   - rule: what is asked.
  public init(_ key: CheckKey, word: String, rule: some CheckRule) {
    self.init(key, like: word) { value, diagnostics in
      value.option(of: [word], for: key.rawValue, &diagnostics).map { _ in rule }
    }
  }

  /// A check that holds a measured number against a threshold: `dice: ">= 0.5"`.
  ///
  /// - Parameters:
  ///   - key: its key.
  ///   - limit: a threshold as it may be written.
  ///   - isShare: whether the number is at most 1.
  ///   - rule: what is asked with a threshold.
  public init<Rule: CheckRule>(
    _ key: CheckKey, limit: String, isShare: Bool = true, rule: @escaping @Sendable (Lab.Bound) -> Rule
  ) {
    let text = "\"\(limit)\""
    self.init(key, like: text) { value, diagnostics in
      value.bound(for: key.rawValue, isShare: isShare, example: "\(key.rawValue): \(text)", &diagnostics).map(rule)
    }
  }
}

/// The checks that a lab can ask for.
public struct CheckForms: Sendable {
  /// Each in the order in which authors are told of them.
  public let list: [CheckForm]
  /// A line of a `check` cell, as it may be written.
  let example: String
  private let forms: [String: CheckForm]

  /// - Parameters:
  ///   - list: the checks, at least one, each with a key of its own.
  ///   - simplest: the one that shows how a `check` cell is written.
  public init(_ list: [CheckForm], simplest: CheckForm) {
    self.list = list
    example = "- \(simplest.example)"
    forms = Dictionary(uniqueKeysWithValues: list.map { ($0.name, $0) })
  }

  /// Their keys.
  var names: [String] { list.map(\.name) }

  /// The check of a key; nil where there is none.
  subscript(name: String) -> CheckForm? { forms[name] }
}

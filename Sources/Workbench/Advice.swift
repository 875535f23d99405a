internal import Diagnostics
internal import Foundation
internal import Phrases
internal import SegLab

/// What to try first, for the mistakes of the compiler's that learners make most.
struct Advice {
  /// The names that a learner may have meant.
  private let names: [String]

  /// - Parameter names: what the cells make.
  init(names: some Sequence<String>) {
    let types = Network.layerTypes.map { String(describing: $0) }
    self.names = types + ["Network", "Training", "Activation"] + names.sorted()
  }

  /// The help for a message in the compiler's words; nil where those say enough.
  func help(for text: String) -> WorkbenchPhrase? {
    let quoted = Self.quoted(in: text)
    if let name = Self.missingName(in: text) { return unknown(name) }
    if text.contains(" has no member "), quoted.count >= 2 {
      let candidates = quoted[0] == "Activation" ? Activation.allCases.map(\.rawValue) : []
      let meant = Spelling.nearest(to: quoted[1], among: candidates)
      return .unknownMember(quoted[1], type: quoted[0], suggestion: meant ?? "")
    }
    return argument(text, quoted) ?? type(text, quoted) ?? form(text, quoted)
  }

  /// The name that a message says is nowhere to be found.
  static func missingName(in text: String) -> String? {
    let isMissing = text.hasPrefix("cannot find ") && text.contains(" in scope")
    return isMissing ? quoted(in: text).first : nil
  }

  /// The name of which a message says that there are several.
  static func ambiguousName(in text: String) -> String? {
    text.hasPrefix("ambiguous use of ") ? quoted(in: text).first : nil
  }

  private func unknown(_ name: String) -> WorkbenchPhrase {
    .unknownName(name, suggestion: Spelling.nearest(to: name, among: names.filter { $0 != name }) ?? "")
  }

  private func argument(_ text: String, _ quoted: [String]) -> WorkbenchPhrase? {
    if text.hasPrefix("incorrect argument label"), quoted.count >= 2 {
      let labels = quoted[..<2].map { $0.split(separator: ":").map(String.init) }
      guard let index = zip(labels[0], labels[1]).enumerated().first(where: { $0.element.0 != $0.element.1 })?.offset
      else { return .extraArgument }
      let (found, expected) = (labels[0][index], labels[1][index])
      if expected == "_" { return .needlessLabel(found) }
      return .wrongLabel(found: found == "_" ? "" : found, expected: expected)
    }
    guard let first = quoted.first.map({ $0.hasSuffix(":") ? String($0.dropLast()) : $0 }) else {
      return text.hasPrefix("extra argument") ? .extraArgument : nil
    }
    if text.hasPrefix("missing argument label") { return .missingLabel(first) }
    if text.hasPrefix("extraneous argument label") { return .needlessLabel(first) }
    if text.hasPrefix("missing argument for parameter") { return .missingArgument(first) }
    if text.hasPrefix("extra argument") { return .extraArgument }
    return text.contains(" must precede ") ? .argumentOrder : nil
  }

  private func type(_ text: String, _ quoted: [String]) -> WorkbenchPhrase? {
    if text.contains("'buildExpression'") { return .notALayer }
    guard text.hasPrefix("cannot convert value of type"), quoted.count >= 2 else { return nil }
    let (found, expected) = (quoted[0], quoted[1])
    let isNumber = ["Int", "Double", "Float"].contains(expected)
    if expected == "[\(found)]" { return .listWanted }
    if found == "String", isNumber { return .numberWanted }
    if expected == "Int", found == "Double" || found == "Float" { return .wholeNumberWanted }
    return .otherType(found: found, expected: expected)
  }

  private func form(_ text: String, _ quoted: [String]) -> WorkbenchPhrase? {
    if text == "expected ',' separator" { return .missingComma }
    if text.hasPrefix("expected '"), let bracket = quoted.first, ["}", ")", "]"].contains(bracket) {
      return .missingBracket(bracket)
    }
    if text.hasPrefix("extraneous '") || text.hasPrefix("unexpected ')'") { return .spareBracket }
    if text.hasPrefix("unterminated string literal") { return .openText }
    if text.hasPrefix("unterminated '/*' comment") { return .openComment }
    if text.hasPrefix("expected #else or #endif") { return .openCondition }
    if text.hasPrefix("consecutive statements on a line") { return .twoOnALine }
    if text.hasPrefix("invalid redeclaration of"), let name = quoted.first { return .madeTwice(name) }
    if text.contains("type-check this expression in reasonable time") { return .tooHard }
    if text.hasPrefix("cannot assign to value:"), text.hasSuffix("is a 'let' constant"), let name = quoted.first {
      return .constantChanged(name)
    }
    if text.hasPrefix("expected initial value after") || text.hasPrefix("expected expression") { return .valueMissing }
    let unclear = ["cannot infer contextual base in reference to member", "reference to member"]
    if unclear.contains(where: text.hasPrefix), let name = quoted.first {
      return .unclearMember(name)
    }
    return nil
  }

  /// What stands between single quotes, in order.
  private static func quoted(in text: String) -> [String] {
    let parts = text.split(separator: "'", omittingEmptySubsequences: false)
    return stride(from: 1, to: parts.count, by: 2).map { String(parts[$0]) }
  }
}

internal import Diagnostics
internal import Foundation
internal import Messages
internal import SegLab

/// What to try first, for the mistakes of the compiler's that learners make most.
struct Advice {
  /// The names that the cells make.
  private let own: [String]

  /// So many names of a learner's are looked through for one that was meant.
  private static let mostNames = 2_000

  private static let layers = Network.layerTypes.map { String(describing: $0) }
  private static let steps = Preprocessing.stepTypes.map { String(describing: $0) }

  /// - Parameter names: what the cells make.
  init(names: some Sequence<String>) {
    own = Array(names.sorted().prefix(Self.mostNames))
  }

  /// The names that a learner may have meant. Most answers need none: they are put together for those that do.
  private var names: [String] {
    let others = ["Network", "Training", "Preprocessing", "Sweep", "EarlyStopping", "Image", "Mask"]
    return Self.layers + Self.steps + others + MemberNames.all.keys.sorted() + ["true", "false", "nil"] + own
  }

  /// The help for a message in the compiler's words; nil where those say enough.
  ///
  /// - Parameters:
  ///   - text: the message.
  ///   - line: the learner's line that it is about.
  ///   - column: where on the line, in bytes from 1.
  /// - Returns: what to try first.
  func help(for text: String, on line: String = "", column: Int = 0) -> WorkbenchPhrase? {
    // The only apostrophe of the compiler's own.
    let text = text.replacing("isn't", with: "is not")
    let quoted = Self.quoted(in: text)
    if let (found, now) = OldSpellings.firstCall(in: line) { return .renamed(found: found, now: now) }
    if let name = Self.missingName(in: text), let now = OldSpellings.types[name] {
      return .renamed(found: name, now: now)
    }
    if let name = Self.missingName(in: text) {
      let head = Self.head(of: line, column)
      let tail = String(decoding: line.utf8.dropFirst(max(0, column - 1) + name.utf8.count), as: UTF8.self)
      return unknown(name, before: head, isModule: tail.hasPrefix("."))
    }
    if text.contains(" has no member "), quoted.count >= 2 {
      let members = MemberNames.of(quoted[0])
      let meant = Spelling.nearest(to: quoted[1], among: members)
      return .unknownMember(quoted[1], type: MemberNames.plain(quoted[0]), suggestion: meant ?? "", known: members)
    }
    return argument(text, quoted, line) ?? type(text, quoted) ?? form(text, quoted, line) ?? function(text, quoted)
  }

  /// The name that a message says is nowhere to be found.
  static func missingName(in text: String) -> String? {
    if text.hasPrefix("cannot find "), text.contains(" in scope") { return quoted(in: text).first }
    // `column` is a macro of the library's, too: nobody means it who counts columns.
    guard text.hasPrefix("expansion of macro "), text.contains("requires leading '#'") else { return nil }
    return quoted(in: text).first.map { $0.replacing("()", with: "") }
  }

  /// The name of which a message says that there are several.
  static func ambiguousName(in text: String) -> String? {
    text.hasPrefix("ambiguous use of ") ? quoted(in: text).first : nil
  }

  private func unknown(_ name: String, before head: String, isModule: Bool) -> WorkbenchPhrase {
    // The first thing between a layer's parentheses is its name.
    let named = Self.layers + ["Network"]
    if named.contains(where: { head.hasSuffix("\($0)(") }) { return .nameIsText(name) }
    if MemberNames.all.values.contains(where: { $0.contains(name) }) { return .memberNotText(example: name) }
    if let library = Self.library(name), isModule || !Self.common.contains(name) {
      return .otherLibrary(name, library: library)
    }
    let nearest = Spelling.nearest(to: name, among: names.filter { $0 != name }) ?? OtherLibraries.here(name)
    return .unknownName(name, suggestion: nearest ?? "")
  }

  /// The library that a name stands for in other languages; nil where it stands for none.
  static func library(_ name: String) -> String? { libraries[name] }

  /// Those of them that a learner may call anything by: a module only before a point.
  private static let common: Set<String> = ["K", "F", "nn", "os", "sys", "random", "statistics"]

  /// Names that stand for modules of Python's.
  private static let libraries = [
    "np": "NumPy", "numpy": "NumPy", "torch": "PyTorch", "nn": "PyTorch", "F": "PyTorch", "tf": "TensorFlow",
    "keras": "Keras", "cv2": "OpenCV", "plt": "Matplotlib", "math": "Python", "random": "Python", "os": "Python",
    "sys": "Python", "Math": "JavaScript", "statistics": "Python", "scipy": "SciPy", "K": "Keras", "jnp": "JAX",
    "pd": "pandas", "self": "Python", "pow": "C", "exp": "C", "log": "C",
    "enumerate": "Python", "len": "Python",
  ]

  private func argument(_ text: String, _ quoted: [String], _ line: String) -> WorkbenchPhrase? {
    if text.hasPrefix("incorrect argument label"), quoted.count >= 2 {
      let labels = quoted[..<2].map { $0.split(separator: ":").map(String.init) }
      // What stands there and belongs to nothing is the cause, wherever the compiler counts from.
      if let extra = labels[0].first(where: { $0 != "_" && !labels[1].contains($0) }), labels[0].count < labels[1].count
      {
        let free = labels[1].filter { !labels[0].contains($0) && $0 != "_" && $0 != "line" }
        return Spelling.nearest(to: extra, among: free).map { .wrongLabel(found: extra, expected: $0) }
          ?? .extraArgument
      }
      guard let index = zip(labels[0], labels[1]).enumerated().first(where: { $0.element.0 != $0.element.1 })?.offset
      else { return .extraArgument }
      let (found, expected) = (labels[0][index], labels[1][index])
      if expected == "_" { return .needlessLabel(found) }
      return .wrongLabel(found: found == "_" ? "" : found, expected: expected)
    }
    guard let first = quoted.first.map({ $0.hasSuffix(":") ? String($0.dropLast()) : $0 }) else {
      return text.hasPrefix("extra argument") ? .extraArgument : nil
    }
    if text.hasPrefix("missing argument label") {
      if let number = line.firstMatch(of: /[0-9]+,[0-9]+/) { return .decimalComma(String(number.output)) }
      let labels = first.split(separator: ":").map(String.init)
      return labels.count > 1 ? .labelsWanted(labels) : .missingLabel(first)
    }
    if text.hasPrefix("extraneous argument label") {
      return .needlessLabel(first.split(separator: ":").filter { $0 != "_" }.joined(separator: ":`, `"))
    }
    if text.hasPrefix("missing argument for parameter") { return .missingArgument(first) }
    if text.hasPrefix("extra argument") { return .extraArgument }
    guard text.contains(" must precede "), let last = quoted.last else { return nil }
    return text.hasPrefix("argument '") && quoted.count >= 2
      ? .argumentOrder(first: quoted[0], second: quoted[1]) : .argumentOrder(first: "", second: last)
  }

  private func type(_ text: String, _ quoted: [String]) -> WorkbenchPhrase? {
    if text.contains("'buildExpression'") { return .notALayer }
    let converts = ["cannot convert value of type", "cannot convert return expression of type"]
    guard converts.contains(where: text.hasPrefix), quoted.count >= 2 else { return nil }
    let (found, expected) = (quoted[0], quoted[1])
    let isNumber = ["Int", "Double", "Float"].contains(expected)
    if expected == "[\(found)]" { return .listWanted }
    if found == "String", isNumber { return .numberWanted }
    if found == "String", let member = MemberNames.of(expected).first { return .memberNotText(example: member) }
    if expected == "Int", found == "Double" || found == "Float" { return .wholeNumberWanted }
    return .otherType(found: found, expected: expected)
  }

  private func form(_ text: String, _ quoted: [String], _ line: String) -> WorkbenchPhrase? {
    if text == "expected ',' separator" { return .missingComma }
    if text.hasPrefix("expected '"), let bracket = quoted.first, ["}", ")", "]"].contains(bracket) {
      return .missingBracket(bracket)
    }
    if text.hasPrefix("extraneous '") || text.hasPrefix("unexpected ')'") { return .spareBracket }
    if text.hasPrefix("unterminated string literal") { return .openText }
    if text.hasPrefix("unicode curly quote found") { return .straightQuotes }
    if text.hasPrefix("unterminated '/*' comment") { return .openComment }
    if text.hasPrefix("expected #else or #endif") { return .openCondition }
    if text.hasPrefix("consecutive statements on a line") { return .twoOnALine }
    if text.hasPrefix("invalid redeclaration of"), let name = quoted.first { return .madeTwice(name) }
    if CompilerMessage.isOutOfTime(text) {
      return line.contains("^") ? .noPowers : .tooHard
    }
    if text.hasPrefix("use of '=' in a boolean context") { return .twoEqualsSigns }
    if text.hasSuffix("is a 'let' constant"), quoted.count >= 2 { return .constantChanged(quoted[quoted.count - 2]) }
    if text.hasPrefix("expected initial value after") || text.hasPrefix("expected expression") { return .valueMissing }
    let unclear = ["cannot infer contextual base in reference to member", "reference to member"]
    if unclear.contains(where: text.hasPrefix), let name = quoted.first {
      return .unclearMember(name)
    }
    return nil
  }

  private func function(_ text: String, _ quoted: [String]) -> WorkbenchPhrase? {
    if text.hasPrefix("non-void function should return") { return .valueMissing }
    if text.hasPrefix("missing return in"), let type = quoted.last { return .returnMissing(type: type) }
    if text.hasPrefix("unexpected non-void return value in void function") { return .resultTypeMissing }
    if text.contains("is a function that produces expected type"), let member = quoted.first {
      return .callMember(String(member.prefix { $0 != "(" }))
    }
    if text.hasPrefix("binary operator"), quoted.count >= 2 {
      return quoted.contains("^") ? .noPowers : .sameNumbers
    }
    if text.hasPrefix("value of optional type"), quoted.count >= 2 { return .mayBeMissing(type: quoted[1]) }
    return nil
  }

  /// What stands on a line before a column.
  private static func head(of line: String, _ column: Int) -> String {
    String(decoding: line.utf8.prefix(max(0, column - 1)), as: UTF8.self)
  }

  /// What stands between single quotes, in order.
  private static func quoted(in text: String) -> [String] {
    let parts = text.split(separator: "'", omittingEmptySubsequences: false)
    return stride(from: 1, to: parts.count, by: 2).map { String(parts[$0]) }
  }
}

internal import Messages

/// Mistakes of the compiler's that are one mistake of the learner's: told once, by what the learner did.
enum MergedMistakes {
  /// What to try in place of what the compiler's words suggest.
  struct Finding {
    /// The message that is told.
    let kept: Int
    /// The messages that are not.
    let dropped: Set<Int>
    /// What to try.
    let help: WorkbenchPhrase
  }

  /// The first finding among the errors of one cell.
  ///
  /// - Parameter errors: the compiler's errors in its order.
  /// - Returns: what belongs together; nil where nothing does.
  static func find(in errors: [CompilerMessage]) -> Finding? {
    for (index, error) in errors.enumerated() {
      let others = errors.indices.filter { $0 != index && errors[$0].line == error.line }
      if let wanted = name(error.text, between: "missing argument for parameter '", and: "' in call"),
        let other = others.first(where: { errors[$0].text.hasPrefix("extra argument '") }),
        let found = name(errors[other].text, between: "extra argument '", and: "' in call")
      {
        return Finding(kept: other, dropped: [index], help: .wrongLabel(found: found, expected: wanted))
      }
      if let label = name(error.text, between: "missing argument label '", and: ":' in call"),
        let other = others.first(where: { errors[$0].text == "cannot find '\(label)' in scope" })
      {
        return Finding(kept: other, dropped: Set(others + [index]).subtracting([other]), help: .colonAfterLabel(label))
      }
      if error.text == "expected ',' separator",
        let other = others.first(where: {
          errors[$0].column == error.column && errors[$0].text == "expected expression in container literal"
        })
      {
        return Finding(kept: other, dropped: [index], help: .missingBracket("]"))
      }
    }
    return nil
  }

  private static func name(_ text: String, between start: String, and end: String) -> String? {
    guard text.hasPrefix(start), text.hasSuffix(end), text.count > start.count + end.count else { return nil }
    return String(text.dropFirst(start.count).dropLast(end.count))
  }
}

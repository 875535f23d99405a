internal import Messages

/// Forms of other languages that only the compiler tells from Swift's: choices without spaces, `!` behind what is always there, texts that are
/// added to numbers, names that hide their own type, several names at once.
enum OtherForms {
  static let hints: [CompilerHints.Hint] = [
    { choice($0, in: $1) }, { unwrapped($0, in: $1) }, { addedText($0, in: $1) }, { ownType($0, in: $1) },
    { numbered($0, in: $1) }, { severalNames($0, in: $1) },
  ]

  /// `sum==0?1:2`, where Swift takes `0?` for one word.
  private static func choice(_ error: CellError, in text: CellText) -> Slip? {
    guard error.text.hasPrefix("cannot use optional chaining on non-optional value") else { return nil }
    let line = text.indices(ofLine: error.line)
    guard let mark = line.first(where: { text.sees("?", at: $0) && text.touch($0 - 1, $0) }), mark > line.lowerBound,
      let colon = line.first(where: { $0 > mark + 1 && text.sees(":", at: $0) }), colon + 1 < line.upperBound
    else { return nil }
    let edits = [mark, colon].map { index -> CellText.Edit in
      let token = text.tokens[index]
      let (before, after) = (text.tokens[index - 1].end, text.tokens[index + 1].start)
      return CellText.Edit(line: token.line, range: before..<after, text: " \(token.text) ")
    }
    let found = text.text((mark - 1)...(colon + 1))
    let ours = "\(text.tokens[mark - 1].text) ? \(text.text((mark + 1)...(colon - 1))) : \(text.tokens[colon + 1].text)"
    return Slip(text.tokens[mark], .foreignWord(found: found, ours: ours, from: .other), edits)
  }

  /// `both!` of a number that is always there.
  private static func unwrapped(_ error: CellError, in text: CellText) -> Slip? {
    guard error.text.hasPrefix("cannot force unwrap value of non-optional type") else { return nil }
    let line = text.indices(ofLine: error.line)
    let marks = line.filter { text.sees("!", at: $0) && $0 > line.lowerBound && text.touch($0 - 1, $0) }
    guard let mark = marks.first, let base = text.operand(endingAt: mark - 1) else { return nil }
    let edits = marks.map { text.replace($0...$0, by: "") }
    return Slip(
      text.tokens[mark], .foreignWord(found: text.text(base) + "!", ours: text.text(base), from: .other), edits)
  }

  /// `"both: " + both`.
  private static func addedText(_ error: CellError, in text: CellText) -> Slip? {
    guard error.text.hasPrefix("binary operator '+' cannot be applied to operands of type 'String' and") else {
      return nil
    }
    let line = text.indices(ofLine: error.line)
    guard let sign = line.first(where: { text.sees("+", at: $0) && text[at: $0 - 1]?.kind == .string }),
      let value = text.operand(startingAt: sign + 1), line.contains(value.upperBound)
    else { return nil }
    let words = text.tokens[sign - 1].text.dropLast()
    return .foreign((sign - 1)...value.upperBound, "\(words)\\(\(text.text(value)))\"", .other, in: text)
  }

  /// `let Training = Training(…)`.
  private static func ownType(_ error: CellError, in text: CellText) -> Slip? {
    guard error.text == "circular reference" else { return nil }
    let line = text.indices(ofLine: error.line)
    guard let name = line.first(where: { ["let", "var"].contains(text[at: $0 - 1]?.text) }),
      text.sees("=", at: name + 1), text.sees(text.tokens[name].text, at: name + 2)
    else { return nil }
    let word = text.tokens[name].text
    let meant = word.prefix(1).lowercased() + word.dropFirst()
    return Slip(
      text.tokens[name], .labels(found: [word], ours: [meant]), [text.replace(name...name, by: meant)])
  }

  /// `for i, row in enumerate(rows)`.
  private static func numbered(_ error: CellError, in text: CellText) -> Slip? {
    guard error.text.hasPrefix("expected 'in' after for-each pattern") else { return nil }
    let line = text.indices(ofLine: error.line)
    guard let start = line.first(where: { text.sees("for", at: $0) }), text.sees(",", at: start + 2),
      text.sees("in", at: start + 4), text.sees("enumerate", at: start + 5), text.sees("(", at: start + 6),
      let close = text.closing(start + 6), line.contains(close), close > start + 7
    else { return nil }
    let (number, value) = (text.tokens[start + 1].text, text.tokens[start + 3].text)
    let list = text.text((start + 7)...(close - 1))
    let plain = list.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." } && !list.contains("..")
    return .foreign(
      (start + 1)...close, "(\(number), \(value)) in \(plain ? list : "(\(list))").enumerated()", .other, in: text)
  }

  /// `var both, sum = 0, 0`.
  private static func severalNames(_ error: CellError, in text: CellText) -> Slip? {
    guard error.text.hasPrefix("type annotation missing in pattern") else { return nil }
    let line = text.indices(ofLine: error.line)
    guard let word = line.first(where: { ["let", "var"].contains(text.tokens[$0].text) }),
      let sign = line.first(where: { text.sees("=", at: $0) }), sign > word + 2, sign + 1 < line.upperBound
    else { return nil }
    let names = (word + 1..<sign).filter { !text.sees(",", at: $0) }.map { text.tokens[$0].text }
    let values = text.text((sign + 1)...(line.upperBound - 1))
    guard names.count > 1, values.split(separator: ",").count == names.count else { return nil }
    return .foreign(
      (word + 1)...(line.upperBound - 1), "(\(names.joined(separator: ", "))) = (\(values))", .other, in: text)
  }
}

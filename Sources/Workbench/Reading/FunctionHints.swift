internal import Messages

/// What the compiler says of one line of a function where another line is the cause: the function's head, its first value, its last line.
enum FunctionHints {
  typealias Edit = CellText.Edit

  /// What is looked for in one error, in this order.
  static let hints: [CompilerHints.Hint] = [
    { nothingAlone($0, in: $1) }, { wholeBeginning($0, in: $1) }, { pointedBeginning($0, in: $1) },
    { returnInLoop($0, in: $1) },
    { printedResult($0, in: $1) }, { forgottenReturn($0, in: $1) }, { otherKind($0, in: $1) },
  ]

  // MARK: Heads

  /// A head whose names are not those that are used below it: `func dice(_ pred: Mask, _ gt: Mask)` above `prediction[row, column]`.
  static func renamedParameters(in text: CellText, _ errors: [CellError]) -> Slip? {
    var missing: [String] = []
    for error in errors {
      guard let name = Advice.missingName(in: error.text) else { return nil }
      if !missing.contains(name) { missing.append(name) }
    }
    guard (1...4).contains(missing.count),
      let start = text.tokens.indices.first(where: { text.sees("func", at: $0) && text.sees("(", at: $0 + 2) }),
      let close = text.closing(start + 2)
    else { return nil }
    // A label before a name is another slip.
    guard !text.tokens[start...close].contains(where: { missing.contains($0.text) }) else { return nil }
    let unused = text.parameters(from: start + 2, to: close).filter { name in
      !text.tokens.indices.contains { $0 > close && text.tokens[$0].text == text.tokens[name].text }
    }
    guard unused.count == missing.count, let first = unused.first else { return nil }
    // `Level` for `level` is a slip where it is used, not where it is made.
    let name = text.tokens[first].text
    if missing.count == 1, missing[0].lowercased() == name.lowercased() {
      let uses = text.tokens.indices.filter {
        $0 > close && text.sees(missing[0], at: $0) && !text.sees(".", at: $0 - 1)
      }
      guard let use = uses.first else { return nil }
      return Slip(
        text.tokens[use], .otherName(found: missing[0], ours: name), uses.map { text.replace($0...$0, by: name) })
    }
    let edits = zip(unused, missing).map { text.replace($0...$0, by: $1) }
    return Slip(text.tokens[first], .otherName(found: missing[0], ours: text.tokens[first].text), edits)
  }

  /// A head that says it gives something else than the lab asks for: `-> Float?` for `-> Double?`.
  static func otherResult(in text: CellText, _ context: ReadingContext) -> Slip? {
    for start in text.tokens.indices where text.sees("func", at: start) && text.sees("(", at: start + 2) {
      guard let wanted = context.wanted[text.tokens[start + 1].text]?.split(separator: "-> ").last.map(String.init),
        let close = text.closing(start + 2), text.sees("->", at: close + 1),
        let brace = text.indices(ofLine: text.tokens[close].line).first(where: { $0 > close && text.sees("{", at: $0) }
        ),
        brace > close + 2
      else { continue }
      let result = (close + 2)...(brace - 1)
      guard text.text(result) != wanted else { continue }
      return Slip(
        text.tokens[close + 2], .otherResult(found: text.text(result), wanted: wanted),
        [text.replace(result, by: wanted)])
    }
    return nil
  }

  // MARK: Values

  /// `var sum = 0`, to which numbers with a point are added.
  private static func wholeBeginning(_ error: CellError, in text: CellText) -> Slip? {
    guard error.text.contains("'Int'"), error.text.contains("'Double'") || error.text.contains("'Float'") else {
      return nil
    }
    let added = text.tokens.indices.filter { index in
      ["+=", "-="].contains(text.tokens[index].text) && ["Double", "Float"].contains(text[at: index + 1]?.text)
    }
    let sums = Set(added.compactMap { text[at: $0 - 1]?.text })
    let place = text.tokens.indices.first { index in
      guard text.sees("var", at: index), text.sees("=", at: index + 2), let value = text[at: index + 3] else {
        return false
      }
      return value.kind == .number && !value.text.contains(".") && text[at: index + 4]?.line != value.line
        && sums.contains(text.tokens[index + 1].text)
    }
    guard let place else { return nil }
    let value = text.tokens[place + 3]
    return Slip(
      value, .labels(found: [value.text], ours: [value.text + ".0"]),
      [text.replace((place + 3)...(place + 3), by: value.text + ".0")])
  }

  /// `var both = 0.0`, to which whole numbers are added.
  private static func pointedBeginning(_ error: CellError, in text: CellText) -> Slip? {
    guard error.text.contains("'Int'"), error.text.contains("'Double'"), text.lines.indices.contains(error.line),
      let sign = text.indices(ofLine: error.line).first(where: { ["+=", "-="].contains(text.tokens[$0].text) }),
      let sum = text[at: sign - 1]?.text, let value = text.rest(behind: sign),
      !text.tokens[value].contains(where: { ["Double", "Float"].contains($0.text) }),
      let place = text.tokens.indices.first(where: { index in
        text.sees("var", at: index) && text.sees(sum, at: index + 1) && text.sees("=", at: index + 2)
          && text[at: index + 3]?.text.wholeMatch(of: /[0-9]+\.0*/) != nil
      })
    else { return nil }
    let found = text.tokens[place + 3]
    let written = String(found.text.prefix { $0 != "." })
    return Slip(
      found, .wholeWanted(found: found.text, written: written), [text.replace((place + 3)...(place + 3), by: written)])
  }

  /// A number of one kind where another kind is kept: `result[row, column] = normal`.
  private static func otherKind(_ error: CellError, in text: CellText) -> Slip? {
    let types = error.pieces
    guard error.text.hasPrefix("cannot assign value of type '"), types.count >= 4,
      ["Double", "Float", "Int"].contains(types[1]), ["Double", "Float"].contains(types[3]),
      text.lines.indices.contains(error.line)
    else { return nil }
    let sign = text.indices(ofLine: error.line).last { text.sees("=", at: $0) }
    guard let value = sign.flatMap(text.rest) else { return nil }
    return Slip(
      text.tokens[value.lowerBound], .said(error.text), [text.replace(value, by: "\(types[3])(\(text.text(value)))")])
  }

  /// `{ nil }` behind a condition, which gives nothing back.
  private static func nothingAlone(_ error: CellError, in text: CellText) -> Slip? {
    guard error.text.hasPrefix("'nil' requires a contextual type"), text.lines.indices.contains(error.line) else {
      return nil
    }
    let line = text.indices(ofLine: error.line)
    guard let place = line.first(where: { text.sees("nil", at: $0) && text.tokens[$0].start + 1 >= error.column }),
      text.sees("{", at: place - 1), text.sees("}", at: place + 1)
    else { return nil }
    return .foreign((place - 1)...(place + 1), "{ return nil }", .other, in: text)
  }

  // MARK: Last lines

  /// A `return` that stands within the last loop, where nothing is given back behind it.
  private static func returnInLoop(_ error: CellError, in text: CellText) -> Slip? {
    guard error.text.hasPrefix("missing return in"), text.lines.indices.contains(error.line),
      let way = text.tokens.indices.last(where: { text.sees("return", at: $0) && text.tokens[$0].line < error.line })
    else { return nil }
    let line = text.tokens[way].line
    let own = text.indices(ofLine: line)
    let behind = text.tokens[own.upperBound...].prefix { $0.line < error.line }
    guard own.lowerBound == way, own.count > 1, !behind.isEmpty, behind.allSatisfy({ $0.text == "}" }),
      text.lines[error.line].trimmed == "}"
    else { return nil }
    return Slip(
      text.tokens[way], .said(error.text),
      [text.emptying(line), last(text.lines[line].trimmed, before: error.line, in: text)])
  }

  /// No `return` before the last brace, where one thing of the kind that the head promises is made.
  private static func forgottenReturn(_ error: CellError, in text: CellText) -> Slip? {
    guard error.text.hasPrefix("missing return in"), text.lines.indices.contains(error.line),
      text.lines[error.line].trimmed == "}",
      let arrow = text.tokens.indices.last(where: { text.sees("->", at: $0) && text.tokens[$0].line < error.line }),
      let kind = text[at: arrow + 1], ["Mask", "Image"].contains(kind.text)
    else { return nil }
    let made = text.tokens.indices.filter { index in
      index > arrow && text.tokens[index].line < error.line && text.sees("var", at: index - 1)
        && text.sees("=", at: index + 1) && text.sees(kind.text, at: index + 2)
    }
    guard made.count == 1, let name = made.first.map({ text.tokens[$0].text }),
      let brace = text.indices(ofLine: error.line).first
    else { return nil }
    return Slip(text.tokens[brace], .said(error.text), [last("return \(name)", before: error.line, in: text)])
  }

  /// Words as a function's last line, before the one with its brace.
  private static func last(_ words: String, before line: Int, in text: CellText) -> Edit {
    let indent = String(repeating: " ", count: Brackets.indentation(text.lines[line]) + 2)
    return Edit(line: line, range: 0..<0, text: indent + words + "\n")
  }

  /// A result that is printed in the place of being given back.
  private static func printedResult(_ error: CellError, in text: CellText) -> Slip? {
    guard error.text.hasPrefix("missing return in"), text.lines.indices.contains(error.line),
      let brace = text.indices(ofLine: error.line).first(where: { text.sees("}", at: $0) }), brace > 0
    else { return nil }
    let range = text.indices(ofLine: text.tokens[brace - 1].line)
    guard text.sees("print", at: range.lowerBound), text.sees("(", at: range.lowerBound + 1),
      let close = text.closing(range.lowerBound + 1), close > range.lowerBound + 2, close < brace
    else { return nil }
    let value = text.text((range.lowerBound + 2)...(close - 1))
    return Slip(
      text.tokens[range.lowerBound], .said(error.text),
      [text.replace(range.lowerBound...close, by: "return \(value)")])
  }
}

internal import Messages

/// What stands between two values or two statements: commas, line ends, spaces around a sign.
enum Separators {
  private static let statements: Set<String> = ["let", "var", "return", "for", "if", "while", "func"]
  /// Words that no value begins or ends with.
  static let keywords: Set<String> = [
    "let", "var", "return", "for", "if", "while", "in", "else", "func", "as", "is", "any", "some", "inout", "try",
    "await", "case", "where", "guard",
    "import", "_",
  ]
  private static let binary: Set<String> = [
    "=", "+", "-", "*", "/", "==", "!=", "<", ">", "<=", ">=", "&&", "||", "+=", "-=", "*=", "/=",
  ]

  /// What is found.
  static func slips(in text: CellText) -> [Slip] {
    text.openBrackets.enumerated().compactMap { index, open in
      let inside = open.map { text.tokens[$0].text } ?? "{"
      return comma(at: index, inside, in: text) ?? spaces(at: index, in: text)
        ?? between(index, inside, isParameters: isParameters(open, in: text), in: text)
    }
  }

  private static func isParameters(_ open: Int?, in text: CellText) -> Bool {
    open.map { text.sees("func", at: $0 - 2) } ?? false
  }

  /// A comma at the end of a line where no list is.
  private static func comma(at index: Int, _ inside: String, in text: CellText) -> Slip? {
    let token = text.tokens[index]
    guard token.text == ",", inside == "{", text[at: index + 1].map({ $0.line > token.line }) ?? true else {
      return nil
    }
    guard let before = text[at: index - 1], [")", "]"].contains(before.text) || before.kind != .mark else { return nil }
    return Slip(token, .commaBetweenLines, [text.replace(index...index, by: "")])
  }

  /// A sign with a space on one side only.
  private static func spaces(at index: Int, in text: CellText) -> Slip? {
    let token = text.tokens[index]
    guard token.kind == .mark, binary.contains(token.text), isValue(index - 1, in: text), isStart(index + 1, in: text),
      let before = text[at: index - 1], let next = text[at: index + 1], before.line == next.line,
      (before.end == token.start) != (token.end == next.start)
    else { return nil }
    return Slip(
      token, .spacesAround(token.text),
      [CellText.Edit(line: token.line, from: before.end, to: next.start, text: " \(token.text) ")])
  }

  /// Two values, or two statements, with nothing between them.
  private static func between(_ index: Int, _ inside: String, isParameters: Bool, in text: CellText) -> Slip? {
    guard !isParameters, isValue(index, in: text), isStart(index + 1, in: text), let next = text[at: index + 1] else {
      return nil
    }
    let token = text.tokens[index]
    if inside != "{" {
      guard token.end < next.start || token.line < next.line, !keywords.contains(next.text), next.text != "(",
        next.text != "["
      else { return nil }
      let edit = CellText.Edit(line: token.line, range: token.end..<token.end, text: ",")
      return Slip(line: token.line, column: token.end + 1, .missingComma, [edit])
    }
    guard token.line == next.line, token.end < next.start else { return nil }
    let isLayer =
      token.text == ")" && next.kind == .word && next.text.first?.isUppercase == true && text.sees("(", at: index + 2)
    guard statements.contains(next.text) || isLayer, token.text != "}" else { return nil }
    let indent = String(repeating: " ", count: Brackets.indentation(text.lines[token.line]))
    let edit = CellText.Edit(line: token.line, from: token.end, to: next.start, text: "\n" + indent)
    return Slip(next, .twoStatements(next.text), [edit])
  }

  private static func isValue(_ index: Int, in text: CellText) -> Bool {
    guard let token = text[at: index] else { return false }
    switch token.kind {
    case .number, .string: return true
    case .word: return !keywords.contains(token.text)
    case .mark: return [")", "]"].contains(token.text)
    case .directive, .attribute: return false
    }
  }

  private static func isStart(_ index: Int, in text: CellText) -> Bool {
    guard let token = text[at: index] else { return false }
    switch token.kind {
    case .number, .string, .word: return !["in", "as", "is", "else", "where"].contains(token.text)
    case .mark:
      if token.text == "." { return text[at: index + 1]?.kind == .word && !text.touch(index - 1, index) }
      return ["(", "["].contains(token.text)
    case .directive, .attribute: return false
    }
  }
}

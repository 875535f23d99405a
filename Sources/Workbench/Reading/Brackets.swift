internal import Messages

/// Brackets and quotes, counted line by line: where one is missing, and where one is too many.
enum Brackets {
  private static let pairs = ["(": ")", "[": "]", "{": "}"]

  /// What is found: the first thing that does not close.
  static func slips(in text: CellText, _ errors: [CellError]) -> [Slip] {
    if let slip = openText(in: text) { return [slip] }
    if let slip = roundBuilder(in: text) { return [slip] }
    let braces = missingBraces(in: text)
    if !braces.isEmpty { return braces }
    if let slip = openBlock(in: text) { return [slip] }
    return balance(in: text).map { [$0] } ?? []
  }

  private static func openText(in text: CellText) -> Slip? {
    guard text.isOpen else { return nil }
    for token in text.tokens where token.kind == .string {
      let isClosed = token.text.count > 1 && token.text.hasSuffix("\"")
      guard !isClosed, !token.text.hasPrefix("\"\"\"") else { continue }
      let word = token.text.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
      let place = token.start + 1 + word.utf8.count
      let edit = CellText.Edit(line: token.line, range: place..<place, text: "\"")
      return Slip(token, .openText, [edit])
    }
    return nil
  }

  /// `Network("fcn") (` is `Network("fcn") {`: what follows the name is a block of layers, and not a call.
  private static func roundBuilder(in text: CellText) -> Slip? {
    for (index, token) in text.tokens.enumerated() where ["Network", "Preprocessing"].contains(token.text) {
      var open = index + 1
      if token.text == "Network" {
        guard text.sees("(", at: open), let close = text.closing(open), text.tokens[close].line == token.line else {
          continue
        }
        open = close + 1
      }
      guard let bracket = text[at: open], ["(", "["].contains(bracket.text), bracket.line == token.line,
        let next = text[at: open + 1], next.line > token.line
      else { continue }
      var edits = [text.replace(open...open, by: "{")]
      if let close = text.closing(open) { edits.append(text.replace(close...close, by: "}")) }
      return Slip(bracket, .otherBracket(found: bracket.text, expected: "{"), edits)
    }
    return nil
  }

  private static let beginners: Set<String> = ["if", "for", "while", "else", "func"]

  /// Lines that begin a block and do not open it, with a deeper line below.
  private static func missingBraces(in text: CellText) -> [Slip] {
    let lines = text.lines.indices.filter { !text.lines[$0].trimmed.isEmpty }
    return zip(lines, lines.dropFirst()).compactMap { number, next -> Slip? in
      guard indentation(text.lines[next]) > indentation(text.lines[number]) else { return nil }
      let range = text.indices(ofLine: number)
      guard let first = text.tokens[range].first(where: { $0.text != "}" }), let last = text.tokens[range].last,
        beginners.contains(first.text)
      else { return nil }
      let isValue = last.kind != .mark || [")", "]", "?"].contains(last.text)
      let opens = text.tokens[range].reduce(0) { $0 + ($1.text == "(" ? 1 : $1.text == ")" ? -1 : 0) }
      guard isValue, opens == 0, !text.tokens[range].contains(where: { $0.text == "{" }) else { return nil }
      let edit = CellText.Edit(line: number, range: last.end..<last.end, text: " {")
      return Slip(line: number, column: last.end + 1, .missingBracket("{"), [edit])
    }
  }

  /// How far a line is indented; a tab counts as two.
  static func indentation(_ line: String) -> Int {
    line.prefix { $0 == " " || $0 == "\t" }.reduce(0) { $0 + ($1 == "\t" ? 2 : 1) }
  }

  /// A block that is not closed where the lines below it are no deeper than its head: only where one `}` is missing, and nothing else.
  private static func openBlock(in text: CellText) -> Slip? {
    func count(_ mark: String) -> Int { text.tokens.count { $0.text == mark } }
    guard count("{") == count("}") + 1, count("(") == count(")"), count("[") == count("]") else { return nil }
    var open: [CellText.Token] = []
    for line in text.lines.indices {
      let range = text.indices(ofLine: line)
      guard let first = text.tokens[range].first else { continue }
      let level = indentation(text.lines[line])
      if let top = open.last, top.line < line {
        let own = indentation(text.lines[top.line])
        let isEnd = first.text == "}"
        let closesOther = isEnd && level < own && open.dropLast().contains { indentation(text.lines[$0.line]) == level }
        if closesOther || !isEnd && level <= own { return closed(top, level: own, before: line, in: text) }
      }
      for token in text.tokens[range] {
        if token.text == "{" { open.append(token) }
        if token.text == "}" { _ = open.popLast() }
      }
    }
    return nil
  }

  /// A brace on a line of its own behind the last line above `line` that holds anything.
  private static func closed(_ opener: CellText.Token, level: Int, before line: Int, in text: CellText) -> Slip {
    let last = text.tokens.last { $0.line < line } ?? opener
    let end = text.lines[last.line].utf8.count
    let edit = CellText.Edit(
      line: last.line, range: end..<end, text: "\n" + String(repeating: " ", count: level) + "}")
    return Slip(line: last.line, column: last.end + 1, .missingBracket("}"), [edit])
  }

  private static func balance(in text: CellText) -> Slip? {
    var open: [Int] = []
    for (index, token) in text.tokens.enumerated() {
      // A line that begins anew, below one that did not close its brackets.
      if let slip = lineEnd(before: index, open, in: text) { return slip }
      guard token.kind == .mark else { continue }
      if token.text == "{", let top = open.last, text.tokens[top].text != "{", let before = text[at: index - 1],
        before.kind != .mark || [")", "]"].contains(before.text), text.tokens[top].line == token.line
      {
        return missing(at: before, for: text.tokens[top])
      }
      if pairs[token.text] != nil { open.append(index) }
      guard [")", "]", "}"].contains(token.text) else { continue }
      guard let top = open.last else { return spare(index, in: text) }
      if pairs[text.tokens[top].text] == token.text {
        open.removeLast()
        continue
      }
      return mismatch(index, top, open, in: text)
    }
    return open.last.map { atEnd($0, in: text) }
  }

  private static func mismatch(_ index: Int, _ top: Int, _ open: [Int], in text: CellText) -> Slip {
    let token = text.tokens[index]
    let opener = text.tokens[top]
    // `2]]`, `[[2`
    if token.text != "}", text.sees(token.text, at: index - 1), opener.text != "{", opener.line == token.line,
      closes(opener.text, after: index, in: text)
    {
      return spare(index, in: text)
    }
    if opener.text == "[", text.sees("[", at: top + 1) || text.sees("[", at: top - 1), opener.line == token.line {
      return spare(top, in: text)
    }
    if opener.text == "(", token.text == "]", opener.line == token.line,
      let start = listStart(before: index, after: top, in: text)
    {
      let first = text.tokens[start]
      return Slip(
        first, .missingBracket("["), [CellText.Edit(line: first.line, range: first.start..<first.start, text: "[")])
    }
    let hasOther = open.contains { pairs[text.tokens[$0].text] == token.text && text.tokens[$0].line == opener.line }
    if hasOther, opener.text != "{", let before = text[at: index - 1] { return missing(at: before, for: opener) }
    if opener.text != "{", token.text != "}", opener.line == token.line {
      let wanted = token.text == "]" ? "[" : "("
      return Slip(opener, .otherBracket(found: opener.text, expected: wanted), [text.replace(top...top, by: wanted)])
    }
    if opener.text != "{", token.text == "}", let before = text[at: index - 1] {
      return missing(at: before, for: opener)
    }
    return spare(index, in: text)
  }

  /// Whether a bracket of this kind is closed behind `index`, on its line.
  private static func closes(_ opener: String, after index: Int, in text: CellText) -> Bool {
    var depth = 0
    for token in text.tokens[(index + 1)...].prefix(while: { $0.line == text.tokens[index].line }) {
      if pairs[token.text] != nil { depth += 1 }
      guard [")", "]", "}"].contains(token.text) else { continue }
      if depth == 0 { return pairs[opener] == token.text }
      depth -= 1
    }
    return false
  }

  /// Where a list begins that has lost its first bracket: behind the last label before `index`.
  private static func listStart(before index: Int, after open: Int, in text: CellText) -> Int? {
    guard closes("(", after: index, in: text) else { return nil }
    var depth = 0
    for place in stride(from: index - 1, to: open, by: -1) {
      if [")", "]", "}"].contains(text.tokens[place].text) { depth += 1 }
      if pairs[text.tokens[place].text] != nil { depth -= 1 }
      if depth == 0, text.sees(":", at: place), text[at: place - 1]?.kind == .word, place + 1 < index {
        return place + 1
      }
    }
    return nil
  }

  /// The bracket that `opener` needs, behind `last`.
  private static func missing(at last: CellText.Token, for opener: CellText.Token) -> Slip {
    let close = pairs[opener.text] ?? ")"
    let edit = CellText.Edit(line: last.line, range: last.end..<last.end, text: close)
    return Slip(line: last.line, column: last.end + 1, .missingBracket(close), [edit])
  }

  private static func spare(_ index: Int, in text: CellText) -> Slip {
    let token = text.tokens[index]
    return Slip(token, .spareBracket(token.text), [text.replace(index...index, by: "")])
  }

  private static func lineEnd(before index: Int, _ open: [Int], in text: CellText) -> Slip? {
    guard let top = open.last, text.tokens[top].text != "{", let last = text[at: index - 1] else { return nil }
    let token = text.tokens[index]
    guard token.line > last.line, text.tokens[top].line == last.line, last.line < token.line else { return nil }
    let isValue = last.kind != .mark || [")", "]"].contains(last.text)
    let isStart = token.kind == .word || token.text == "}"
    let isDeeper = indentation(text.lines[token.line]) > indentation(text.lines[last.line])
    guard isValue, isStart, !isDeeper else { return nil }
    return missing(at: last, for: text.tokens[top])
  }

  /// A bracket that nothing closes to the end of the cell.
  private static func atEnd(_ index: Int, in text: CellText) -> Slip {
    let opener = text.tokens[index]
    let level = indentation(text.lines[opener.line])
    let below = text.lines.indices.dropFirst(opener.line + 1).first { line in
      !text.lines[line].trimmed.isEmpty && indentation(text.lines[line]) <= level
        && !text.lines[line].trimmed.hasPrefix("}")
    }
    let last = text.tokens.last { token in below.map { token.line < $0 } ?? true } ?? opener
    guard opener.text == "{" else { return missing(at: last, for: opener) }
    return closed(opener, level: level, before: last.line + 1, in: text)
  }
}

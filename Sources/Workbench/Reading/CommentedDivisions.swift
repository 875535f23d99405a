internal import Messages

/// Divisions as Python writes them, `256 // 16`, of which Swift takes the second half for a comment.
enum CommentedDivisions {
  /// Comments that look like the rest of a calculation: `Double(above) // Double(sum)`.
  static func doubts(in text: CellText) -> [Slip] {
    text.lines.indices.compactMap { line in
      let range = text.indices(ofLine: line)
      guard let last = text.tokens[range].last, last.kind != .mark || [")", "]"].contains(last.text) else { return nil }
      guard text.tokens[range].contains(where: { ["return", "=", "+=", "-=", "*="].contains($0.text) }) else {
        return nil
      }
      guard let (place, rest) = comment(behind: range.upperBound - 1, in: text), isValue(rest, in: text) else {
        return nil
      }
      return Slip(
        line: line, column: place + 1, .commentDivides(rest: rest),
        [CellText.Edit(line: line, range: place..<(place + 2), text: "/")])
    }
  }

  /// Whether words are a value of the cell's: a name that it uses, a number, or a call of such.
  private static func isValue(_ words: String, in text: CellText) -> Bool {
    let pieces = CellText([words]).tokens
    guard let first = pieces.first, pieces.count <= 12,
      first.kind == .word || first.kind == .number || first.text == "("
    else { return false }
    if pieces.count == 1, first.kind == .number { return true }
    let known = Set(text.tokens.filter { $0.kind == .word }.map(\.text)).union(["Double", "Float", "Int", "count"])
    for (a, b) in zip(pieces, pieces.dropFirst()) where a.kind == .word && b.kind == .word { return false }
    return pieces.allSatisfy { piece in
      switch piece.kind {
      case .word: return known.contains(piece.text)
      case .number: return true
      case .mark: return ["(", ")", ".", "+", "-", "*", "[", "]", ","].contains(piece.text)
      default: return false
      }
    }
  }

  // MARK: What the line needs

  /// Comments that hold what closes a bracket or begins a block, behind a number to divide by: `stride: 256 // 16, bias: false)`,
  /// `if x >= 255 // 2 {`.
  static func slips(in text: CellText) -> [Slip] {
    let whole = Balance(text.tokens[...])
    return text.lines.indices.compactMap { line in
      guard let last = text.indices(ofLine: line).last, let (place, rest) = comment(behind: last, in: text),
        isValue(text.tokens[last])
      else { return nil }
      let pieces = CellText([rest])
      guard pieces.tokens.count <= 60, let first = pieces.tokens.first, isValue(first) || first.text == "(",
        let divisor = pieces.operand(startingAt: 0), let next = pieces[at: divisor.upperBound + 1],
        [")", "]", ",", "{", "*", "/", "+", "-", "<", ">", "<=", ">=", "==", "!=", "&&", "||"].contains(next.text)
      else { return nil }
      // A setting further down, with the comma before it among what is commented.
      let isDividedBelow =
        divisor.upperBound + 2 == pieces.tokens.count && next.text == "," && text[at: last + 1]?.kind == .word
        && text.sees(":", at: last + 2)
      guard isDividedBelow || whole.lacks(Balance(pieces.tokens[...])) else { return nil }
      return Slip(
        line: line, column: place + 1, .commentDivides(rest: pieces.text(divisor)),
        [CellText.Edit(line: line, range: place..<(place + 2), text: "/")])
    }
  }

  private static func isValue(_ token: CellText.Token) -> Bool {
    switch token.kind {
    case .number: true
    case .word: !Separators.keywords.contains(token.text)
    case .mark: [")", "]"].contains(token.text)
    case .string, .directive, .attribute: false
    }
  }

  /// The comment behind the last piece of a line: where it begins, and its words.
  private static func comment(behind last: Int, in text: CellText) -> (place: Int, rest: String)? {
    let token = text.tokens[last]
    let tail = text.slice(token.line, token.end..<text.lines[token.line].utf8.count)
    guard tail.trimmed.hasPrefix("//"), !tail.trimmed.hasPrefix("///") else { return nil }
    let place = token.end + (tail.utf8.count - String(tail.drop { $0.isWhitespace }).utf8.count)
    return (place, String(tail.trimmed.dropFirst(2)).trimmed)
  }

  /// How many brackets of each kind are open in some pieces; below 0 where more are closed.
  private struct Balance {
    private var open = ["(": 0, "[": 0, "{": 0]

    init(_ tokens: ArraySlice<CellText.Token>) {
      let pairs = [")": "(", "]": "[", "}": "{"]
      for token in tokens where token.kind == .mark {
        open[token.text]? += 1
        if let opener = pairs[token.text] { open[opener]? -= 1 }
      }
    }

    /// Whether these bring nearer what is missing, and nothing that is not.
    func lacks(_ other: Balance) -> Bool {
      func distance(_ key: String, _ more: Int) -> Int { abs((open[key] ?? 0) + more) }
      let changes = other.open.filter { $0.value != 0 }
      return !changes.isEmpty && changes.allSatisfy { distance($0.key, $0.value) < distance($0.key, 0) }
    }
  }
}

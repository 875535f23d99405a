/// The pieces of a text that make one value.
extension CellText {
  /// The position of the bracket that the one at `close` closes; nil where it closes none.
  func opening(_ close: Int) -> Int? { (0..<close).last { closing($0) == close } }

  /// The position of the innermost bracket around `index`; nil where none is open among so many pieces before it.
  func bracket(around index: Int, within count: Int = .max) -> Int? {
    var depth = 0
    for position in stride(from: index - 1, through: index > count ? index - count : 0, by: -1)
    where tokens[position].kind == .mark {
      switch tokens[position].text {
      case ")", "]", "}": depth += 1
      case "(", "{", "[":
        if depth == 0 { return position }
        depth -= 1
      default: break
      }
    }
    return nil
  }

  /// The white space that a line begins with.
  func indent(ofLine line: Int) -> String { String(lines[line].prefix { $0 == " " || $0 == "\t" }) }

  /// The brace of the innermost block around `index`; nil outside of all.
  func block(around index: Int) -> Int? {
    var place = bracket(around: index)
    while let open = place, tokens[open].text != "{" { place = bracket(around: open) }
    return place
  }

  /// The values of a list, where these pieces are one between square brackets; nil for anything else.
  func items(ofList range: ClosedRange<Int>) -> [ClosedRange<Int>]? {
    guard sees("[", at: range.lowerBound), closing(range.lowerBound) == range.upperBound else { return nil }
    return Call.arguments(from: range.lowerBound, to: range.upperBound, in: self)
  }

  /// What stands behind the sign of a comment on a line that has nothing before it.
  ///
  /// - Parameters:
  ///   - line: the line.
  ///   - signs: how a comment begins.
  /// - Returns: the words; nil for any other line.
  func comment(onLine line: Int, signs: [String] = ["//"]) -> String? {
    let words = lines[line].trimmed
    guard signs.contains(where: words.hasPrefix) else { return nil }
    return String(words.drop { $0 == "/" || $0 == "#" }).trimmed
  }

  /// What is found at the pieces in order, the first on each line: what it changes may be what the next would find.
  func firstOnEachLine(_ find: (Int) -> Slip?) -> [Slip] {
    var lines: Set<Int> = []
    return tokens.indices.compactMap { index in
      guard !lines.contains(tokens[index].line), let slip = find(index) else { return nil }
      lines.insert(tokens[index].line)
      return slip
    }
  }

  /// The pieces behind `index` on its line, without the braces that end blocks there; nil where nothing else is.
  func rest(behind index: Int) -> ClosedRange<Int>? {
    guard let token = self[at: index] else { return nil }
    var end = indices(ofLine: token.line).upperBound - 1
    guard end > index else { return nil }
    while end > index + 1, sees("}", at: end) { end -= 1 }
    return (index + 1)...end
  }

  /// The places of the names that a function is given between these parentheses: `from` in `_ from: Int`.
  func parameters(from open: Int, to close: Int) -> [Int] {
    Call.arguments(from: open, to: close, in: self).compactMap { range in
      range.first { sees(":", at: $0) }.map { $0 - 1 }
    }
  }

  /// The pieces of the value that ends at `index`: `x`, `f(x)`, `(a + b)`, `a[i]`.
  func operand(endingAt index: Int) -> ClosedRange<Int>? {
    guard let token = self[at: index] else { return nil }
    var start = index
    if [")", "]"].contains(token.text) {
      guard let open = opening(index) else { return nil }
      start = open
      if let before = self[at: open - 1], before.kind == .word, touch(open - 1, open) { start = open - 1 }
    } else if token.kind != .word, token.kind != .number {
      return nil
    }
    while sees(".", at: start - 1), self[at: start - 2]?.kind == .word { start -= 2 }
    return start...index
  }

  /// The pieces of the value that begins at `index`: `x`, `f(x)`, `(a + b)`, `a[i]`.
  func operand(startingAt index: Int) -> ClosedRange<Int>? {
    guard let token = self[at: index], token.kind == .word || token.kind == .number || token.text == "(" else {
      return nil
    }
    var end = index
    if token.text == "(" {
      guard let close = closing(index) else { return nil }
      end = close
    }
    while true {
      if let open = self[at: end + 1], ["(", "["].contains(open.text), touch(end, end + 1),
        let close = closing(end + 1)
      {
        end = close
      } else if sees(".", at: end + 1), self[at: end + 2]?.kind == .word {
        end += 2
      } else {
        return tokens[end].line == token.line ? index...end : nil
      }
    }
  }
}

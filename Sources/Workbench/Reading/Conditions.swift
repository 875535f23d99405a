internal import Messages

/// What is done under a condition, and how conditions are joined, as other languages write it: `if x return 1`, `if x: y += 1`, `if x then {`, `a & b`.
enum Conditions {
  typealias Edit = CellText.Edit

  /// What is found, one a line.
  static func slips(in text: CellText) -> [Slip] {
    text.lines.indices.compactMap { line in
      let range = text.indices(ofLine: line)
      guard let start = range.first(where: { text.tokens[$0].text != "}" }),
        ["if", "while", "for", "else", "guard"].contains(text.tokens[start].text)
      else { return nil }
      return single(range, from: start, in: text) ?? joined(range, from: start, in: text)
        ?? beforeBrace(range, in: text)
        ?? bare(range, from: start, in: text)
    }
  }

  /// `if grey[row, column] = 127.5`: the sign that gives a value where two are compared. What has a fraction hardly ever equals anything: from
  /// there on is meant.
  private static func single(_ range: Range<Int>, from start: Int, in text: CellText) -> Slip? {
    let head = text.sees("else", at: start) ? start + 1 : start
    guard ["if", "while", "guard"].contains(text[at: head]?.text), head + 2 < range.upperBound,
      !["let", "var", "case"].contains(text.tokens[head + 1].text),
      let sign = range.first(where: { text.sees("=", at: $0) }),
      !text.tokens[head..<sign].contains(where: {
        ["{", ":"].contains($0.text) || CellText.comparisons.contains($0.text)
      })
    else { return nil }
    let value = text.tokens[(sign + 1)..<range.upperBound].prefix {
      !["{", "}", "&&", "||", ")", "else"].contains($0.text)
    }
    guard let number = value.first else { return nil }
    let isFraction = value.count == 1 && Double(number.text).map { $0 != $0.rounded() } ?? false
    let meant = isFraction ? ">=" : "=="
    return Slip(
      text.tokens[sign], .singleEqualsSign(meant: meant), [text.replace(sign...sign, by: meant)])
  }

  /// `a == 1 & b == 1`: a single sign between two comparisons.
  private static func joined(_ range: Range<Int>, from start: Int, in text: CellText) -> Slip? {
    guard text.tokens[start].text != "for" else { return nil }
    for index in range where ["&", "|"].contains(text.tokens[index].text) {
      let before = range.prefix { $0 < index }.contains { CellText.comparisons.contains(text.tokens[$0].text) }
      let after = range.drop { $0 <= index }.contains { CellText.comparisons.contains(text.tokens[$0].text) }
      guard before, after else { continue }
      let sign = text.tokens[index]
      return Slip(
        sign, .foreignWord(found: sign.text, ours: sign.text + sign.text, from: .numpy),
        [text.replace(index...index, by: sign.text + sign.text)])
    }
    return nil
  }

  /// `if x: {` and `if x then {`.
  private static func beforeBrace(_ range: Range<Int>, in text: CellText) -> Slip? {
    for index in range.dropFirst() where [":", "then", "do"].contains(text.tokens[index].text) {
      guard text.sees("{", at: index + 1), let before = text[at: index - 1], let next = text[at: index + 1] else {
        continue
      }
      let sign = text.tokens[index]
      return Slip(
        sign, .spareWord(sign.text), [Edit(line: sign.line, from: before.end, to: next.start, text: " ")])
    }
    return nil
  }

  private static let bodies: Set<String> = ["return", "break", "continue"]

  /// `if (x) return 1` is `if x { return 1 }`, and `if x: return 1` and `if x then return 1` too.
  private static func bare(_ range: Range<Int>, from start: Int, in text: CellText) -> Slip? {
    guard !text.tokens[range].contains(where: { $0.text == "{" }), text.tokens[start].text != "guard" else {
      return nil
    }
    guard let body = body(range, from: start, in: text), body < range.upperBound else { return nil }
    var head = body - 1
    while head > start, [":", "then", "do"].contains(text.tokens[head].text) { head -= 1 }
    let last = text.tokens[head]
    var end = range.upperBound - 1
    while end > body, text.sees(";", at: end) { end -= 1 }
    // `if x return 1 }`: the second brace is there.
    let closes = text.tokens.reduce(0) { $0 + ($1.text == "{" ? 1 : $1.text == "}" ? -1 : 0) } < 0
    let hasBrace = text.sees("}", at: end) && end > body
    guard closes || !hasBrace else { return nil }
    if hasBrace { end -= 1 }
    guard last.line == text.tokens[body].line, text.tokens[end].line == last.line else { return nil }
    let edit = Edit(
      line: last.line, from: last.end, to: text.tokens[end].end,
      text: " { \(text.text(body...end))" + (hasBrace ? "" : " }"))
    return Slip(text.tokens[body], .bracesAround, [edit])
  }

  /// Where what is to be done begins; nil where nothing is on this line.
  private static func body(_ range: Range<Int>, from start: Int, in text: CellText) -> Int? {
    let first = text.tokens[start].text
    if first == "else" {
      guard start + 1 < range.upperBound, text.tokens[start + 1].kind == .word, text.tokens[start + 1].text != "if"
      else { return nil }
      return start + 1
    }
    let isTernary = text.tokens[range].contains { $0.text == "?" }
    if let sign = range.first(where: { text.sees("then", at: $0) || text.sees(":", at: $0) && !isTernary }),
      sign > start + 1, sign + 1 < range.upperBound, text[at: sign + 1]?.kind == .word,
      !range.contains(where: { $0 < sign && text.sees("(", at: $0) && (text.closing($0) ?? 0) > sign })
    {
      return sign + 1
    }
    if text.sees("(", at: start + 1), let close = text.closing(start + 1), close + 1 < range.upperBound,
      text.tokens[close + 1].kind == .word, text.tokens[close + 1].text != "in"
    {
      return close + 1
    }
    return range.first { bodies.contains(text.tokens[$0].text) && $0 > start + 1 }
  }
}

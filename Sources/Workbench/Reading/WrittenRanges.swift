internal import Messages

/// Ranges and loops as other languages write them: `0..n`, `0..=n`, `for i in 0 to n`, `for (row in 0..<n)`, `for row of …`.
enum WrittenRanges {
  typealias Edit = CellText.Edit

  /// What is found.
  static func slips(in text: CellText) -> [Slip] {
    text.tokens.indices.flatMap { index -> [Slip] in
      if text.sees("for", at: index) || text.sees("foreach", at: index), let slip = loop(at: index, in: text) {
        return [slip]
      }
      return dots(at: index, in: text).map { [$0] } ?? []
    }
  }

  // MARK: Signs

  /// `0..n`, `0..=n`, `0...<n`: the sign between the two ends of a range.
  private static func dots(at index: Int, in text: CellText) -> Slip? {
    let token = text.tokens[index]
    // The number before it takes the first point along.
    let isJoined = token.kind == .number && token.text.hasSuffix(".") && token.text.count > 1
    var sign = isJoined ? "." : ""
    var end = isJoined ? index : index - 1
    while let next = text[at: end + 1], next.kind == .mark, next.text.allSatisfy({ ".<=".contains($0) }),
      end < index || text.touch(end, end + 1)
    {
      sign += next.text
      end += 1
      if sign.count > 5 { return nil }
    }
    guard sign.hasPrefix(".."), end + 1 < text.tokens.count, text.tokens[end + 1].line == token.line else { return nil }
    if !isJoined {
      guard let before = text[at: index - 1], before.kind != .mark || [")", "]"].contains(before.text),
        !(before.kind == .number && before.text.hasSuffix(".") && text.touch(index - 1, index))
      else { return nil }
    }
    let ours: String
    switch sign {
    case "..": ours = isInclusive(from: end + 1, in: text) ? "..." : "..<"
    case "..=", "..<=", "...=": ours = "..."
    case "...<", "....<": ours = "..<"
    case "....": ours = "..."
    default: return nil
    }
    let start = isJoined ? token.end - 1 : token.start
    let edit = Edit(line: token.line, from: start, to: text.tokens[end].end, text: ours)
    return Slip(line: token.line, column: start + 1, .rangeSign(found: sign, written: ours), [edit])
  }

  /// `n - 1`: the last value counts.
  private static func isInclusive(from index: Int, in text: CellText) -> Bool {
    var end = index
    while let token = text[at: end], token.kind != .mark || token.text == ".", token.line == text.tokens[index].line {
      end += 1
    }
    return text.sees("-", at: end) && text.sees("1", at: end + 1) || text.sees("-1", at: end)
  }

  // MARK: Loops

  private static let signs: Set<String> = ["of", ":", "=", "from", "∈"]
  private static let bounds: [String: String] = ["to": "..<", "until": "..<", "upto": "..<", "~": "..<", ":": "..<"]

  /// The head of a loop, all on one line.
  private static func loop(at index: Int, in text: CellText) -> Slip? {
    let line = text.tokens[index].line
    let range = text.indices(ofLine: line)
    guard !text.tokens[range].contains(where: { $0.text == ";" }) else { return nil }
    var edits: [Edit] = []
    var start = index + 1
    if text.sees("foreach", at: index) { edits.append(text.replace(index...index, by: "for")) }
    // `for (row in 0..<n) {`
    if text.sees("(", at: start), let close = text.closing(start), range.contains(close),
      !text.tokens[start..<close].contains(where: { $0.text == "," }),
      [nil, "{", "do", "then", ":"].contains(range.contains(close + 1) ? text[at: close + 1]?.text : nil)
    {
      edits += [text.replace(start...start, by: ""), text.replace(close...close, by: "")]
      start += 1
    }
    while let word = text[at: start], range.contains(start + 1),
      ["each", "let", "const", "int", "auto"].contains(word.text),
      text.tokens[start + 1].kind == .word
    {
      edits.append(Edit(line: line, from: word.start, to: text.tokens[start + 1].start, text: ""))
      start += 1
    }
    guard let name = text[at: start], name.kind == .word, let sign = text[at: start + 1], range.contains(start + 1),
      sign.text == "in" || signs.contains(sign.text)
    else { return nil }
    if sign.text != "in" {
      edits.append(
        Edit(
          line: line, from: name.end, to: sign.end,
          text: " in" + (text.touch(start + 1, start + 2) ? " " : "")))
    }
    if let bound = bound(from: start + 2, in: text, range) {
      edits.append(bound)
      // MATLAB counts from 1: `for row = 1:height`.
      if sign.text == "=", text.sees("1", at: start + 2), text.sees(":", at: start + 3) {
        edits.append(text.replace((start + 2)...(start + 2), by: "0"))
      }
    }
    guard !edits.isEmpty else { return nil }
    let mended = text.applying(edits)[line].trimmed
    return Slip(text.tokens[index], .loopHead(written: mended.trimmed), edits)
  }

  /// `0 to n` and what is like it.
  private static func bound(from start: Int, in text: CellText, _ range: Range<Int>) -> Edit? {
    var place = start
    while range.contains(place + 1), !["{", "(", "["].contains(text.tokens[place].text) {
      let token = text.tokens[place]
      let isLast = token.text == ":" && (!range.contains(place + 2) && text.tokens[place + 1].text == "{")
      if place > start, let ours = bounds[token.text], !isLast {
        let (before, after) = (text.tokens[place - 1], text.tokens[place + 1])
        return Edit(line: token.line, from: before.end, to: after.start, text: ours)
      }
      place += 1
    }
    return nil
  }
}

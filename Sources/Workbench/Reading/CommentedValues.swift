internal import Messages
internal import SegLab

/// Values that a sign of a comment takes out of the program.
enum CommentedValues {
  /// What is found, one a line.
  static func slips(in text: CellText) -> [Slip] { text.lines.indices.compactMap { slip(on: $0, in: text) } }

  /// A value behind the sign of a comment, with nothing before it: `epochs: // 1,`, `stride: /* 1 */`, `epochs: # 1,`.
  private static func slip(on line: Int, in text: CellText) -> Slip? {
    let words = text.lines[line]
    guard
      let found = words.firstMatch(of: /([A-Za-z]+)\s*:(\s*(?:#+|\/\/+)\s*)(?=[\[.0-9"(])/)
        ?? words.firstMatch(of: /([A-Za-z]+)\s*:(\s*\/\*\s*)(?=[\[.0-9"(])/),
      CallSignature.all.contains(where: { $0.parameter(String(found.output.1)) != nil }),
      !isFollowed(on: line, in: text)
    else { return nil }
    func bytes(_ end: String.Index) -> Int { words.utf8.distance(from: words.startIndex, to: end) }
    let start = bytes(found.output.2.startIndex)
    var edits = [CellText.Edit(line: line, range: start..<bytes(found.output.2.endIndex), text: " ")]
    if found.output.2.contains("*"), let close = words[found.output.2.endIndex...].firstMatch(of: /\s*\*\//) {
      edits.append(
        CellText.Edit(line: line, range: bytes(close.range.lowerBound)..<bytes(close.range.upperBound), text: ""))
    }
    let sign = found.output.2.filter { !$0.isWhitespace }
    return Slip(line: line, column: start + 1, .valueCommented(String(found.output.1), sign: sign), edits)
  }

  /// Whether the value stands on the next line, and what is behind the sign is a comment indeed.
  private static func isFollowed(on line: Int, in text: CellText) -> Bool {
    let own = text.indices(ofLine: line)
    guard let last = own.last, text.sees(":", at: last), let next = text[at: last + 1] else { return false }
    return next.kind == .number || next.kind == .string || ["[", "(", ".", "-"].contains(next.text)
  }
}

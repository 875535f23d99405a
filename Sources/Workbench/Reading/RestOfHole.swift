internal import Diagnostics
internal import Messages

/// What is left of a hole that was filled in, or is nearly one: `FIXME 512`, `.FIXME512`, `.FIXM`, `<1>`.
enum RestOfHole {
  /// What is found at one piece.
  static func slip(at index: Int, in text: CellText) -> Slip? {
    misspelt(at: index, in: text) ?? bracketed(at: index, in: text) ?? left(at: index, in: text)
  }

  /// `.FIXM`, `.fixme`, `.FIX_ME`.
  private static func misspelt(at index: Int, in text: CellText) -> Slip? {
    guard let token = text[at: index], token.kind == .word, text.sees(".", at: index - 1), text.touch(index - 1, index),
      !token.text.hasPrefix("FIXME"), !text.touch(index - 2, index - 1) || text[at: index - 2]?.kind == .mark
    else { return nil }
    let plain = token.text.uppercased().filter { $0 != "_" }
    guard plain.hasPrefix("FI"), Spelling.nearest(to: plain, among: ["FIXME"]) != nil else { return nil }
    return Slip(
      text.tokens[index - 1], .holeMisspelt("." + token.text), [text.replace((index - 1)...index, by: ".FIXME")])
  }

  /// `<1>`, as the value for a hole is written in many a guide.
  private static func bracketed(at index: Int, in text: CellText) -> Slip? {
    guard let token = text[at: index], token.kind == .number, text.sees("<", at: index - 1),
      text.sees(">", at: index + 1), [":", "(", "[", ",", "=", "return"].contains(text[at: index - 2]?.text)
    else { return nil }
    let range = (index - 1)...(index + 1)
    return Slip(
      text.tokens[index - 1], .labels(found: [text.text(range)], ours: [token.text]),
      [text.replace(range, by: token.text)])
  }

  private static func left(at index: Int, in text: CellText) -> Slip? {
    guard let token = text[at: index], token.kind == .word, token.text.hasPrefix("FIXME") else { return nil }
    let hasPoint = text.sees(".", at: index - 1) && text.touch(index - 1, index)
    let start = hasPoint ? index - 1 : index
    func slip(_ range: ClosedRange<Int>, _ written: String) -> Slip {
      Slip(
        text.tokens[range.lowerBound], .restOfHole(found: text.text(range), written: written),
        [text.replace(range, by: written)])
    }
    let rest = String(token.text.dropFirst(5))
    if !rest.isEmpty { return slip(start...index, rest.hasPrefix("_") ? String(rest.dropFirst()) : rest) }
    // `5.FIXME`: the number swallowed the point.
    if let before = text[at: index - 1], before.kind == .number, before.text.hasSuffix("."),
      text.touch(index - 1, index)
    {
      return slip((index - 1)...index, String(before.text.dropLast()))
    }
    if hasPoint, let before = text[at: index - 2], text.touch(index - 2, index - 1),
      before.kind == .string || before.text == "]"
    {
      return slip(start...index, "")
    }
    // `.FIXME = 0.01`
    if text.sees("=", at: index + 1), let value = text.operand(startingAt: index + 2),
      text.tokens[value.upperBound].line == token.line
    {
      return slip(start...value.upperBound, text.text(value))
    }
    if text.sees("(", at: index + 1), let close = text.closing(index + 1), close > index + 2 {
      return slip(start...close, text.text((index + 2)...(close - 1)))
    }
    if let next = text[at: index + 1], next.line == token.line, next.kind == .number || next.kind == .string {
      return slip(start...(index + 1), next.text)
    }
    guard !hasPoint else { return nil }
    return Slip(token, .holeWithoutPoint, [text.replace(index...index, by: ".FIXME")])
  }
}

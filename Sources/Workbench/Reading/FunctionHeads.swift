internal import Messages

/// Heads of functions with another sign before what they give, or a result that may be none and does not say so:
/// `func dice(…): Double? {`, `func dice(…) Double? {`, `-> Double` before a `return nil`.
enum FunctionHeads {
  typealias Edit = CellText.Edit

  /// What is found, one a function.
  static func slips(in text: CellText) -> [Slip] {
    text.tokens.indices.compactMap { index in
      guard text.sees("func", at: index), text[at: index + 1]?.kind == .word, text.sees("(", at: index + 2),
        let close = text.closing(index + 2)
      else { return nil }
      return arrow(behind: close, in: text) ?? optional(behind: close, in: text)
    }
  }

  private static let types: Set<String> = ["Double", "Float", "Int", "Bool", "Mask", "Image", "["]

  /// The arrow, where another sign or nothing stands before the type.
  private static func arrow(behind close: Int, in text: CellText) -> Slip? {
    let line = text.tokens[close].line
    let hasSign = [":", "=>", "=", "returns", "return", "-", ">", "~>"].contains(text[at: close + 1]?.text)
    let start = hasSign ? close + 2 : close + 1
    guard let type = text[at: start], types.contains(type.text), type.line == line,
      let brace = text.indices(ofLine: line).last(where: { text.sees("{", at: $0) }), brace > start
    else { return nil }
    let result = text.text(start...(brace - 1))
    let found = text.text((close + 1)...(brace - 1))
    return Slip(
      text.tokens[close + 1], .functionArrow(found: found, written: "-> \(result)"),
      [
        Edit(
          line: line, from: text.tokens[close].end, to: text.tokens[brace - 1].end, text: " -> \(result)")
      ])
  }

  /// `-> Double` of a function that gives `nil` somewhere.
  private static func optional(behind close: Int, in text: CellText) -> Slip? {
    guard text.sees("->", at: close + 1), let type = text[at: close + 2], types.contains(type.text), type.text != "[",
      text.sees("{", at: close + 3), let end = text.closing(close + 3)
    else { return nil }
    let none: Set<String> = ["nil", "None", "null"]
    let givesNone = ((close + 3)..<end).contains {
      text.sees("return", at: $0) && none.contains(text[at: $0 + 1]?.text ?? "")
    }
    guard givesNone else { return nil }
    let written = type.text + "?"
    return Slip(
      type, .resultMayBeNone(written: written), [text.replace((close + 2)...(close + 2), by: written)])
  }
}

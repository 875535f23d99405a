internal import Messages

/// What divides values elsewhere, where a comma stands here: `[256; 256]`, `window: 2; stride: 2`, `row. column`, a comma twice.
enum ForeignSeparators {
  /// What is found.
  static func slips(in text: CellText) -> [Slip] {
    text.openBrackets.enumerated().compactMap { index, open in
      guard let open, text.tokens[open].text != "{", !["for", "while", "if"].contains(text[at: open - 1]?.text) else {
        return nil
      }
      return slip(at: index, in: text, inside: text.tokens[open].text)
    }
  }

  private static func slip(at index: Int, in text: CellText, inside: String) -> Slip? {
    let token = text.tokens[index]
    guard let before = text[at: index - 1] else { return nil }
    let next = text[at: index + 1]
    if token.text == ";" {
      let isLast = next.map { [",", ")", "]"].contains($0.text) } ?? true
      return Slip(token, .otherSeparator(";"), [text.replace(index...index, by: isLast ? "" : ",")])
    }
    if token.text == ",", [",", "(", "["].contains(before.text), before.line == token.line {
      return Slip(token, .spareComma, [text.replace(index...index, by: "")])
    }
    guard let next, next.line == token.line else { return nil }
    // `256. 256`, `2. stride: 2`
    let isDivided = next.kind == .number || next.kind == .word && text.sees(":", at: index + 2)
    if token.kind == .number, token.text.hasSuffix("."), token.end < next.start, isDivided {
      let edit = CellText.Edit(line: token.line, range: (token.end - 1)..<token.end, text: ",")
      return Slip(token, .otherSeparator("."), [edit])
    }
    if token.text == ".", inside == "[", before.kind == .word, before.end == token.start, token.end < next.start {
      return Slip(token, .otherSeparator("."), [text.replace(index...index, by: ",")])
    }
    let areNumbers = before.kind == .number && next.kind == .number
    if areNumbers, ["->", ":", "→", "|"].contains(token.text), token.text != ":" || inside == "[" {
      let edit = CellText.Edit(line: token.line, from: before.end, to: next.start, text: ", ")
      return Slip(token, .otherSeparator(token.text), [edit])
    }
    return nil
  }
}

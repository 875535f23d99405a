internal import Messages

/// Heads of networks, preprocessings and sweeps whose block no brace opens, `let fc = Network("fc")` and `let fc = Network("fc"):` above its layers, or
/// that leave out the name, `let fc = Network {`.
enum BuilderHeads {
  /// What is found, one a line.
  static func slips(in text: CellText) -> [Slip] {
    text.tokens.indices.compactMap { slip(at: $0, in: text) }
  }

  private static func slip(at index: Int, in text: CellText) -> Slip? {
    let word = text.tokens[index]
    guard ["Network", "Preprocessing", "Sweep"].contains(word.text), text.sees("=", at: index - 1),
      let name = text[at: index - 2], name.kind == .word, ["let", "var"].contains(text[at: index - 3]?.text)
    else { return nil }
    var end = index
    if text.sees("(", at: index + 1) {
      // A sweep with values between parentheses is whole without a block.
      guard word.text != "Sweep", let close = text.closing(index + 1), text.tokens[close].line == word.line else {
        return nil
      }
      end = close
    }
    let isNamed = word.text != "Network" || end > index + 2
    let head = text.text(index...end)
    let named = isNamed ? head : "Network(\"\(name.text)\")"
    guard let next = text[at: end + 1] else { return nil }
    if next.text == "{" {
      guard !isNamed else { return nil }
      return Slip(
        word, .labels(found: ["\(head) {"], ours: ["\(named) {"]), [text.replace(index...end, by: named)])
    }
    guard let last = last(behind: end, in: text) else { return nil }
    // From the head's end, so that what stands in the place of the brace goes.
    let edit = CellText.Edit(line: word.line, from: word.start, to: text.tokens[last].end, text: named + " {")
    return Slip(line: word.line, column: text.tokens[end].end + 1, .missingBracket("{"), [edit])
  }

  /// The last piece of a head's line, where nothing but a colon follows it and the line below is deeper; nil where no block follows.
  private static func last(behind end: Int, in text: CellText) -> Int? {
    let line = text.tokens[end].line
    let last = text.sees(":", at: end + 1) && text.tokens[end + 1].line == line ? end + 1 : end
    guard let below = text[at: last + 1], below.line > line,
      Brackets.indentation(text.lines[below.line]) > Brackets.indentation(text.lines[line]),
      below.kind == .word
    else { return nil }
    return last
  }
}

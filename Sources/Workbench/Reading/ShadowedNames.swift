internal import Messages

/// `let both = both + …` within a loop: another value of the same name, which ends with the braces, where the first one is to change.
enum ShadowedNames {
  /// What is found, though it compiles.
  static func slips(in text: CellText) -> [Slip] {
    // The least indentation at which a name was made so far.
    var levels: [String: Int] = [:]
    return text.tokens.indices.compactMap { index in
      let word = text.tokens[index]
      guard ["let", "var"].contains(word.text), let name = text[at: index + 1], name.kind == .word else { return nil }
      let level = Brackets.indentation(text.lines[name.line])
      defer { if word.text == "var" { levels[name.text] = min(level, levels[name.text] ?? level) } }
      guard let outer = levels[name.text], outer < level, text.sees("=", at: index + 2),
        text.indices(ofLine: word.line).contains(where: {
          $0 > index + 2 && text.sees(name.text, at: $0) && !text.sees(".", at: $0 - 1)
        })
      else { return nil }
      let edit = CellText.Edit(line: name.line, from: word.start, to: name.start, text: "")
      return Slip(word, .madeAgain(name.text, word: word.text), [edit])
    }
  }
}

internal import Messages

/// `let both = both + …` within a loop: another value of the same name, which ends with the braces, where the first one is to change.
enum ShadowedNames {
  /// What is found, though it compiles.
  static func slips(in text: CellText) -> [Slip] {
    text.tokens.indices.compactMap { index in
      guard ["let", "var"].contains(text.tokens[index].text), let name = text[at: index + 1], name.kind == .word,
        text.sees("=", at: index + 2)
      else { return nil }
      let line = text.indices(ofLine: text.tokens[index].line)
      let usesItself = line.contains { $0 > index + 2 && text.sees(name.text, at: $0) && !text.sees(".", at: $0 - 1) }
      let level = Brackets.indentation(text.lines[name.line])
      let isMadeBefore = text.tokens.indices.prefix(index).contains { maker in
        text.sees("var", at: maker) && text.sees(name.text, at: maker + 1)
          && Brackets.indentation(text.lines[text.tokens[maker].line]) < level
      }
      guard usesItself, isMadeBefore else { return nil }
      let edit = CellText.Edit(line: name.line, range: text.tokens[index].start..<name.start, text: "")
      return Slip(text.tokens[index], .madeAgain(name.text, word: text.tokens[index].text), [edit])
    }
  }
}

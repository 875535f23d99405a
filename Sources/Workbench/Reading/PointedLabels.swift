internal import Messages

/// A setting's label with the point of its value and no colon: `activation. relu`.
enum PointedLabels {
  /// What is found, one a setting.
  static func slips(in text: CellText, _ context: ReadingContext) -> [Slip] {
    let brackets = text.openBrackets
    return text.tokens.indices.compactMap { index -> Slip? in
      let label = text.tokens[index]
      guard label.kind == .word, !context.names.contains(label.text), CallSignature.memberLabels.contains(label.text),
        ["(", ","].contains(text[at: index - 1]?.text), text.sees(".", at: index + 1),
        let value = text[at: index + 2], value.kind == .word, value.line == label.line,
        let open = brackets[index], let callee = text[at: open - 1],
        CallSignature.of(callee.text)?.parameter(label.text) != nil
      else { return nil }
      let edit = CellText.Edit(line: label.line, from: label.end, to: value.start, text: ": .")
      return Slip(label, .missingColon(label.text), [edit])
    }
  }
}

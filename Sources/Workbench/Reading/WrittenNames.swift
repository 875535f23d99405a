internal import Diagnostics
internal import Messages

/// Names of ours in other letters: `training(…)`, `network("fc") {`, `Let training`, `mask` for a type.
enum WrittenNames {
  private static let made = ["Network", "Preprocessing", "Training", "Sweep", "EarlyStopping", "Mask", "Image"]
  private static let types = ["Mask", "Image", "Int", "Double", "Float", "Bool", "String", "Training", "Network"]
  private static let beginnings: Set<String> = [
    "let", "var", "func", "return", "if", "else", "for", "while", "guard", "break", "continue",
  ]

  /// What is found.
  static func slips(in text: CellText, _ context: ReadingContext) -> [Slip] {
    let functions = Set(context.functions.map(\.name) + GivenFunction.all(in: text).map(\.name))
    return text.tokens.indices.compactMap { index in
      let token = text.tokens[index]
      if let slip = pointBefore(index, in: text, context) ?? bareName(index, in: text) { return slip }
      guard token.kind == .word, !text.sees(".", at: index - 1), !functions.contains(token.text),
        let written = name(at: index, in: text, context) ?? type(at: index, in: text) ?? beginning(at: index, in: text),
        written != token.text
      else { return nil }
      return Slip(
        token, .otherLetters(found: token.text, written: written), [text.replace(index...index, by: written)])
    }
  }

  /// `let fc = Network(fc) {`: the name without its quotes, which is what is being made.
  private static func bareName(_ index: Int, in text: CellText) -> Slip? {
    guard text.sees("Network", at: index), text.sees("(", at: index + 1), text.sees(")", at: index + 3),
      let name = text[at: index + 2], name.kind == .word, text.sees("=", at: index - 1),
      text.sees(name.text, at: index - 2)
    else { return nil }
    return Slip(
      name, .layerNameIsText(name.text), [text.replace((index + 2)...(index + 2), by: "\"\(name.text)\"")])
  }

  private static let signs: Set<String> = ["+", "-", "*", "/", "+=", "-=", "*=", "/=", "<", ">", "<=", ">="]

  /// `both * .label[row, column]`: the point of `.FIXME` before a name.
  private static func pointBefore(_ index: Int, in text: CellText, _ context: ReadingContext) -> Slip? {
    let token = text.tokens[index]
    guard token.kind == .word, text.sees(".", at: index - 1), text.touch(index - 1, index),
      let sign = text[at: index - 2], signs.contains(sign.text), context.names.contains(token.text)
    else { return nil }
    return Slip(
      text.tokens[index - 1], .pointOfHole(found: "." + token.text, written: token.text),
      [text.replace((index - 1)...(index - 1), by: "")])
  }

  /// `training(` and `network("fc") {`.
  private static func name(at index: Int, in text: CellText, _ context: ReadingContext) -> String? {
    let token = text.tokens[index]
    guard let name = made.first(where: { $0.lowercased() == token.text.lowercased() }), name != token.text else {
      return nil
    }
    switch text[at: index + 1]?.text {
    case "{": return ["Network", "Preprocessing", "Sweep"].contains(name) ? name : nil
    // No constant can be called, so its name says nothing here.
    case "(":
      return text.sees("=", at: index - 1) || text.sees(":", at: index - 1) || !context.names.contains(token.text)
        ? name : nil
    default: return nil
    }
  }

  /// `_ label: mask`, `-> double`.
  private static func type(at index: Int, in text: CellText) -> String? {
    guard let type = types.first(where: { $0.lowercased() == text.tokens[index].text.lowercased() }) else { return nil }
    let line = text.tokens[text.indices(ofLine: text.tokens[index].line)]
    guard line.contains(where: { ["func", "let", "var"].contains($0.text) }) else { return nil }
    var sign = index - 1
    while text.sees("[", at: sign) { sign -= 1 }
    guard text.sees(":", at: sign) || text.sees("->", at: sign) else { return nil }
    let isDeclared = line.contains { $0.text == "func" } || ["let", "var"].contains(text[at: sign - 2]?.text)
    return isDeclared && !text.sees("(", at: index + 1) ? type : nil
  }

  /// `retrun x`: two words side by side, the first of a line nearly one that a statement begins with.
  private static func misspelt(_ index: Int, in text: CellText) -> String? {
    let token = text.tokens[index]
    guard text.indices(ofLine: token.line).lowerBound == index, !beginnings.contains(token.text), token.text.count > 3,
      let next = text[at: index + 1], next.line == token.line, next.start > token.end,
      next.kind == .word || next.kind == .number
    else { return nil }
    return Spelling.nearest(to: token.text, among: ["return", "func", "while", "guard"])
  }

  /// `Let`, `RETURN`, as an input method begins a sentence.
  private static func beginning(at index: Int, in text: CellText) -> String? {
    let token = text.tokens[index]
    let word = token.text.lowercased()
    if let meant = misspelt(index, in: text) { return meant }
    guard beginnings.contains(word), word != token.text else { return nil }
    guard ![":", "="].contains(text[at: index + 1]?.text) else { return nil }
    guard let before = text[at: index - 1] else { return word }
    let isFirst = before.line < token.line || ["{", "}"].contains(before.text) || before.text.lowercased() == "else"
    return isFirst ? word : nil
  }
}

internal import Messages

/// Settings without the parentheses of their call: `let training = Training`, `Training { … }`, labels and values on the lines below it.
enum WrittenSettings {
  typealias Edit = CellText.Edit

  /// What is found.
  static func slips(in text: CellText) -> [Slip] {
    let open = text.openBrackets
    let made = Set(
      text.tokens.indices.filter { ["let", "var"].contains(text[at: $0 - 1]?.text) }.map { text.tokens[$0].text })
    let unmade = text.tokens.indices.compactMap { open[$0] == nil ? withoutLet($0, made, in: text) : nil }
    return unmade.isEmpty ? all(in: text) : unmade
  }

  /// `training = Training(…)`: a name that nothing makes.
  private static func withoutLet(_ index: Int, _ made: Set<String>, in text: CellText) -> Slip? {
    let name = text.tokens[index]
    guard name.kind == .word, text.sees("=", at: index + 1), text.indices(ofLine: name.line).lowerBound == index,
      let type = text[at: index + 2]?.text, CallSignature.settings.contains(type) || type == "Network",
      ["(", "{"].contains(text[at: index + 3]?.text),
      !made.contains(name.text)
    else { return nil }
    var edits = [Edit(line: name.line, range: name.start..<name.start, text: "let ")]
    // `fc = Network("fc"):`
    if let close = text.closing(index + 3), text.sees(":", at: close + 1),
      text.indices(ofLine: text.tokens[close].line).upperBound == close + 2
    {
      edits.append(text.replace((close + 1)...(close + 1), by: " {"))
    }
    return Slip(name, .newName(name.text), edits)
  }

  private static func all(in text: CellText) -> [Slip] {
    text.tokens.indices.compactMap { index in
      guard let signature = CallSignature.of(text.tokens[index].text), isMade(index, signature, in: text) else {
        return nil
      }
      return bracketed(index, signature, in: text) ?? below(index, signature, in: text)
        ?? alone(index, signature, in: text)
    }
  }

  /// Whether something of this kind is to be made there: behind an equals sign or a label.
  private static func isMade(_ index: Int, _ signature: CallSignature, in text: CellText) -> Bool {
    guard CallSignature.settings.contains(signature.name), let before = text[at: index - 1] else { return false }
    return before.text == "="
      || before.text == ":" && text[at: index - 2]?.kind == .word
        && CallSignature.settingLabels.contains(text.tokens[index - 2].text)
  }

  private static func slip(_ index: Int, _ signature: CallSignature, _ edits: [Edit], in text: CellText) -> Slip {
    Slip(text.tokens[index], .layerNotMade(written: "\(signature.name)(…)"), edits)
  }

  /// `Training { … }`, `Training[ … ]`.
  private static func bracketed(_ index: Int, _ signature: CallSignature, in text: CellText) -> Slip? {
    guard let bracket = text[at: index + 1], bracket.text == "[" || bracket.text == "{" && signature.name != "Sweep",
      let close = text.closing(index + 1), close > index + 2, text.sees(":", at: index + 3)
    else { return nil }
    return slip(
      index, signature,
      [text.replace((index + 1)...(index + 1), by: "("), text.replace(close...close, by: ")")], in: text)
  }

  /// Labels with values behind the word, or on the deeper lines below it.
  private static func below(_ index: Int, _ signature: CallSignature, in text: CellText) -> Slip? {
    guard let next = text[at: index + 1], next.kind == .word, text.sees(":", at: index + 2),
      CallReader.plainLabel(next.text, in: signature) != nil
    else { return nil }
    let (line, level) = (text.tokens[index].line, Brackets.indentation(text.lines[text.tokens[index].line]))
    let after = text.tokens.indices.dropFirst(index + 1).first { place in
      let token = text.tokens[place]
      return token.line > line && Brackets.indentation(text.lines[token.line]) <= level || token.text == "}"
    }
    let last = (after ?? text.tokens.count) - 1
    guard last > index + 2 else { return nil }
    let (name, end) = (text.tokens[index], text.tokens[last])
    var edits = [Edit(line: name.line, range: name.end..<name.end, text: "(")]
    let depth = text.tokens[index...last].reduce(0) { $0 + ($1.text == "(" ? 1 : $1.text == ")" ? -1 : 0) }
    if depth >= 0 { edits.append(Edit(line: end.line, range: end.end..<end.end, text: ")")) }
    return slip(index, signature, edits, in: text)
  }

  /// The word alone.
  private static func alone(_ index: Int, _ signature: CallSignature, in text: CellText) -> Slip? {
    let token = text.tokens[index]
    if let next = text[at: index + 1] {
      guard next.line > token.line ? next.kind == .word : [")", ","].contains(next.text) else { return nil }
    }
    guard let needed = signature.needed else { return nil }
    let made = "\(signature.name)(\(needed))"
    return Slip(token, .layerNotMade(written: made), [text.replace(index...index, by: made)])
  }
}

internal import Messages
internal import SegLab

/// Lines of a network or a preprocessing that say more, or less, than one layer or step: `x = Conv2D(…)`, `model.add(…)`, `- Flatten(…)`,
/// `MaxPool2D "pool1"`, `RandomFlip`.
struct LayerLines {
  typealias Edit = CellText.Edit

  let text: CellText
  let context: ReadingContext
  private let blocks: BuilderLines

  private init(_ text: CellText, _ context: ReadingContext) {
    (self.text, self.context) = (text, context)
    blocks = BuilderLines(text)
  }

  /// What is found, one a line.
  static func slips(in text: CellText, _ context: ReadingContext) -> [Slip] {
    let reader = LayerLines(text, context)
    guard !reader.blocks.isEmpty else { return [] }
    return text.lines.indices.compactMap { line in
      let range = text.indices(ofLine: line)
      guard !range.isEmpty, let kind = reader.blocks.kind(ofLine: line) else { return nil }
      return reader.alone(range, kind) ?? reader.made(range, kind)
    }
  }

  /// Layers that a `let` keeps for nobody, which compiles, and leaves them out of the network.
  static func unusedLayers(in text: CellText) -> [Slip] {
    guard text.tokens.contains(where: { $0.text == "let" || $0.text == "var" }) else { return [] }
    return slips(in: text, ReadingContext()).filter { slip in
      text.tokens[text.indices(ofLine: slip.line)].first.map { ["let", "var"].contains($0.text) } ?? false
    }
  }

  /// What makes a layer or a step by this name, ours or another library's.
  private func signature(_ name: String, _ kind: BuilderLines.Kind) -> CallSignature? {
    let known = CallSignature.here(name) ?? CallSignature.all.first { $0.name.lowercased() == name.lowercased() }
    guard let known, known.isLayer == (kind == .layers), !CallSignature.settings.contains(known.name) else {
      return nil
    }
    return known
  }

  // MARK: More than a layer

  private static let adders: Set<String> = ["add", "append", "add_module", "addLayer", "push", "insert"]
  private static let words: Set<String> = ["return", "yield", "new", "layer", "await", "step", "with"]
  private static let marks: Set<String> = ["-", "*", "+", ".", "->", "=>", "|", ">", ",", "|>", "•", "="]

  /// What stands before a line's call of a layer or step, left out.
  private func alone(_ range: Range<Int>, _ kind: BuilderLines.Kind) -> Slip? {
    guard let (call, signature) = call(in: range, kind) else { return nil }
    let start = call.callee.lowerBound
    let before = range.lowerBound..<start
    var edits: [Edit] = []
    var name: String?
    if before.isEmpty {
      // `model.add(…)` is a call itself.
      guard let edit = inputs(behind: call, signature) else { return nil }
      edits.append(edit)
    } else if let assigned = assigned(before) {
      let isKept = ["let", "var"].contains(text.tokens[before.lowerBound].text)
      // A layer that is kept to be written further down is right.
      if isKept, isUsed(assigned, but: before) { return nil }
      if isUsed(assigned, but: before) || context.layers.contains(assigned) { name = assigned }
      if let edit = inputs(behind: call, signature) { edits.append(edit) }
    } else if let close = adder(before) {
      edits.append(
        Edit(
          line: text.tokens[close].line, from: text.tokens[close].start, to: text.tokens[close].end,
          text: ""))
    } else if !isMarked(before) {
      return nil
    }
    let (first, callee) = (text.tokens[range.lowerBound], text.tokens[start])
    if !before.isEmpty {
      edits.append(Edit(line: first.line, from: first.start, to: callee.start, text: ""))
    }
    if let name, signature.parameters.first?.label == "_",
      call.arguments.first.map({ text.tokens[$0.value.lowerBound].kind != .string || $0.label != nil }) ?? true
    {
      edits.append(call.inserting("\"\(name)\"", at: 0, of: signature, in: text))
    }
    let found =
      before.isEmpty ? text.text(range.lowerBound...(range.upperBound - 1)) : text.text(before.lowerBound...(start - 1))
    return Slip(first, .layerAlone(found: found), edits)
  }

  /// The first call on a line that makes a layer or step.
  private func call(in range: Range<Int>, _ kind: BuilderLines.Kind) -> (Call, CallSignature)? {
    for index in range where text.tokens[index].kind == .word && text.sees("(", at: index + 1) {
      // `add` is no layer of the kind `Add`.
      if Self.adders.contains(text.tokens[index].text) { continue }
      guard let signature = signature(text.tokens[index].text, kind), let call = Call(openingAt: index + 1, in: text)
      else { continue }
      return (call, signature)
    }
    return nil
  }

  /// The name of `x =`, `let x =`, `self.conv1 =`.
  private func assigned(_ range: Range<Int>) -> String? {
    var rest = range
    if ["let", "var"].contains(text.tokens[rest.lowerBound].text) { rest = rest.dropFirst() }
    guard rest.count >= 2, ["=", ":=", ":"].contains(text.tokens[rest.upperBound - 1].text),
      text.tokens[rest.upperBound - 2].kind == .word
    else { return nil }
    let names = text.tokens[rest.dropLast()]
    guard names.allSatisfy({ $0.kind == .word || $0.text == "." }) else { return nil }
    return text.tokens[rest.upperBound - 2].text
  }

  /// Whether a name stands elsewhere in the cell, other than before an equals sign and as what the next line of Keras reads.
  private func isUsed(_ name: String, but range: Range<Int>) -> Bool {
    text.tokens.indices.contains { index in
      guard text.tokens[index].text == name, !range.contains(index), text.tokens[index].kind == .word else {
        return false
      }
      let isAssigned = text.sees("=", at: index + 1)
      let isRead = text.sees("(", at: index - 1) && text.sees(")", at: index - 2) && text.sees(")", at: index + 1)
      return !isAssigned && !isRead
    }
  }

  /// Where the parentheses of `model.add(` close; nil where something else stands there.
  private func adder(_ range: Range<Int>) -> Int? {
    guard let open = range.first(where: { text.sees("(", at: $0) }), open > range.lowerBound,
      Self.adders.contains(text.tokens[open - 1].text), let close = text.closing(open)
    else { return nil }
    let isPlain = text.tokens[range.lowerBound..<open].allSatisfy { $0.kind == .word || $0.text == "." }
    let isName = text.tokens[(open + 1)..<range.upperBound].allSatisfy { $0.kind == .string || $0.text == "," }
    return isPlain && isName ? close : nil
  }

  /// Whether nothing but the mark of a list, or a word that says what is there anyway, stands there.
  private func isMarked(_ range: Range<Int>) -> Bool {
    text.tokens[range].allSatisfy { token in
      switch token.kind {
      case .word: return Self.words.contains(token.text)
      case .number: return token.text.hasSuffix(".") || range.count > 1
      case .mark: return Self.marks.contains(token.text) || token.text == ")" && range.count == 2
      default: return false
      }
    }
  }

  /// `(x)` behind a call, as Keras says what a layer reads, where the layer above is read anyway.
  private func inputs(behind call: Call, _ signature: CallSignature) -> Edit? {
    let open = call.range.upperBound + 1
    guard text.sees("(", at: open), text.touch(open - 1, open), text[at: open + 1]?.kind == .word,
      text.sees(")", at: open + 2), !signature.parameters.contains(where: { $0.kind == .texts })
    else { return nil }
    return text.replace(open...(open + 2), by: "")
  }

  // MARK: Less than a layer

  /// A layer's or step's kind without the parentheses that make one, with its values behind it or without any.
  private func made(_ range: Range<Int>, _ kind: BuilderLines.Kind) -> Slip? {
    if let before = text[at: range.lowerBound - 1], before.kind == .mark, !["{", "}", ")", "]"].contains(before.text) {
      return nil
    }
    var name = range.lowerBound
    while text.sees(".", at: name + 1), name + 2 < range.upperBound, text.touch(name, name + 1) { name += 2 }
    let word = text.tokens[name]
    guard word.kind == .word, let signature = signature(word.text, kind) else { return nil }
    var end = range.upperBound - 1
    while end > name, [",", ";"].contains(text.tokens[end].text) { end -= 1 }
    let whole = range.lowerBound...(range.upperBound - 1)
    func slip(_ made: String, _ edit: Edit) -> Slip {
      let isOurs = text.text(range.lowerBound...name) == signature.name
      return Slip(
        text.tokens[range.lowerBound],
        isOurs ? .layerNotMade(written: made) : .foreignCall(found: text.text(whole), ours: made), [edit])
    }
    guard end > name else {
      let made = alone(signature)
      return slip(made, text.replace(whole, by: made))
    }
    let next = text.tokens[name + 1]
    if next.text == "(" { return nil }
    var values = (name + 1)...end
    if next.text == "[" || next.text == "{" {
      guard text.closing(name + 1) == end, end > name + 2 else { return nil }
      values = (name + 2)...(end - 1)
    } else if [":", "=", "-", "->", "→"].contains(next.text), end > name + 1 {
      values = (name + 2)...end
    }
    guard text.tokens[values].allSatisfy({ !["{", "}"].contains($0.text) }),
      [.string, .number, .word].contains(text.tokens[values.lowerBound].kind) || text.sees(".", at: values.lowerBound)
    else { return nil }
    let made = "\(signature.name)(\(text.text(values)))"
    return slip(made, text.replace(whole, by: made))
  }

  /// A layer or step with what it cannot do without.
  private func alone(_ signature: CallSignature) -> String {
    let name =
      signature.isLayer
      ? CallReader(text: text, context: context).layerName(of: signature.name).map { "\"\($0)\"" } : nil
    let values = [name, signature.needed].compactMap(\.self).joined(separator: ", ")
    return "\(signature.name)(\(values))"
  }
}

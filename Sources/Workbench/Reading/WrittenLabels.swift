internal import Messages

/// Labels that are not written as such: without a colon, with a point in its place, in several words.
struct WrittenLabels {
  let text: CellText
  let signature: CallSignature

  /// What is found, one a value.
  static func slips(in text: CellText, _ context: ReadingContext) -> [Slip] {
    text.tokens.indices.flatMap { index -> [Slip] in
      if let slip = member(at: index, in: text) { return [slip] }
      guard let call = Call(openingAt: index, in: text), let signature = CallSignature.here(call.name) else {
        return []
      }
      let reader = WrittenLabels(text: text, signature: signature)
      return call.arguments.compactMap { reader.slip($0.value, isLabelled: $0.label != nil, context) }
    }
  }

  /// `.cosine(630)` is `.cosine(steps: 630)`.
  private static func member(at index: Int, in text: CellText) -> Slip? {
    guard text.sees(".", at: index - 2), let name = text[at: index - 1], let labels = CallSignature.members[name.text],
      let call = Call(openingAt: index, in: text), call.arguments.count <= labels.count, !call.arguments.isEmpty,
      call.arguments.allSatisfy({ $0.label == nil })
    else { return nil }
    let missing = Array(labels.prefix(call.arguments.count))
    let edits = zip(missing, call.arguments).map { label, argument in
      let first = text.tokens[argument.value.lowerBound]
      return CellText.Edit(line: first.line, range: first.start..<first.start, text: "\(label): ")
    }
    return Slip(name, .labelsMissing(missing), edits)
  }

  /// A label with the point of its value and no colon, `activation. relu`; one a setting.
  static func pointed(in text: CellText, _ context: ReadingContext) -> [Slip] {
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

  private func slip(_ value: ClosedRange<Int>, isLabelled: Bool, _ context: ReadingContext) -> Slip? {
    let (start, first) = (value.lowerBound, text.tokens[value.lowerBound])
    guard !isLabelled, first.kind == .word else { return nil }
    if value.count == 1 { return numbered(start) }
    guard let next = text[at: start + 1], next.line == first.line else { return nil }
    if let colon = value.first(where: { text.sees(":", at: $0) || text.sees("=", at: $0) }), colon > start + 1,
      colon < value.upperBound, text.tokens[start..<colon].allSatisfy({ $0.kind == .word })
    {
      let words = text.tokens[start..<colon].map(\.text).joined()
      guard let label = CallReader.plainLabel(words, in: signature) else { return nil }
      return Slip(
        first, .labels(found: [text.text(start...(colon - 1)) + ":"], ours: [label + ":"]),
        [text.replace(start...colon, by: label + ":")])
    }
    if next.text == ":" || next.text == "=" {
      guard value.count == 2, let label = CallReader.plainLabel(first.text, in: signature) else { return nil }
      return Slip(first, .valueMissing(label), [text.replace(value, by: label + ": .FIXME")])
    }
    guard let label = CallReader.plainLabel(first.text, in: signature), !context.names.contains(first.text),
      next.kind == .number || next.kind == .string || next.kind == .word || next.text == "["
        || next.text == "." && !text.touch(start, start + 1) || next.text == "-"
    else { return nil }
    let edit = CellText.Edit(
      line: first.line, from: first.start, to: next.start, text: "\(label): ")
    return Slip(first, .missingColon(label), [edit])
  }

  /// `stride2` is `stride: 2`.
  private func numbered(_ index: Int) -> Slip? {
    let token = text.tokens[index]
    guard let found = token.text.wholeMatch(of: /(\D+)([0-9]+)/),
      let label = CallReader.plainLabel(String(found.output.1), in: signature)
    else { return nil }
    return Slip(token, .missingColon(label), [text.replace(index...index, by: "\(label): \(found.output.2)")])
  }
}

internal import Messages

/// Settings on a line of their own outside of their call: behind a `Training(…)` that was closed before, or among the layers.
enum StraySettings {
  typealias Edit = CellText.Edit

  /// What is found, one a line.
  static func slips(in text: CellText, _ context: ReadingContext) -> [Slip] {
    let blocks = BuilderLines(text)
    let brackets = text.openBrackets
    let inside = text.tokens.indices.compactMap { inOptimizer(at: $0, in: text, brackets) }
    if !inside.isEmpty { return inside }
    return text.lines.indices.compactMap { line -> Slip? in
      let range = text.indices(ofLine: line)
      guard let start = range.first, range.count >= 3, text.tokens[start].kind == .word, text.sees(":", at: start + 1),
        !context.names.contains(text.tokens[start].text),
        let home = CallSignature.of("Training"), let label = CallReader.plainLabel(text.tokens[start].text, in: home)
      else { return nil }
      if let kind = blocks.kind(ofLine: line), brackets[start].map({ text.sees("{", at: $0) }) ?? false {
        let name = kind == .layers ? "Network" : "Preprocessing"
        return Slip(
          text.tokens[start], .otherPlace(label: label, of: name, home.name),
          [text.emptying(line)])
      }
      return behind(range, label, in: text)
    }
  }

  /// `.adam(0.001)`, `.adam(learningRate: 0.001)`: what the optimizer is told elsewhere is the training's.
  private static func inOptimizer(at index: Int, in text: CellText, _ brackets: [Int?]) -> Slip? {
    guard text.sees("(", at: index), text.sees(".", at: index - 2), let home = CallSignature.of("Training"),
      let name = text[at: index - 1], MemberNames.of("Optimizer").contains(name.text),
      let call = Call(openingAt: index, in: text), call.arguments.count == 1, let rate = call.arguments.first,
      rate.label.map({ CallReader.plainLabel($0, in: home) == "learningRate" }) ?? (rate.value.count == 1),
      text.tokens[rate.value.lowerBound].kind == .number,
      let open = brackets[index - 1], let training = Call(openingAt: open, in: text), training.name == home.name
    else { return nil }
    let value = text.text(rate.value)
    let first = text.tokens[rate.head?.lowerBound ?? rate.value.lowerBound]
    var edits = [
      Edit(line: first.line, from: first.start, to: text.tokens[rate.value.upperBound].end, text: "")
    ]
    if !training.arguments.contains(where: { $0.label == "learningRate" }), let next = training.arguments.first {
      let place = text.tokens[next.head?.lowerBound ?? next.value.lowerBound]
      edits.append(Edit(line: place.line, range: place.start..<place.start, text: "learningRate: \(value), "))
    }
    let line = edits.map(\.line).min() ?? name.line
    return Slip(
      line: line, column: line == name.line ? name.start + 1 : 1,
      .otherPlace(label: "learningRate", of: ".\(name.text)", home.name), edits)
  }

  /// A setting behind the bracket of the call that it belongs to.
  private static func behind(_ range: Range<Int>, _ label: String, in text: CellText) -> Slip? {
    var close = range.lowerBound - 1
    if text.sees(",", at: close) { close -= 1 }
    guard text.sees(")", at: close), let open = text.opening(close),
      let call = Call(openingAt: open, in: text), CallSignature.of(call.name)?.parameter(label) != nil
    else { return nil }
    var last = range.upperBound - 1
    while last > range.lowerBound, text.sees(",", at: last) { last -= 1 }
    var edits = [text.replace(close...(range.lowerBound - 1), by: ",")]
    if !text.sees(")", at: last) || text.tokens[range].contains(where: { $0.text == "(" }) {
      let end = text.tokens[last]
      edits.append(
        Edit(line: end.line, from: end.end, to: text.tokens[range.upperBound - 1].end, text: ")"))
    }
    return Slip(text.tokens[close], .closedBefore(label: label, call: call.name), edits)
  }
}

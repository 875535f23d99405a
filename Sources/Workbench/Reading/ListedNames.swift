internal import Messages

/// Layers laid together as other libraries do, with what they read in a list: `Concat(["up", "skip"])`, `torch.cat((up, skip), dim=1)`.
struct ListedNames {
  let text: CellText
  let context: ReadingContext

  private static let functions: Set<String> = ["concat", "concatenate", "cat"]

  /// What is found, one a line of a network.
  static func slips(in text: CellText, _ context: ReadingContext) -> [Slip] {
    let blocks = BuilderLines(text)
    guard !blocks.isEmpty else { return [] }
    let reader = ListedNames(text: text, context: context)
    return text.tokens.indices.compactMap { index in
      guard blocks.kind(ofLine: text.tokens[index].line) == .layers, let call = Call(openingAt: index, in: text) else {
        return nil
      }
      return reader.slip(call)
    }
  }

  private func slip(_ call: Call) -> Slip? {
    guard call.isOnOneLine, Self.functions.contains(call.name.lowercased()), !context.names.contains(call.name),
      let place = call.arguments.firstIndex(where: { names(in: $0.value) != nil }), place <= 1,
      let inputs = names(in: call.arguments[place].value)
    else { return nil }
    // Of ours with more behind the list that is said first.
    guard call.name != "Concat" || call.arguments.count == place + 1 else { return nil }
    // Behind the name the list has its label, or none.
    var name: String?
    if place == 1 {
      guard call.arguments[0].label == nil, call.arguments[0].value.count == 1,
        let first = text[at: call.arguments[0].value.lowerBound], first.kind == .string
      else { return nil }
      name = first.text
    } else if text.indices(ofLine: text.tokens[call.range.lowerBound].line).lowerBound == call.range.lowerBound {
      // A line that begins with a name and an equals sign has it there.
      name = CallReader(text: text, context: context).layerName(of: "Concat").map { "\"\($0)\"" }
    }
    let made = "Concat(\(name.map { "\($0), " } ?? "")of: \(inputs.joined(separator: ", ")))"
    let found = text.text(call.range)
    // Ours is not another library's, and a small letter is the least that is wrong with it.
    let what: SlipPhrase =
      call.name.lowercased() == "concat" && call.module.isEmpty
      ? .labels(found: [found], ours: [made]) : .foreignCall(found: found, ours: made)
    return Slip(text.tokens[call.range.lowerBound], what, [text.replace(call.range, by: made)])
  }

  /// The names of at least two layers between brackets, each as a text; nil for anything else.
  private func names(in range: ClosedRange<Int>) -> [String]? {
    guard ["[", "("].contains(text.tokens[range.lowerBound].text), text.closing(range.lowerBound) == range.upperBound
    else { return nil }
    let items = Call.arguments(from: range.lowerBound, to: range.upperBound, in: text)
    let names = items.compactMap { item -> String? in
      guard item.count == 1, let piece = text[at: item.lowerBound] else { return nil }
      if piece.kind == .string { return piece.text }
      return piece.kind == .word && !context.names.contains(piece.text) ? "\"\(piece.text)\"" : nil
    }
    return names.count == items.count && names.count > 1 ? names : nil
  }
}

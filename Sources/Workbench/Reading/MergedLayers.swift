internal import Messages

/// Lines of a network that are no calls: layers laid together as other libraries do, `"up2" + "enc2b"`, `skip2 = up2 + enc2b`.
enum MergedLayers {
  /// What is found, one a line.
  static func slips(in text: CellText, _ context: ReadingContext) -> [Slip] {
    guard text.tokens.contains(where: { $0.text == "Network" }) else { return [] }
    return text.lines.indices.compactMap { slip(onLine: $0, in: text, context) }
  }

  private static func slip(onLine line: Int, in text: CellText, _ context: ReadingContext) -> Slip? {
    var range = text.indices(ofLine: line)
    guard range.count >= 3 else { return nil }
    let whole = range.lowerBound...(range.upperBound - 1)
    var name: String?
    if text.sees("let", at: range.lowerBound) { range = range.dropFirst() }
    if let first = text[at: range.lowerBound], first.kind == .word, text.sees("=", at: range.lowerBound + 1) {
      name = first.text
      range = range.dropFirst(2)
    }
    let pieces = Array(text.tokens[range])
    guard pieces.count >= 3, pieces.count % 2 == 1 else { return nil }
    var inputs: [String] = []
    for (index, piece) in pieces.enumerated() {
      guard index % 2 == 0 else {
        guard ["+", "&", ","].contains(piece.text) else { return nil }
        continue
      }
      guard piece.kind == .string || piece.kind == .word, !context.names.contains(piece.text) else { return nil }
      inputs.append("\"\(piece.text.filter { $0 != "\"" })\"")
    }
    let free = name ?? CallReader(text: text, context: context).layerName(of: "Concat")
    let made = "Concat(\(free.map { "\"\($0)\", " } ?? "")of: \(inputs.joined(separator: ", ")))"
    return Slip(
      text.tokens[whole.lowerBound], .foreignCall(found: text.text(whole), ours: made), [text.replace(whole, by: made)])
  }

  /// Texts that are joined where names of layers stand one after the other, which compiles: `of: "up" + "skip"`.
  static func joinedNames(in text: CellText) -> [Slip] {
    let reader = CallReader(text: text, context: ReadingContext())
    return text.tokens.indices.compactMap { index -> Slip? in
      guard let call = Call(openingAt: index, in: text), ["Concat", "Add"].contains(call.name),
        let names = call.arguments.first(where: { $0.label == "of" }), call.isOnOneLine
      else { return nil }
      let found = text.text(names.value)
      guard let made = reader.names(in: names.value)?.joined(separator: ", "), made != found else { return nil }
      return Slip(
        text.tokens[names.value.lowerBound], .labels(found: [found], ours: [made]),
        [text.replace(names.value, by: made)])
    }
  }
}

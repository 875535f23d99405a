public import Messages
internal import SegLab

/// Lines that a network or a preprocessing lacks.
extension LineAdvice {
  private static let steps = Preprocessing.stepTypes.map { String(describing: $0) }

  /// Where a step or layer goes that the lab asks for and the cell does not make: on the line where it is a comment, else, for a step, in the order
  /// in which steps are done.
  ///
  /// - Parameters:
  ///   - part: the step as it is written, `Threshold(0.5)`, or the name of a layer.
  ///   - lines: the cell's lines.
  /// - Returns: the line, and what to do there; nil where that cannot be told.
  public func missing(_ part: String, of lines: ClosedRange<Int>?) -> (line: Int, help: any Phrase)? {
    guard let lines, let (page, _) = place(lines.lowerBound + 1) ?? place(lines.lowerBound) else { return nil }
    let name = String(part.prefix { $0 != "(" })
    for row in page.text.lines.indices {
      guard let written = page.text.comment(onLine: row) else { continue }
      let text = CellText([written])
      guard text.sees("(", at: 1), text.closing(1) == text.tokens.count - 1, Self.isOfLiterals(text) else { continue }
      let isMeant =
        part.contains("(")
        ? text.sees(name, at: 0)
        : text[at: 2].map { $0.kind == .string && $0.text.filter { $0 != "\"" } == part } ?? false
      if isMeant { return (page.line + row, SlipPhrase.write(written)) }
    }
    guard part.hasSuffix(")"), !part.contains("…"), let order = Self.steps.firstIndex(of: name) else { return nil }
    let blocks = BuilderLines(page.text)
    let rows = page.text.lines.indices.filter { blocks.kind(ofLine: $0) == .steps }
    guard let last = rows.last else { return nil }
    let later = rows.first { row in
      page.text.tokens[page.text.indices(ofLine: row)].first.flatMap { Self.steps.firstIndex(of: $0.text) }
        .map { $0 > order } ?? false
    }
    let below = page.line + (later ?? last + 1)
    return (
      below,
      AdvisedPhrase.insert(
        part, before: below, why: Message(NetworkAdvicePhrase.putBetween(layer: part, after: "", before: "")))
    )
  }

  /// Whether a call is given nothing but numbers, texts, words behind a point, and lists of them.
  private static func isOfLiterals(_ text: CellText) -> Bool {
    text.tokens.indices.dropFirst(2).dropLast().allSatisfy { index in
      let token = text.tokens[index]
      switch token.kind {
      case .number, .string: return true
      case .word:
        return text.sees(":", at: index + 1) || text.sees(".", at: index - 1) || ["true", "false"].contains(token.text)
      default: return [",", ":", ".", "-", "[", "]"].contains(token.text)
      }
    }
  }
}

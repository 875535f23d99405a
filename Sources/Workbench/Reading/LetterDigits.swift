internal import Messages
internal import SegLab

/// Letters where digits belong, and values that were left out of the program: `learningRate: O.O1`, `epochs: l`, `epochs: // 1,`.
enum LetterDigits {
  private static let digits: [Character: Character] = ["O": "0", "o": "0", "l": "1", "I": "1"]

  /// What is found, one a value.
  static func slips(in text: CellText, _ context: ReadingContext) -> [Slip] {
    let hidden = text.lines.indices.compactMap { commented(line: $0, in: text) }
    if !hidden.isEmpty { return hidden }
    return text.tokens.indices.flatMap { index -> [Slip] in
      guard let call = Call(openingAt: index, in: text), let signature = CallSignature.here(call.name) else {
        return []
      }
      return call.arguments.compactMap { argument in
        guard let label = argument.label.flatMap({ CallReader.label($0, in: signature) }),
          let kind = signature.parameter(label)?.kind, kind == .whole || kind == .real
        else { return nil }
        return slip(argument.value, in: text, context)
      }
    }
  }

  private static func slip(_ range: ClosedRange<Int>, in text: CellText, _ context: ReadingContext) -> Slip? {
    let written = text.text(range)
    guard written.count <= 20, written.contains(where: { digits[$0] != nil }),
      written.allSatisfy({ digits[$0] != nil || $0.isASCII && $0.isNumber || $0 == "." }),
      !text.tokens[range].contains(where: { context.names.contains($0.text) })
    else { return nil }
    let number = String(written.map { digits[$0] ?? $0 })
    guard Double(number) != nil else { return nil }
    return Slip(
      text.tokens[range.lowerBound], .letterForDigit(found: written, written: number),
      [text.replace(range, by: number)])
  }

  /// A value behind the sign of a comment, with nothing before it: `epochs: // 1,`.
  private static func commented(line: Int, in text: CellText) -> Slip? {
    let range = text.indices(ofLine: line)
    guard range.count >= 2, let last = text.tokens[range].last, last.text == ":" || last.text == "=",
      let name = text[at: range.upperBound - 2], name.kind == .word
    else { return nil }
    let rest = text.slice(line, last.end..<max(last.end, text.lines[line].utf8.count))
    guard let found = rest.prefixMatch(of: /\s*\/\/+\s*(?=[\[.0-9"(])/) else { return nil }
    let edit = CellText.Edit(
      line: line, range: last.end..<(last.end + found.output.utf8.count), text: " ")
    return Slip(line: line, column: last.end + 1, .valueCommented(name.text), [edit])
  }
}

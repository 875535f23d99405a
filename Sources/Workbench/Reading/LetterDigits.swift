internal import Messages
internal import SegLab

/// Letters where digits belong, and values that were left out of the program: `learningRate: O.O1`, `epochs: l`, `epochs: // 1,`.
enum LetterDigits {
  private static let digits: [Character: Character] = ["O": "0", "o": "0", "l": "1", "I": "1"]

  /// What is found, one a value.
  static func slips(in text: CellText, _ context: ReadingContext) -> [Slip] {
    let hidden = text.lines.indices.compactMap { commented(line: $0, in: text) }
    if !hidden.isEmpty { return hidden }
    let numbers = text.tokens.indices.compactMap { number(at: $0, in: text) }
    if !numbers.isEmpty { return numbers }
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

  /// `3OO` for 300.
  private static func number(at index: Int, in text: CellText) -> Slip? {
    let token = text.tokens[index]
    guard token.kind == .number, token.text.wholeMatch(of: /[0-9]+[Oo][0-9Oo]*/) != nil else { return nil }
    let written = String(token.text.map { digits[$0] ?? $0 })
    return Slip(
      token, .letterForDigit(found: token.text, written: written), [text.replace(index...index, by: written)])
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

  /// A value behind the sign of a comment, with nothing before it: `epochs: // 1,`, `stride: /* 1 */`, `epochs: # 1,`.
  private static func commented(line: Int, in text: CellText) -> Slip? {
    let words = text.lines[line]
    guard
      let found = words.firstMatch(of: /([A-Za-z]+)\s*:(\s*(?:#+|\/\/+)\s*)(?=[\[.0-9"(])/)
        ?? words.firstMatch(of: /([A-Za-z]+)\s*:(\s*\/\*\s*)(?=[\[.0-9"(])/),
      CallSignature.all.contains(where: { $0.parameter(String(found.output.1)) != nil })
    else { return nil }
    func bytes(_ end: String.Index) -> Int { words.utf8.distance(from: words.startIndex, to: end) }
    let start = bytes(found.output.2.startIndex)
    var edits = [CellText.Edit(line: line, range: start..<bytes(found.output.2.endIndex), text: " ")]
    if found.output.2.contains("*"), let close = words[found.output.2.endIndex...].firstMatch(of: /\s*\*\//) {
      edits.append(
        CellText.Edit(line: line, range: bytes(close.range.lowerBound)..<bytes(close.range.upperBound), text: ""))
    }
    return Slip(line: line, column: start + 1, .valueCommented(String(found.output.1)), edits)
  }
}

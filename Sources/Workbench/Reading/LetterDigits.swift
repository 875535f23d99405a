internal import Messages
internal import SegLab

/// Letters where digits belong: `learningRate: O.O1`, `epochs: l`, `3OO`.
enum LetterDigits {
  private static let digits: [Character: Character] = ["O": "0", "o": "0", "l": "1", "I": "1"]

  /// What is found, one a value.
  static func slips(in text: CellText, _ context: ReadingContext) -> [Slip] {
    let numbers = text.tokens.indices.compactMap { number(at: $0, in: text) }
    if !numbers.isEmpty { return numbers }
    return CallReader.wantedNumbers(in: text).compactMap { slip($0, in: text, context) }
  }

  /// `3OO` for 300.
  private static func number(at index: Int, in text: CellText) -> Slip? {
    let token = text.tokens[index]
    guard token.kind == .number, token.text.wholeMatch(of: /[1-9][0-9]*[Oo][0-9Oo]*/) != nil else { return nil }
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
}

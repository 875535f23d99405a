internal import Messages
internal import SegLab

/// Numbers with words: `1에폭`, `2 pixels`, `한 번`, `2 both`; and what is no value at all.
struct NumberWords {
  let text: CellText
  let context: ReadingContext

  /// What is found.
  static func slips(in text: CellText, _ context: ReadingContext) -> [Slip] {
    let reader = NumberWords(text: text, context: context)
    let glued = text.tokens.indices.compactMap { reader.glued(at: $0) }
    if !glued.isEmpty { return glued }
    return CallReader.wantedNumbers(in: text).compactMap { reader.slip($0) }
  }

  // MARK: Pieces of code

  /// What part of one a unit is: `5할` is 0.5.
  private static let shares = ["할": 0.1, "푼": 0.01, "퍼센트": 0.01, "프로": 0.01, "percent": 0.01]

  /// `1에폭` is 1, and `2both` is `2 * both`.
  private func glued(at index: Int) -> Slip? {
    let token = text.tokens[index]
    guard token.kind == .number else { return nil }
    if let found = token.text.wholeMatch(of: /([0-9][0-9_]*(?:\.[0-9]+)?)([^0-9_.\s]\S*)/) {
      if let spoken = SpokenNumber(token.text)?.value {
        let written = String(spoken)
        return Slip(
          token, .numberWord(found: token.text, written: written), [text.replace(index...index, by: written)])
      }
      let (number, word) = (String(found.output.1), String(found.output.2))
      if let share = Self.shares[word], let value = Double(number) {
        let written = ConstantValue.number(value * share).written ?? number
        return Slip(
          token, .numberWord(found: token.text, written: written), [text.replace(index...index, by: written)])
      }
      if context.names.contains(word) { return times(index...index, number, word) }
      guard word.allSatisfy(\.isLetter), !["e", "E", "x", "X", "f", "F", "d", "L"].contains(word) else { return nil }
      return Slip(token, .unit(found: token.text, written: number), [text.replace(index...index, by: number)])
    }
    guard let next = text[at: index + 1], next.line == token.line, token.text.wholeMatch(of: /[0-9.]+/) != nil else {
      return nil
    }
    if next.kind == .word, context.names.contains(next.text), !["in", "if", "else"].contains(next.text) {
      return times(index...(index + 1), token.text, next.text)
    }
    if next.text == "x" || next.text == "X" || next.text == "×", let other = text[at: index + 2], other.kind == .word,
      context.names.contains(other.text)
    {
      return times(index...(index + 2), token.text, other.text)
    }
    if next.text == "(", next.start == token.end { return times(index...(index + 1), token.text, "(") }
    return nil
  }

  private func times(_ range: ClosedRange<Int>, _ first: String, _ second: String) -> Slip {
    let written = "\(first) * \(second)"
    return Slip(
      text.tokens[range.lowerBound], .timesSign(found: text.text(range), written: written),
      [text.replace(range, by: written)])
  }

  // MARK: Values of calls

  private static let placeholders: Set<String> = [
    "None", "null", "NULL", "undefined", "?", "??", "_", "__", "...", "TODO", "XXX", "xxx", "tbd", "TBD", "True",
    "False",
    "true", "false", "yes", "no",
  ]

  private func slip(_ value: ClosedRange<Int>) -> Slip? {
    let tokens = text.tokens[value]
    let written = text.text(value)
    guard let first = tokens.first, first.line == tokens.last?.line else { return nil }
    if Self.placeholders.contains(written) {
      return Slip(first, .placeholder(written), [text.replace(value, by: ".FIXME")])
    }
    func mended(_ phrase: SlipPhrase, _ number: String) -> Slip {
      Slip(first, phrase, [text.replace(value, by: number)])
    }
    let isKnown = tokens.contains { context.names.contains($0.text) }
    guard !isKnown, !tokens.contains(where: { $0.kind == .mark || $0.kind == .string }) else { return nil }
    if first.kind == .number, tokens.count > 1, tokens.dropFirst().allSatisfy({ $0.kind == .word }) {
      return mended(.unit(found: written, written: first.text), first.text)
    }
    guard let number = SpokenNumber(written)?.value else { return nil }
    return mended(.numberWord(found: written, written: "\(number)"), "\(number)")
  }
}

internal import Messages

/// What Dice is of two masks that are both empty, written as nothing: `if sum == 0 { return None }`. The lab wants 1 there, and `nil` would be the
/// next mistake.
enum EmptyResults {
  private static let nothing: Set<String> = ["None", "null", "NULL", "nullptr", "undefined", "NaN", "nan", "NAN"]

  /// What is found, in functions that are called after Dice.
  static func slips(in text: CellText) -> [Slip] {
    text.tokens.indices.compactMap { index in
      guard text.sees("return", at: index), let value = value(behind: index, in: text), isOfDice(index, in: text),
        isBehindEmptySum(index, in: text)
      else { return nil }
      return Slip(
        text.tokens[value.lowerBound], .truthAsNumber(found: text.text(value), written: "1"),
        [text.replace(value, by: "1")])
    }
  }

  /// `None`, `np.nan`, `float("nan")`: all that is given back on the line.
  private static func value(behind index: Int, in text: CellText) -> ClosedRange<Int>? {
    let line = text.indices(ofLine: text.tokens[index].line)
    var end = index
    while line.contains(end + 1), !["}", ";"].contains(text.tokens[end + 1].text) { end += 1 }
    guard end > index else { return nil }
    let pieces = text.tokens[(index + 1)...end]
    let isLone = pieces.count == 1 && nothing.contains(text.tokens[end].text)
    let isMember =
      pieces.count == 3 && ForeignWords.modules.contains(text.tokens[index + 1].text)
      && text.tokens[end].text.lowercased() == "nan"
    let isMade =
      pieces.count == 4 && text.sees("float", at: index + 1) && text.tokens[index + 3].text.lowercased() == "\"nan\""
    return isLone || isMember || isMade ? (index + 1)...end : nil
  }

  private static func isOfDice(_ index: Int, in text: CellText) -> Bool {
    guard let head = (0..<index).last(where: { text.sees("func", at: $0) || text.sees("def", at: $0) }),
      let name = text[at: head + 1]?.text
    else { return false }
    return name.lowercased().contains("dice")
  }

  /// Whether the line, or the block that begins right before it, is behind a comparison of a sum with 0, and of no size.
  private static func isBehindEmptySum(_ index: Int, in text: CellText) -> Bool {
    guard let word = (max(0, index - 20)..<index).last(where: { text.sees("if", at: $0) }) else { return false }
    let condition = text.tokens[word..<index]
    let opens = condition.count { $0.text == "{" || $0.text == ":" }
    let isOver = condition.contains { $0.text == "}" || $0.text == "return" || $0.text == "else" }
    let isOfSizes = condition.contains { ["height", "width", "shape", "!="].contains($0.text) }
    let isZero = (word..<index).contains { text.sees("==", at: $0) && ["0", "0.0"].contains(text[at: $0 + 1]?.text) }
    return opens <= 1 && !isOver && !isOfSizes && isZero
  }
}

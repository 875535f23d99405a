internal import Messages

/// Pixels and numbers where Swift wants a yes or no: `both += a[row, column] && b[row, column]`, `if label[row, column] {`, `!sum`.
struct NumbersAsTruth {
  typealias Edit = CellText.Edit

  let text: CellText
  private let pictures: Set<String>
  private let numbers: Set<String>

  /// What is found, one a statement.
  static func slips(in text: CellText, _ context: ReadingContext) -> [Slip] {
    let reader = NumbersAsTruth(text)
    guard !reader.pictures.isEmpty || !reader.numbers.isEmpty else { return [] }
    return text.firstOnEachLine { reader.condition(at: $0) ?? reader.value(at: $0) }
  }

  private init(_ text: CellText) {
    self.text = text
    pictures = PixelPlaces.names(in: text)
    numbers = Set(
      text.tokens.indices.filter { index in
        text.sees("=", at: index + 1) && text[at: index + 2]?.kind == .number
          || text.sees(":", at: index + 1) && ["Int", "Double", "Float"].contains(text[at: index + 2]?.text)
      }.map { text.tokens[$0].text })
  }

  private static let nots: Set<String> = ["!", "not"]
  private static let heads: Set<String> = ["if", "while", "guard", "elif"]

  /// How a pixel or number is held against none, as it stands there; nil for any other value.
  private func compared(_ range: ClosedRange<Int>, isNot: Bool) -> String? {
    let name = text.tokens[range.lowerBound].text
    let isPixel = pictures.contains(name) && text.sees("[", at: range.lowerBound + 1) && range.count > 3
    guard isPixel || range.count == 1 && numbers.contains(name) else { return nil }
    return "\(text.text(range)) \(isNot ? "==" : "!=") 0"
  }

  // MARK: Conditions

  /// `if a[row, column] and b[row, column] {`: each of the values is compared.
  private func condition(at index: Int) -> Slip? {
    guard Self.heads.contains(text.tokens[index].text), !text.sees(".", at: index - 1),
      let end = text.indices(ofLine: text.tokens[index].line).first(where: {
        $0 > index && ["{", ":"].contains(text.tokens[$0].text)
      })
    else { return nil }
    return slip(in: (index + 1)..<end)
  }

  private func slip(in range: Range<Int>) -> Slip? {
    var edits: [Edit] = []
    var first: Int?
    var found: [String] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let isNot = Self.nots.contains(text.tokens[index].text)
      let start = isNot ? index + 1 : index
      let isBegin = index == range.lowerBound || isJoint(index - 1) || isGroup(index - 1, from: range.lowerBound)
      guard isBegin, let operand = text.operand(startingAt: start),
        operand.upperBound < range.upperBound,
        operand.upperBound + 1 == range.upperBound || isJoint(operand.upperBound + 1)
          || text.sees(")", at: operand.upperBound + 1),
        let written = compared(operand, isNot: isNot)
      else {
        index += 1
        continue
      }
      edits.append(text.replace(index...operand.upperBound, by: written))
      found.append(text.text(operand))
      first = first ?? index
      index = operand.upperBound + 1
    }
    guard let first, let name = found.first else { return nil }
    for index in range {
      guard let ours = joint(at: index), !text.sees(ours, at: index) else { continue }
      edits.append(text.replace(index...index, by: ours))
    }
    return Slip(text.tokens[first], .numberAsCondition(name), edits)
  }

  /// Whether a parenthesis opens a group, and no call.
  private func isGroup(_ index: Int, from start: Int) -> Bool {
    text.sees("(", at: index)
      && (index == start || isJoint(index - 1) || ["(", "!", "not"].contains(text[at: index - 1]?.text))
  }

  /// The sign that joins what stands before and behind the piece at `index`; nil where it joins nothing.
  private func joint(at index: Int) -> String? { text[at: index].flatMap { ForeignWords.joint($0.text) } }

  private func isJoint(_ index: Int) -> Bool { joint(at: index) != nil }

  // MARK: Values

  /// `both += a[row, column] and b[row, column]`: the two are multiplied, or the larger is taken.
  private func value(at index: Int) -> Slip? {
    guard let joint = joint(at: index), let before = text.operand(endingAt: index - 1),
      let after = text.operand(startingAt: index + 1),
      compared(before, isNot: false) != nil, compared(after, isNot: false) != nil
    else { return nil }
    let line = text.indices(ofLine: text.tokens[index].line)
    // Of a chain all of it would have to be read, and a condition has its own reader.
    guard text.tokens[before.lowerBound].line == text.tokens[after.upperBound].line,
      !isJoint(after.upperBound + 1), !isJoint(before.lowerBound - 1),
      ["=", "+=", "-=", "return", "("].contains(text[at: before.lowerBound - 1]?.text ?? ""),
      !line.contains(where: { Self.heads.contains(text.tokens[$0].text) })
    else { return nil }
    if line.contains(where: { text.sees("?", at: $0) }) { return slip(in: before.lowerBound..<(after.upperBound + 1)) }
    let (a, b) = (text.text(before), text.text(after))
    let written = joint == "&&" ? "\(a) * \(b)" : "max(\(a), \(b))"
    let whole = before.lowerBound...after.upperBound
    return Slip(
      text.tokens[index], .truthOfNumbers(found: text.tokens[index].text, written: written),
      [text.replace(whole, by: written)])
  }
}

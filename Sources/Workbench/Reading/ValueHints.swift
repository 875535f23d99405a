internal import Messages

/// Values of another kind than the compiler expects, which the function around them explains: a sum without a first value, a number of pixels that
/// is written in two parts, a result that is looked at.
enum ValueHints {
  static let hints: [CompilerHints.Hint] = [
    { firstValue($0, in: $1) }, { divisor($0, in: $1) }, { resultRead($0, in: $1) },
  ]

  /// `var both: Int`, to which something is added.
  private static func firstValue(_ error: CellError, in text: CellText) -> Slip? {
    let words = error.text.split(separator: "'", omittingEmptySubsequences: false).map(String.init)
    guard error.text.hasPrefix("variable '"), error.text.contains("before being initialized"), words.count > 2,
      let place = text.tokens.indices.first(where: { index in
        text.sees("var", at: index) && text.sees(words[1], at: index + 1) && text.sees(":", at: index + 2)
          && !text.sees("=", at: index + 4)
      }),
      let zero = ["Int": "0", "Double": "0.0", "Float": "0.0", "Bool": "false"][text[at: place + 3]?.text ?? ""]
    else { return nil }
    let written = "\(text.text(place...(place + 3))) = \(zero)"
    return Slip(
      text.tokens[place + 1], .noFirstValue(name: words[1], written: written),
      [text.replace(place...(place + 3), by: written)])
  }

  /// `sum / picture.height * picture.width`.
  private static func divisor(_ error: CellError, in text: CellText) -> Slip? {
    guard error.text.contains("operands of type 'Double' and 'Int'"), text.lines.indices.contains(error.line) else {
      return nil
    }
    for sign in text.indices(ofLine: error.line) where text.sees("/", at: sign) {
      guard let value = text.operand(endingAt: sign - 1), let below = text.sides(behind: sign) else { continue }
      let written = "\(text.text(value)) / Double(\(text.text(below)))"
      return Slip(
        text.tokens[value.lowerBound], .divisorSpread(written: written),
        [text.replace(value.lowerBound...below.upperBound, by: written)])
    }
    return nil
  }

  /// `if binary[row, column] >= 127.5`, where `binary` is the mask that the function makes of `grey`.
  private static func resultRead(_ error: CellError, in text: CellText) -> Slip? {
    let words = ["Double", "Float"].flatMap {
      ["operands of type 'Int' and '\($0)'", "value of type '\($0)' to expected argument type 'Int'"]
    }
    guard words.contains(where: error.text.contains),
      text.lines.indices.contains(error.line)
    else { return nil }
    let place = text.indices(ofLine: error.line).first { index in
      text.sees("[", at: index + 1)
        && text.tokens.indices.contains { maker in
          text.sees("var", at: maker) && text.sees(text.tokens[index].text, at: maker + 1)
            && text.sees("Mask", at: maker + 3)
        }
    }
    guard let place, let head = text.tokens.indices.last(where: { text.sees("func", at: $0) && $0 < place }),
      let close = text.closing(head + 2)
    else { return nil }
    // The one image that it is given, of which no pixel is read.
    let images = text.parameters(from: head + 2, to: close).filter { text.sees("Image", at: $0 + 2) }
      .map { text.tokens[$0].text }
    guard images.count == 1, let given = images.first,
      !text.tokens.indices.contains(where: { text.sees(given, at: $0) && text.sees("[", at: $0 + 1) })
    else { return nil }
    return Slip(
      text.tokens[place], .resultForGiven(found: text.tokens[place].text, given: given),
      [text.replace(place...place, by: given)])
  }
}

extension CellText {
  /// The two sides of an image that are multiplied behind a sign: `picture.height * picture.width`, each in `Double(…)` or not.
  func sides(behind sign: Int) -> ClosedRange<Int>? {
    guard let first = operand(startingAt: sign + 1), sees("*", at: first.upperBound + 1),
      let second = operand(startingAt: first.upperBound + 2),
      tokens[second.upperBound].line == tokens[sign].line
    else { return nil }
    let both = text(first.lowerBound...second.upperBound)
    return both.contains("height") && both.contains("width") ? first.lowerBound...second.upperBound : nil
  }
}

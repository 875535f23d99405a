internal import Messages

/// Values of another kind than the compiler expects, which the function around them explains: a sum without a first value, a number of pixels that
/// is written in two parts, a result that is looked at.
enum ValueHints {
  static let hints: [CompilerHints.Hint] = [
    { firstValue($0, in: $1) }, { divisor($0, in: $1) }, { resultRead($0, in: $1) }, { calledMember($0, in: $1) },
  ]

  /// `var both: Int`, to which something is added.
  private static func firstValue(_ error: CellError, in text: CellText) -> Slip? {
    let words = error.pieces
    guard error.text.hasPrefix("variable '"), error.text.contains("before being initialized"), words.count > 2,
      let place = text.tokens.indices.last(where: { index in
        text.sees("var", at: index) && text.sees(words[1], at: index + 1) && text.sees(":", at: index + 2)
          && !text.sees("=", at: index + 4) && text.tokens[index].line < error.line
      }), isSum(words[1], in: text),
      let zero = ["Int": "0", "Double": "0.0", "Float": "0.0"][text[at: place + 3]?.text ?? ""]
    else { return nil }
    let written = "\(text.text(place...(place + 3))) = \(zero)"
    return Slip(
      text.tokens[place + 1], .noFirstValue(name: words[1], written: written),
      [text.replace(place...(place + 3), by: written)])
  }

  private static func isSum(_ name: String, in text: CellText) -> Bool {
    text.tokens.indices.contains { text.sees(name, at: $0) && text.sees("+=", at: $0 + 1) }
  }

  /// `sum / picture.height * picture.width`.
  private static func divisor(_ error: CellError, in text: CellText) -> Slip? {
    guard error.text.contains("operands of type 'Double' and 'Int'"), text.lines.indices.contains(error.line) else {
      return nil
    }
    for sign in text.indices(ofLine: error.line) where text.sees("/", at: sign) {
      guard let value = text[at: sign - 1], isSum(value.text, in: text), let sides = text.sides(behind: sign) else {
        continue
      }
      let below = [sides.first, sides.second].map { side -> String in
        let isMade = text.sees("Double", at: side.lowerBound) && side.count > 3
        return isMade ? text.text((side.lowerBound + 2)...(side.upperBound - 1)) : text.text(side)
      }
      let written = "\(value.text) / Double(\(below.joined(separator: " * ")))"
      return Slip(
        value, .divisorSpread(written: written),
        [text.replace((sign - 1)...sides.second.upperBound, by: written)])
    }
    return nil
  }

  /// `.he()`, a word that is no call.
  private static func calledMember(_ error: CellError, in text: CellText) -> Slip? {
    let words = error.pieces
    guard error.text.hasPrefix("enum case '"), error.text.hasSuffix("has no associated values"), words.count > 1,
      text.lines.indices.contains(error.line),
      let place = text.indices(ofLine: error.line).first(where: { index in
        text.sees(".", at: index) && text.sees(words[1], at: index + 1) && text.sees("(", at: index + 2)
          && text.sees(")", at: index + 3)
      })
    else { return nil }
    return Slip(
      text.tokens[place], .labels(found: [".\(words[1])()"], ours: [".\(words[1])"]),
      [text.replace(place...(place + 3), by: ".\(words[1])")])
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
  func sides(behind sign: Int) -> (first: ClosedRange<Int>, second: ClosedRange<Int>)? {
    guard let first = operand(startingAt: sign + 1), sees("*", at: first.upperBound + 1),
      let second = operand(startingAt: first.upperBound + 2),
      tokens[second.upperBound].line == tokens[sign].line
    else { return nil }
    let both = text(first.lowerBound...second.upperBound)
    return both.contains("height") && both.contains("width") ? (first, second) : nil
  }
}

internal import Messages

/// Signs of other languages, `===`, `++`, `:=`, and powers, which Swift has no sign for: `x ** 2`, `√x`.
enum ForeignOperators {
  private static let signs: [String: ForeignWords.Meaning] = [
    "=+": ("+=", .other), "=*": ("*=", .other), "=/": ("/=", .other), "===": ("==", .other), "<>": ("!=", .other),
    "=<": ("<=", .other), "=>": (">=", .other), "!==": ("!=", .other),
  ]

  private static let words = [
    "곱하기": "*", "더하기": "+", "빼기": "-", "나누기": "/", "이상": ">=", "이하": "<=", "초과": ">", "미만": "<", "times": "*",
    "plus": "+", "minus": "-",
  ]

  /// Signs in words between two values, one a word: `256 곱하기 256`.
  static func spoken(in text: CellText) -> [Slip] {
    text.tokens.indices.compactMap { index in
      guard text.tokens[index].kind == .word, let sign = words[text.tokens[index].text],
        let before = text[at: index - 1], let after = text[at: index + 1],
        before.line == text.tokens[index].line, after.line == before.line,
        !Separators.keywords.contains(before.text), !Separators.keywords.contains(after.text),
        text.operand(endingAt: index - 1) != nil, text.operand(startingAt: index + 1) != nil
      else { return nil }
      return .foreign(index...index, sign, .other, in: text)
    }
  }

  /// What is said of the sign at `index`; nil where it is ours.
  static func sign(at index: Int, in text: CellText) -> Slip? {
    let token = text.tokens[index]
    guard token.kind == .mark else { return nil }
    if let found = signs[token.text] { return .foreign(index...index, found.ours, found.from, in: text) }
    if token.text == ":", text.sees("=", at: index + 1), text.touch(index, index + 1) {
      return .foreign(index...(index + 1), "=", .python, in: text)
    }
    if let meant = doubled(at: index, in: text) { return .foreign(index...(index + 1), meant, .other, in: text) }
    // `a \ b`, and the key of it on a Korean keyboard.
    if token.text == "\\" || token.text == "₩", text.operand(endingAt: index - 1) != nil,
      text.operand(startingAt: index + 1) != nil
    {
      return .foreign(index...index, "/", .other, in: text)
    }
    // `a .* b`
    if token.text == ".", !text.touch(index - 1, index), text.touch(index, index + 1),
      let next = text[at: index + 1], ["*", "/", "^"].contains(next.text)
    {
      return .foreign(index...(index + 1), next.text, .other, in: text)
    }
    if token.text == "++" || token.text == "--", let name = text[at: index - 1], name.kind == .word,
      text.touch(index - 1, index)
    {
      return .foreign((index - 1)...index, "\(name.text) \(token.text.prefix(1))= 1", .c, in: text)
    }
    guard token.text == "**" || token.text == "^", let power = text[at: index + 1], power.kind == .number,
      let base = text.operand(endingAt: index - 1), text.tokens[base.lowerBound].text != "10"
    else { return nil }
    let written = text.text(base)
    let range = base.lowerBound...(index + 1)
    switch power.text {
    case "2": return Self.power(range, "\(written) * \(written)", in: text)
    case "3": return Self.power(range, "\(written) * \(written) * \(written)", in: text)
    case "0.5": return Self.power(range, "\(written).squareRoot()", in: text)
    default:
      guard let written = raised(written, power.text) else { return nil }
      return Self.power(range, written, in: text)
    }
  }

  /// What two signs of comparison beside each other are meant as: `>= >`, `> =`; nil where there are not two.
  private static func doubled(at index: Int, in text: CellText) -> String? {
    let (first, second) = (text.tokens[index].text, text[at: index + 1]?.text ?? "")
    // `let a: Array<Int> = …` ends a type.
    let isType =
      first == ">" && second == "=" && text.indices(ofLine: text.tokens[index].line).contains { text.sees(":", at: $0) }
    guard comparisons.contains(first), comparisons.contains(second), first != "=" || second != "=", !isType,
      text.operand(endingAt: index - 1) != nil, text.operand(startingAt: index + 2) != nil
    else { return nil }
    if comparisons.contains(first + second) { return first + second }
    if first == "<", second == ">" { return "!=" }
    return [first, second].first { $0.count == 2 } ?? (first == "=" ? second + first : second)
  }

  private static let comparisons = CellText.comparisons.union(["="])

  /// A whole number to the power of another; nil where it is none, or too large.
  private static func raised(_ base: String, _ exponent: String) -> String? {
    guard let base = Int(base), let exponent = Int(exponent), (0...62).contains(exponent) else { return nil }
    var result = 1
    for _ in 0..<exponent {
      let (product, isTooLarge) = result.multipliedReportingOverflow(by: base)
      guard !isTooLarge else { return nil }
      result = product
    }
    return String(result)
  }

  /// Powers of whole numbers with the sign for something else, which compile: `256^2`.
  static func numberPowers(in text: CellText) -> [Slip] {
    text.tokens.indices.compactMap { index in
      let areNumbers = text[at: index - 1]?.kind == .number && text[at: index + 1]?.kind == .number
      return areNumbers && text.sees("^", at: index) ? sign(at: index, in: text) : nil
    }
  }

  private static func power(_ range: ClosedRange<Int>, _ written: String, in text: CellText) -> Slip {
    Slip(
      text.tokens[range.lowerBound], .power(found: text.text(range), written: written),
      [text.replace(range, by: written)])
  }

  /// `√x` and `√(x + y)`.
  static func root(at index: Int, in text: CellText) -> Slip? {
    let token = text.tokens[index]
    guard token.text.hasPrefix("√") else { return nil }
    var end = index
    var value = String(token.text.dropFirst())
    if value.isEmpty {
      guard let next = text[at: index + 1], next.line == token.line else { return nil }
      end = index + 1
      value = next.text
      if next.text == "(" {
        guard let close = text.closing(index + 1), close > index + 2 else { return nil }
        end = close
        value = text.text((index + 1)...close)
      }
    }
    while text.sees(".", at: end + 1), text[at: end + 2]?.kind == .word { end += 2 }
    if end > index, !value.hasPrefix("("), text.sees(".", at: end - 1) {
      value = String(text.text(index...end).drop { $0 == "√" }).trimmed
    }
    if Int(value) != nil { value += ".0" }
    let written = value + ".squareRoot()"
    return Slip(
      token, .power(found: text.text(index...end), written: written), [text.replace(index...end, by: written)])
  }
}

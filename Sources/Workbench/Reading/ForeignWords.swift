internal import Messages

/// Words and signs of Python, NumPy and C, with what is written here.
enum ForeignWords {
  typealias Edit = CellText.Edit

  /// Words that stand for one of ours, wherever they stand.
  private static let words: [String: (ours: String, from: SlipPhrase.Origin)] = [
    "None": ("nil", .python), "null": ("nil", .c), "NULL": ("nil", .c), "nullptr": ("nil", .c),
    "undefined": ("nil", .c),
    "True": ("true", .python), "False": ("false", .python), "TRUE": ("true", .c), "FALSE": ("false", .c),
    "elif": ("else if", .python), "elsif": ("else if", .other), "elseif": ("else if", .other),
    "elseIf": ("else if", .other),
    "and": ("&&", .python), "or": ("||", .python),
  ]
  /// Words before a name.
  private static let beginnings: [String: (ours: String, from: SlipPhrase.Origin)] = [
    "function": ("func", .other), "fn": ("func", .other), "fun": ("func", .other), "const": ("let", .c),
    "auto": ("let", .c),
    "val": ("let", .other),
  ]
  /// Words before a parenthesis.
  private static let calls: [String: (ours: String, from: SlipPhrase.Origin)] = [
    "int": ("Int", .python), "float": ("Double", .python), "double": ("Double", .c), "str": ("String", .python),
    "bool": ("Bool", .python),
  ]
  private static let signs: [String: (ours: String, from: SlipPhrase.Origin)] = [
    "===": ("==", .other), "<>": ("!=", .other), "=<": ("<=", .other), "=>": (">=", .other), "!==": ("!=", .other),
  ]
  private static let modules: Set<String> = ["np", "numpy", "math", "torch", "tf", "K", "jnp", "cv2"]

  /// What is found.
  static func slips(in text: CellText) -> [Slip] {
    text.tokens.indices.compactMap { index in
      word(at: index, in: text) ?? sign(at: index, in: text) ?? call(at: index, in: text) ?? member(at: index, in: text)
    }
  }

  private static func slip(
    _ range: ClosedRange<Int>, _ ours: String, _ origin: SlipPhrase.Origin, in text: CellText
  ) -> Slip {
    Slip(
      text.tokens[range.lowerBound], .foreignWord(found: text.text(range), ours: ours.trimmed, from: origin),
      [text.replace(range, by: ours)])
  }

  /// Whether the piece at `index` belongs to a name with a point, or is a label.
  private static func isMemberOrLabel(_ index: Int, in text: CellText) -> Bool {
    text.sees(".", at: index - 1) || text.sees(":", at: index + 1)
  }

  private static func word(at index: Int, in text: CellText) -> Slip? {
    let token = text.tokens[index]
    guard token.kind == .word else { return nil }
    if token.text == "is", let next = text[at: index + 1], ["None", "not"].contains(next.text) {
      return next.text == "not"
        ? slip(index...(index + 1), "!=", .python, in: text) : slip(index...index, "==", .python, in: text)
    }
    if token.text == "not", !isMemberOrLabel(index, in: text), let next = text[at: index + 1], next.text != "in" {
      let edit = Edit(
        line: token.line, range: token.start..<(next.line == token.line ? next.start : token.end), text: "!")
      return Slip(token, .foreignWord(found: "not", ours: "!", from: .python), [edit])
    }
    if token.text == "pass", text.indices(ofLine: token.line).count == 1 {
      return slip(index...index, "", .python, in: text)
    }
    if let found = words[token.text], !isMemberOrLabel(index, in: text) {
      return slip(index...index, found.ours, found.from, in: text)
    }
    if let found = beginnings[token.text], text[at: index + 1]?.kind == .word, !text.sees(".", at: index - 1) {
      return slip(index...index, found.ours, found.from, in: text)
    }
    if let found = calls[token.text], text.sees("(", at: index + 1), !text.sees(".", at: index - 1) {
      return slip(index...index, found.ours, found.from, in: text)
    }
    return nil
  }

  private static func sign(at index: Int, in text: CellText) -> Slip? {
    let token = text.tokens[index]
    guard token.kind == .mark else { return nil }
    if let found = signs[token.text] { return slip(index...index, found.ours, found.from, in: text) }
    if token.text == ":", text.sees("=", at: index + 1), text.touch(index, index + 1) {
      return slip(index...(index + 1), "=", .python, in: text)
    }
    if token.text == "++" || token.text == "--", let name = text[at: index - 1], name.kind == .word,
      text.touch(index - 1, index)
    {
      return slip((index - 1)...index, "\(name.text) \(token.text.prefix(1))= 1", .c, in: text)
    }
    guard token.text == "**" || token.text == "^", let power = text[at: index + 1], power.kind == .number,
      let base = operand(endingAt: index - 1, in: text), text.tokens[base.lowerBound].text != "10"
    else { return nil }
    let written = text.text(base)
    let range = base.lowerBound...(index + 1)
    switch power.text {
    case "2": return power2(range, "\(written) * \(written)", in: text)
    case "3": return power2(range, "\(written) * \(written) * \(written)", in: text)
    case "0.5": return power2(range, "\(written).squareRoot()", in: text)
    default: return nil
    }
  }

  private static func power2(_ range: ClosedRange<Int>, _ written: String, in text: CellText) -> Slip {
    Slip(
      text.tokens[range.lowerBound], .power(found: text.text(range), written: written),
      [text.replace(range, by: written)])
  }

  /// The pieces of the value that ends at `index`: `x`, `f(x)`, `(a + b)`, `a[i]`.
  static func operand(endingAt index: Int, in text: CellText) -> ClosedRange<Int>? {
    guard let token = text[at: index] else { return nil }
    var start = index
    if [")", "]"].contains(token.text) {
      guard let open = (0..<index).last(where: { text.closing($0) == index }) else { return nil }
      start = open
      if let before = text[at: open - 1], before.kind == .word, text.touch(open - 1, open) { start = open - 1 }
    } else if token.kind != .word, token.kind != .number {
      return nil
    }
    while text.sees(".", at: start - 1), text[at: start - 2]?.kind == .word { start -= 2 }
    return start...index
  }

  /// Functions of other languages.
  private static func call(at index: Int, in text: CellText) -> Slip? {
    let token = text.tokens[index]
    guard token.kind == .word, text.sees("(", at: index + 1), let close = text.closing(index + 1),
      text.tokens[close].line == token.line
    else { return nil }
    var start = index
    var origin = SlipPhrase.Origin.python
    if text.sees(".", at: index - 1) {
      guard let module = text[at: index - 2], modules.contains(module.text) else { return nil }
      start = index - 2
      origin = module.text == "math" ? .python : .numpy
    }
    let arguments = Call.arguments(from: index + 1, to: close, in: text).map { text.text($0) }
    guard let first = arguments.first else { return nil }
    let range = start...close
    let isName = first.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
    let value = isName ? first : "(\(first))"
    switch (token.text, arguments.count) {
    case ("sqrt", 1), ("sqrtf", 1): return slip(range, value + ".squareRoot()", origin, in: text)
    case ("len", 1): return slip(range, value + ".count", origin, in: text)
    case ("range", 1): return slip(range, "0..<\(first)", origin, in: text)
    case ("range", 2): return slip(range, "\(first)..<\(arguments[1])", origin, in: text)
    case ("range", 3):
      return slip(range, "stride(from: \(first), to: \(arguments[1]), by: \(arguments[2]))", origin, in: text)
    case ("pow", 2) where arguments[1] == "2", ("power", 2) where arguments[1] == "2":
      return slip(range, "\(value) * \(value)", origin, in: text)
    case ("square", 1) where start < index: return slip(range, "\(value) * \(value)", origin, in: text)
    case ("sum", 1): return slip(range, sum(of: value), origin, in: text)
    case ("mean", 1): return slip(range, mean(of: value), origin, in: text)
    case ("round", 1): return slip(range, value + ".rounded()", origin, in: text)
    case ("floor", 1): return slip(range, value + ".rounded(.down)", origin, in: text)
    case ("ceil", 1): return slip(range, value + ".rounded(.up)", origin, in: text)
    case ("abs", 1) where start < index, ("fabs", 1): return slip(range, "abs(\(first))", origin, in: text)
    case ("max", 2...) where start < index, ("min", 2...) where start < index, ("maximum", 2), ("minimum", 2):
      let name = token.text.hasPrefix("max") ? "max" : "min"
      return slip(range, "\(name)(\(arguments.joined(separator: ", ")))", origin, in: text)
    case ("zeros_like", 1): return slip(range, "Mask(height: \(value).height, width: \(value).width)", origin, in: text)
    case ("float32", 1) where start < index: return slip(range, "Float(\(first))", origin, in: text)
    default: return nil
    }
  }

  private static func sum(of value: String) -> String {
    value.hasSuffix(".pixels") ? "\(value).reduce(0, +)" : "\(value).pixels.reduce(0, +)"
  }

  private static func mean(of value: String) -> String {
    let pixels = value.hasSuffix(".pixels") ? value : "\(value).pixels"
    return "\(pixels).reduce(0, +) / Float(\(pixels).count)"
  }

  /// Members of NumPy's arrays and Python's lists.
  private static func member(at index: Int, in text: CellText) -> Slip? {
    let token = text.tokens[index]
    // x[row][column]
    if token.text == "[", text[at: index - 1]?.kind == .word, text.touch(index - 1, index),
      let middle = text.closing(index),
      text.sees("[", at: middle + 1), text.touch(middle, middle + 1), let end = text.closing(middle + 1),
      end > middle + 2,
      text.tokens[end].line == token.line
    {
      let range = (index - 1)...end
      let written =
        "\(text.tokens[index - 1].text)[\(text.text((index + 1)...(middle - 1))), \(text.text((middle + 2)...(end - 1)))]"
      return slip(range, written, .numpy, in: text)
    }
    guard token.kind == .word, text.sees(".", at: index - 1), let base = operand(endingAt: index - 2, in: text) else {
      return nil
    }
    let value = text.text(base)
    let start = base.lowerBound
    switch token.text {
    case "shape" where text.sees("[", at: index + 1) && text.sees("]", at: index + 3):
      guard let side = ["0": "height", "1": "width"][text.tokens[index + 2].text] else { return nil }
      return slip(start...(index + 3), "\(value).\(side)", .numpy, in: text)
    case "rows", "cols", "columns", "ncols", "nrows":
      return slip(start...index, value + (token.text.contains("row") ? ".height" : ".width"), .numpy, in: text)
    case "length", "size", "len":
      let end = text.sees("(", at: index + 1) && text.sees(")", at: index + 2) ? index + 2 : index
      return slip(start...end, value + ".count", .c, in: text)
    case "sum", "mean":
      guard text.sees("(", at: index + 1), text.sees(")", at: index + 2) else { return nil }
      return slip(start...(index + 2), token.text == "sum" ? sum(of: value) : mean(of: value), .numpy, in: text)
    case "sqrt":
      guard text.sees("(", at: index + 1), text.sees(")", at: index + 2) else { return nil }
      return slip(start...(index + 2), value + ".squareRoot()", .numpy, in: text)
    default: return nil
    }
  }
}

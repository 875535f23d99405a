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
    "and": ("&&", .python), "or": ("||", .python), "And": ("&&", .other), "Or": ("||", .other),
    "AND": ("&&", .other), "OR": ("||", .other), "그리고": ("&&", .other), "또는": ("||", .other), "혹은": ("||", .other),
    "이고": ("&&", .other), "이거나": ("||", .other), "및": ("&&", .other),
  ]
  /// Words before a name.
  private static let beginnings: [String: (ours: String, from: SlipPhrase.Origin)] = [
    "function": ("func", .other), "fn": ("func", .other), "fun": ("func", .other), "const": ("let", .c),
    "auto": ("let", .c),
    "val": ("let", .other), "def": ("let", .python),
  ]
  /// Words before a parenthesis.
  private static let calls: [String: (ours: String, from: SlipPhrase.Origin)] = [
    "int": ("Int", .python), "float": ("Double", .python), "double": ("Double", .c), "str": ("String", .python),
    "bool": ("Bool", .python),
  ]
  private static let signs: [String: (ours: String, from: SlipPhrase.Origin)] = [
    "===": ("==", .other), "<>": ("!=", .other), "=<": ("<=", .other), "=>": (">=", .other), "!==": ("!=", .other),
  ]
  private static let modules: Set<String> = ["np", "numpy", "math", "Math", "torch", "tf", "K", "jnp", "cv2"]

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
    if let slip = root(at: index, in: text) ?? constant(at: index, in: text) { return slip }
    if token.text == "is", let next = text[at: index + 1],
      ["None", "not", "nil", "null", "True", "False"].contains(next.text) || next.kind == .number
    {
      return next.text == "not"
        ? slip(index...(index + 1), "!=", .python, in: text) : slip(index...index, "==", .python, in: text)
    }
    if token.text.lowercased() == "not", !isMemberOrLabel(index, in: text), let next = text[at: index + 1],
      next.text != "in", token.text == "not" || next.line == token.line
    {
      if let slip = negated(from: index, in: text) { return slip }
      if next.kind == .word, isNumber(next.text, in: text) {
        return slip(index...(index + 1), "\(next.text) == 0", .python, in: text)
      }
      let edit = Edit(
        line: token.line, range: token.start..<(next.line == token.line ? next.start : token.end), text: "!")
      return Slip(token, .foreignWord(found: token.text, ours: "!", from: .python), [edit])
    }
    // print "x"
    if token.text == "print", let next = text[at: index + 1], next.kind == .string, next.line == token.line {
      let last = text.indices(ofLine: token.line).upperBound - 1
      return slip(index...last, "print(\(text.text((index + 1)...last)))", .python, in: text)
    }
    if token.text == "pass", text.indices(ofLine: token.line).count == 1 {
      return slip(index...index, "", .python, in: text)
    }
    if let slip = truthAsNumber(at: index, in: text) { return slip }
    if let found = words[token.text], !isMemberOrLabel(index, in: text) {
      return slip(index...index, found.ours, found.from, in: text)
    }
    if let found = beginnings[token.text], text[at: index + 1]?.kind == .word, !text.sees(".", at: index - 1) {
      if token.text == "def", !text.sees("=", at: index + 2) { return nil }
      return slip(index...index, found.ours, found.from, in: text)
    }
    if let found = calls[token.text], text.sees("(", at: index + 1), !text.sees(".", at: index - 1) {
      return slip(index...index, found.ours, found.from, in: text)
    }
    return nil
  }

  /// `not a == b` is `!(a == b)`.
  private static func negated(from index: Int, in text: CellText) -> Slip? {
    let ends: Set<String> = ["and", "or", "&&", "||", "{", ":", ",", "then"]
    let line = text.indices(ofLine: text.tokens[index].line)
    var (end, depth) = (index, 0)
    while line.contains(end + 1) {
      let next = text.tokens[end + 1].text
      if next == "(" || next == "[" { depth += 1 }
      if next == ")" || next == "]" { depth -= 1 }
      if depth < 0 || depth == 0 && ends.contains(next) { break }
      end += 1
    }
    let compares = ["==", "!=", "<", ">", "<=", ">="]
    guard end > index + 2, (index + 1...end).contains(where: { compares.contains(text.tokens[$0].text) }),
      !(text.sees("(", at: index + 1) && text.closing(index + 1) == end)
    else { return nil }
    let written = "!(\(text.text((index + 1)...end)))"
    return slip(index...end, written, .python, in: text)
  }

  private static let constants = [
    "nan": "Double.nan", "inf": "Double.infinity", "infinity": "Double.infinity", "pi": "Double.pi",
  ]

  /// `np.nan`, `math.inf`, `float("nan")`: what has no value where a function may give none, else the number of that name.
  private static func constant(at index: Int, in text: CellText) -> Slip? {
    let token = text.tokens[index]
    var (range, name) = (index...index, token.text.lowercased())
    if token.text == "float" || token.text == "Double" || token.text == "Float", text.sees("(", at: index + 1),
      let value = text[at: index + 2], value.kind == .string, text.sees(")", at: index + 3)
    {
      range = index...(index + 3)
      name = String(value.text.filter { $0 != "\"" && $0 != "-" && $0 != "+" }).lowercased()
    } else if text.sees(".", at: index - 1) {
      guard let module = text[at: index - 2], modules.contains(module.text), !text.sees("(", at: index + 1) else {
        return nil
      }
      range = (index - 2)...index
    } else {
      guard ["NaN", "nan", "NAN", "Infinity", "INFINITY"].contains(token.text), !isNumber(token.text, in: text),
        ![":", "=", "("].contains(text[at: index + 1]?.text)
      else { return nil }
    }
    guard var ours = constants[name] else { return nil }
    let arrow = (0..<index).last { text.sees("->", at: $0) }
    let mayBeNone = arrow.map { text.sees("?", at: $0 + 2) } ?? false
    if name == "nan", mayBeNone, text.sees("return", at: range.lowerBound - 1) { ours = "nil" }
    return slip(range, ours, token.text == "float" || text.sees("math", at: index - 2) ? .python : .numpy, in: text)
  }

  /// `√x` and `√(x + y)`.
  private static func root(at index: Int, in text: CellText) -> Slip? {
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

  /// `True` where a number is kept: a pixel of a mask, or what a function gives that gives numbers.
  private static func truthAsNumber(at index: Int, in text: CellText) -> Slip? {
    let token = text.tokens[index]
    guard let number = ["true": "1", "false": "0"][token.text.lowercased()] else { return nil }
    let isPixel = text.sees("=", at: index - 1) && text.sees("]", at: index - 2)
    let arrow = (0..<index).last { text.sees("->", at: $0) }
    let isResult =
      text.sees("return", at: index - 1) && arrow.map { text[at: $0 + 1].map { $0.text != "Bool" } ?? false } ?? false
    guard isPixel || isResult else { return nil }
    return Slip(token, .truthAsNumber(found: token.text, written: number), [text.replace(index...index, by: number)])
  }

  /// Whether a name is given a number somewhere in the cell.
  private static func isNumber(_ name: String, in text: CellText) -> Bool {
    text.tokens.indices.contains { index in
      text.tokens[index].text == name && text.sees("=", at: index + 1) && text[at: index + 2]?.kind == .number
    }
  }

  /// How many there are of `name`: the rows of an image or mask, else the values of a list.
  private static func count(of name: String, in text: CellText) -> String {
    let hasRows = text.tokens.indices.contains { index in
      text.tokens[index].text == name && text.sees(".", at: index + 1)
        && ["height", "width"].contains(text[at: index + 2]?.text)
    }
    return name + (hasRows ? ".height" : ".count")
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
    default:
      guard let written = raised(written, power.text) else { return nil }
      return power2(range, written, in: text)
    }
  }

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

  /// The pieces of the value that begins at `index`: `x`, `f(x)`, `(a + b)`, `a[i]`.
  static func operand(startingAt index: Int, in text: CellText) -> ClosedRange<Int>? {
    guard let token = text[at: index], token.kind == .word || token.kind == .number || token.text == "(" else {
      return nil
    }
    var end = index
    if token.text == "(" {
      guard let close = text.closing(index) else { return nil }
      end = close
    }
    while true {
      if let open = text[at: end + 1], ["(", "["].contains(open.text), text.touch(end, end + 1),
        let close = text.closing(end + 1)
      {
        end = close
      } else if text.sees(".", at: end + 1), text[at: end + 2]?.kind == .word {
        end += 2
      } else {
        return text.tokens[end].line == token.line ? index...end : nil
      }
    }
  }

  /// `(double)x` is `Double(x)`.
  private static func cast(at index: Int, in text: CellText) -> Slip? {
    let types = [
      "int": "Int", "float": "Float", "double": "Double", "Int": "Int", "Double": "Double", "Float": "Float",
    ]
    guard text.sees("(", at: index), let type = text[at: index + 1].flatMap({ types[$0.text] }),
      text.sees(")", at: index + 2), let name = text[at: index + 3], name.kind == .word || name.text == "("
    else { return nil }
    var end = index + 3
    if let open = text[at: name.text == "(" ? end : end + 1]?.text, ["(", "["].contains(open) {
      guard let close = text.closing(name.text == "(" ? end : end + 1) else { return nil }
      end = close
    }
    guard text.tokens[end].line == name.line else { return nil }
    func made(_ value: String) -> String { value.hasPrefix("(") ? type + value : "\(type)(\(value))" }
    var written = made(text.text((index + 3)...end))
    // What it is divided by has to be of the same type.
    if text.sees("/", at: end + 1), let below = text[at: end + 2], below.kind == .word, below.line == name.line,
      !["(", ".", "["].contains(text[at: end + 3]?.text)
    {
      end += 2
      written += " / " + made(below.text)
    }
    return slip(index...end, written, .c, in: text)
  }

  /// Functions of other languages.
  private static func call(at index: Int, in text: CellText) -> Slip? {
    if let slip = cast(at: index, in: text) { return slip }
    let token = text.tokens[index]
    guard token.kind == .word, text.sees("(", at: index + 1), let close = text.closing(index + 1),
      text.tokens[close].line == token.line
    else { return nil }
    var start = index
    var origin = SlipPhrase.Origin.python
    if text.sees(".", at: index - 1) {
      guard let module = text[at: index - 2], modules.contains(module.text) || module.text == "linalg" else {
        return nil
      }
      start = index - 2
      while text.sees(".", at: start - 1), text[at: start - 2].map({ modules.contains($0.text) }) ?? false {
        start -= 2
      }
      origin = module.text == "math" ? .python : .numpy
    }
    let arguments = Call.arguments(from: index + 1, to: close, in: text).map { text.text($0) }
    guard let first = arguments.first else { return nil }
    let range = start...close
    let isName = first.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
    let value = isName ? first : "(\(first))"
    switch (token.text, arguments.count) {
    case ("sqrt", 1), ("sqrtf", 1): return slip(range, value + ".squareRoot()", origin, in: text)
    // What is within a range is mended with it.
    case ("len", 1) where text.sees("range", at: index - 2): return nil
    case ("len", 1): return slip(range, count(of: value, in: text), origin, in: text)
    case ("range", 1):
      let inner = first.wholeMatch(of: /len\((\w+)\)/).map { count(of: String($0.output.1), in: text) }
      return slip(range, "0..<\(inner ?? first)", origin, in: text)
    case ("range", 2): return slip(range, "\(first)..<\(arguments[1])", origin, in: text)
    case ("range", 3):
      return slip(range, "stride(from: \(first), to: \(arguments[1]), by: \(arguments[2]))", origin, in: text)
    case ("pow", 2) where ["0.5", "1/2", "1 / 2", "1.0 / 2"].contains(arguments[1]),
      ("power", 2) where arguments[1] == "0.5":
      return slip(range, value + ".squareRoot()", origin, in: text)
    case ("pow", 2) where arguments[1] == "2", ("power", 2) where arguments[1] == "2":
      return slip(range, "\(value) * \(value)", origin, in: text)
    case ("square", 1) where start < index: return slip(range, "\(value) * \(value)", origin, in: text)
    case ("array", 1) where start < index, ("asarray", 1) where start < index,
      ("sum", 1) where isNumber(first, in: text):
      return slip(range, value, origin, in: text)
    case ("int", 1) where start < index, ("int32", 1) where start < index, ("int64", 1) where start < index:
      return slip(range, Int(first) == nil ? "Int(\(first))" : first, origin, in: text)
    case ("divide", 2) where start < index, ("true_divide", 2) where start < index:
      return slip(range, "Double(\(first)) / Double(\(arguments[1]))", origin, in: text)
    case ("multiply", 2) where start < index, ("logical_and", 2) where start < index:
      return slip(range, "\(value) * \(arguments[1])", origin, in: text)
    case ("add", 2) where start < index: return slip(range, "\(value) + \(arguments[1])", origin, in: text)
    case ("subtract", 2) where start < index: return slip(range, "\(value) - \(arguments[1])", origin, in: text)
    case ("where", 3) where start < index:
      return slip(range, "\(first) ? \(arguments[1]) : \(arguments[2])", origin, in: text)
    case ("sum", 1): return slip(range, sum(of: value), origin, in: text)
    case ("mean", 1): return slip(range, mean(of: value), origin, in: text)
    case ("reduce_sum", 1) where start < index: return slip(range, sum(of: value), origin, in: text)
    case ("reduce_mean", 1) where start < index: return slip(range, mean(of: value), origin, in: text)
    case ("round", 1): return slip(range, value + ".rounded()", origin, in: text)
    case ("floor", 1): return slip(range, value + ".rounded(.down)", origin, in: text)
    case ("ceil", 1): return slip(range, value + ".rounded(.up)", origin, in: text)
    case ("abs", 1) where start < index, ("fabs", 1): return slip(range, "abs(\(first))", origin, in: text)
    case ("max", 2...) where start < index, ("min", 2...) where start < index, ("maximum", 2), ("minimum", 2):
      let name = token.text.hasPrefix("max") ? "max" : "min"
      return slip(range, "\(name)(\(arguments.joined(separator: ", ")))", origin, in: text)
    case ("zeros", 1) where start < index, ("zeros", 2) where start < index:
      let sides = first.filter { !"()[] ".contains($0) }.split(separator: ",")
      guard sides.count == 2 else { return nil }
      return slip(range, "Mask(height: \(sides[0]), width: \(sides[1]))", origin, in: text)
    case ("zeros_like", 1): return slip(range, "Mask(height: \(value).height, width: \(value).width)", origin, in: text)
    case ("float32", 1) where start < index, ("float64", 1) where start < index:
      return slip(
        range, Double(first) == nil ? "\(token.text == "float32" ? "Float" : "Double")(\(first))" : first, origin,
        in: text)
    default: return nil
    }
  }

  private static func sum(of value: String) -> String {
    if let found = value.wholeMatch(of: /\(*(\w+) ?([*&]) ?(\w+)\)*/) {
      return "zip(\(found.output.1).pixels, \(found.output.3).pixels).reduce(0) { $0 + $1.0 * $1.1 }"
    }
    if let found = value.wholeMatch(of: /\(*(\w+) ?\+ ?(\w+)\)*/) {
      return "(\(sum(of: String(found.output.1))) + \(sum(of: String(found.output.2))))"
    }
    return value.hasSuffix(".pixels") ? "\(value).reduce(0, +)" : "\(value).pixels.reduce(0, +)"
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
      let isOne = isNumber(value, in: text)
      return slip(
        start...(index + 2), isOne ? value : token.text == "sum" ? sum(of: value) : mean(of: value), .numpy, in: text)
    case "sqrt":
      guard text.sees("(", at: index + 1), text.sees(")", at: index + 2) else { return nil }
      return slip(start...(index + 2), value + ".squareRoot()", .numpy, in: text)
    default: return nil
    }
  }
}

internal import Messages

/// Functions and members of Python, NumPy and C: `np.sqrt(x)`, `len(a)`, `(double)x`, `a.shape[0]`, `x[row][column]`.
enum ForeignCalls {
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
    return .foreign(index...end, written, .c, in: text)
  }

  /// Functions of other languages.
  static func call(at index: Int, in text: CellText) -> Slip? {
    if let slip = cast(at: index, in: text) { return slip }
    let token = text.tokens[index]
    guard token.kind == .word, text.sees("(", at: index + 1), let close = text.closing(index + 1),
      text.tokens[close].line == token.line
    else { return nil }
    var start = index
    var origin = SlipPhrase.Origin.python
    if text.sees(".", at: index - 1) {
      guard let module = text[at: index - 2], ForeignWords.modules.contains(module.text) || module.text == "linalg"
      else {
        return nil
      }
      start = index - 2
      while text.sees(".", at: start - 1), text[at: start - 2].map({ ForeignWords.modules.contains($0.text) }) ?? false
      {
        start -= 2
      }
      origin = SlipPhrase.Origin(ofModule: text.tokens[start].text)
    }
    let arguments = Call.arguments(from: index + 1, to: close, in: text).map { text.text($0) }
    guard let first = arguments.first else { return nil }
    let range = start...close
    let isName = first.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
    let value = isName ? first : "(\(first))"
    switch (token.text, arguments.count) {
    // Without a module before them they are Swift's own, too, of a library that no cell has.
    case ("sqrt", 1), ("sqrtf", 1):
      return .foreign(range, value + ".squareRoot()", start < index ? origin : .other, in: text)
    // What is within a range is mended with it.
    case ("len", 1) where text.sees("range", at: index - 2): return nil
    case ("len", 1): return .foreign(range, count(of: value, in: text), origin, in: text)
    case ("range", 1):
      let inner = first.wholeMatch(of: /len\((\w+)\)/).map { count(of: String($0.output.1), in: text) }
      return .foreign(range, "0..<\(inner ?? first)", origin, in: text)
    case ("range", 2): return .foreign(range, "\(first)..<\(arguments[1])", origin, in: text)
    case ("range", 3):
      return .foreign(range, "stride(from: \(first), to: \(arguments[1]), by: \(arguments[2]))", origin, in: text)
    case ("pow", 2) where ["0.5", "1/2", "1 / 2", "1.0 / 2"].contains(arguments[1]),
      ("power", 2) where arguments[1] == "0.5":
      return .foreign(range, value + ".squareRoot()", origin, in: text)
    case ("pow", 2) where arguments[1] == "2", ("power", 2) where arguments[1] == "2":
      return .foreign(range, "\(value) * \(value)", start < index ? origin : .other, in: text)
    case ("square", 1) where start < index: return .foreign(range, "\(value) * \(value)", origin, in: text)
    case ("array", 1) where start < index, ("asarray", 1) where start < index,
      ("sum", 1) where ForeignWords.isNumber(first, in: text):
      return .foreign(range, value, origin, in: text)
    case ("int", 1) where start < index, ("int32", 1) where start < index, ("int64", 1) where start < index:
      return .foreign(range, Int(first) == nil ? "Int(\(first))" : first, origin, in: text)
    case ("divide", 2) where start < index, ("true_divide", 2) where start < index:
      return .foreign(range, "Double(\(first)) / Double(\(arguments[1]))", origin, in: text)
    case ("multiply", 2) where start < index, ("logical_and", 2) where start < index:
      return .foreign(range, "\(value) * \(arguments[1])", origin, in: text)
    case ("add", 2) where start < index: return .foreign(range, "\(value) + \(arguments[1])", origin, in: text)
    case ("subtract", 2) where start < index: return .foreign(range, "\(value) - \(arguments[1])", origin, in: text)
    case ("where", 3) where start < index:
      return .foreign(range, "\(first) ? \(arguments[1]) : \(arguments[2])", origin, in: text)
    case ("sum", 1),
      ("reduce_sum", 1) where start < index:
      let term = PixelPlaces.term(of: first, at: index, in: text)
      return .foreign(range, term ?? sum(of: value), origin, in: text)
    case ("mean", 1): return .foreign(range, mean(of: value), origin, in: text)
    case ("reduce_mean", 1) where start < index: return .foreign(range, mean(of: value), origin, in: text)
    case ("round", 1): return .foreign(range, value + ".rounded()", origin, in: text)
    case ("floor", 1): return .foreign(range, value + ".rounded(.down)", origin, in: text)
    case ("ceil", 1): return .foreign(range, value + ".rounded(.up)", origin, in: text)
    case ("abs", 1) where start < index, ("fabs", 1): return .foreign(range, "abs(\(first))", origin, in: text)
    case ("max", 2...) where start < index, ("min", 2...) where start < index, ("maximum", 2), ("minimum", 2):
      let name = token.text.hasPrefix("max") ? "max" : "min"
      return .foreign(range, "\(name)(\(arguments.joined(separator: ", ")))", origin, in: text)
    case ("zeros", 1) where start < index, ("zeros", 2) where start < index:
      let sides = first.filter { !"()[] ".contains($0) }.split(separator: ",")
      guard sides.count == 2 else { return nil }
      return .foreign(range, "Mask(height: \(sides[0]), width: \(sides[1]))", origin, in: text)
    case ("zeros_like", 1):
      return .foreign(range, "Mask(height: \(value).height, width: \(value).width)", origin, in: text)
    case ("float32", 1) where start < index, ("float64", 1) where start < index:
      return .foreign(
        range, Double(first) == nil ? "\(token.text == "float32" ? "Float" : "Double")(\(first))" : first, origin,
        in: text)
    default: return nil
    }
  }

  /// How many there are of `name`: the rows of an image or mask, else the values of a list.
  private static func count(of name: String, in text: CellText) -> String {
    name + (hasRows(name, in: text) ? ".height" : ".count")
  }

  /// Whether a name is an image or a mask, as the cell uses it.
  private static func hasRows(_ name: String, in text: CellText) -> Bool {
    text.tokens.indices.contains { index in
      text.tokens[index].text == name && text.sees(".", at: index + 1)
        && ["height", "width"].contains(text[at: index + 2]?.text)
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
    return "Double(\(pixels).reduce(0, +)) / Double(\(pixels).count)"
  }

  /// Members of NumPy's arrays and Python's lists.
  static func member(at index: Int, in text: CellText) -> Slip? {
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
      return .foreign(range, written, .numpy, in: text)
    }
    guard token.kind == .word, text.sees(".", at: index - 1), let base = text.operand(endingAt: index - 2) else {
      return nil
    }
    let value = text.text(base)
    let start = base.lowerBound
    switch token.text {
    case "shape" where text.sees("[", at: index + 1) && text.sees("]", at: index + 3):
      guard let side = ["0": "height", "1": "width"][text.tokens[index + 2].text] else { return nil }
      return .foreign(start...(index + 3), "\(value).\(side)", .numpy, in: text)
    case "rows", "cols", "columns", "ncols", "nrows":
      return .foreign(start...index, value + (token.text.contains("row") ? ".height" : ".width"), .numpy, in: text)
    case "length", "size", "len", "numel", "count":
      let end = text.sees("(", at: index + 1) && text.sees(")", at: index + 2) ? index + 2 : index
      if hasRows(value, in: text) {
        return .foreign(start...end, "(\(value).height * \(value).width)", .numpy, in: text)
      }
      // That of a list is Swift's own.
      return token.text == "count" ? nil : .foreign(start...end, value + ".count", .c, in: text)
    case "sum", "mean":
      guard text.sees("(", at: index + 1), text.sees(")", at: index + 2) else { return nil }
      let isOne = ForeignWords.isNumber(value, in: text)
      let term = token.text == "sum" ? PixelPlaces.term(of: value, at: index, in: text) : nil
      return .foreign(
        start...(index + 2), isOne ? value : term ?? (token.text == "sum" ? sum(of: value) : mean(of: value)), .numpy,
        in: text)
    case "sqrt":
      guard text.sees("(", at: index + 1), text.sees(")", at: index + 2) else { return nil }
      return .foreign(start...(index + 2), value + ".squareRoot()", .numpy, in: text)
    default: return nil
    }
  }
}

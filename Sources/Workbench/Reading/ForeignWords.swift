internal import Messages

/// Words of Python, NumPy and C, with what is written here; their signs are read by ``ForeignOperators``, their functions by ``ForeignCalls``.
enum ForeignWords {
  typealias Edit = CellText.Edit
  /// What stands for a word here, and where the word is from.
  typealias Meaning = (ours: String, from: SlipPhrase.Origin)

  /// Words that stand for one of ours, wherever they stand.
  private static let words: [String: Meaning] = [
    "None": ("nil", .python), "null": ("nil", .c), "NULL": ("nil", .c), "nullptr": ("nil", .c),
    "undefined": ("nil", .c),
    "True": ("true", .python), "False": ("false", .python), "TRUE": ("true", .c), "FALSE": ("false", .c),
    "elif": ("else if", .python), "elsif": ("else if", .other), "elseif": ("else if", .other),
    "elseIf": ("else if", .other),
    "and": ("&&", .python), "or": ("||", .python), "And": ("&&", .other), "Or": ("||", .other),
    "AND": ("&&", .other), "OR": ("||", .other), "그리고": ("&&", .other), "또는": ("||", .other), "혹은": ("||", .other),
    "돌려줘": ("return", .other), "반환": ("return", .other), "리턴": ("return", .other), "만약": ("if", .other),
    "아니면": ("else", .other), "이고": ("&&", .other), "이거나": ("||", .other), "및": ("&&", .other),
  ]
  /// Words before a name.
  private static let beginnings: [String: Meaning] = [
    "function": ("func", .other), "fn": ("func", .other), "fun": ("func", .other), "const": ("let", .c),
    "auto": ("let", .c),
    "val": ("let", .other), "def": ("let", .python),
  ]
  /// Words before a parenthesis.
  private static let calls: [String: Meaning] = [
    "int": ("Int", .python), "float": ("Double", .python), "double": ("Double", .c), "str": ("String", .python),
    "bool": ("Bool", .python),
  ]
  /// The names that stand before functions and numbers of libraries.
  static let modules: Set<String> = ["np", "numpy", "math", "Math", "torch", "tf", "K", "jnp", "cv2"]

  /// What is found.
  static func slips(in text: CellText) -> [Slip] {
    text.tokens.indices.compactMap { index in
      word(at: index, in: text) ?? ForeignOperators.sign(at: index, in: text) ?? ForeignCalls.call(at: index, in: text)
        ?? ForeignCalls.member(at: index, in: text)
    }
  }

  /// The sign that joins two conditions, `&&` or `||`, where `word` is it or stands for it; nil for any other.
  static func joint(_ word: String) -> String? {
    let ours = words[word]?.ours ?? word
    return ours == "&&" || ours == "||" ? ours : nil
  }

  /// Whether the piece at `index` belongs to a name with a point, or is a label.
  private static func isMemberOrLabel(_ index: Int, in text: CellText) -> Bool {
    text.sees(".", at: index - 1) || text.sees(":", at: index + 1)
  }

  private static func word(at index: Int, in text: CellText) -> Slip? {
    let token = text.tokens[index]
    guard token.kind == .word else { return nil }
    if let slip = ForeignOperators.root(at: index, in: text) ?? constant(at: index, in: text) { return slip }
    if token.text == "is", let next = text[at: index + 1],
      ["None", "not", "nil", "null", "True", "False"].contains(next.text) || next.kind == .number
    {
      return next.text == "not"
        ? .foreign(index...(index + 1), "!=", .python, in: text) : .foreign(index...index, "==", .python, in: text)
    }
    if token.text.lowercased() == "not", !isMemberOrLabel(index, in: text), let next = text[at: index + 1],
      next.text != "in", token.text == "not" || next.line == token.line
    {
      if let slip = negated(from: index, in: text) { return slip }
      if next.kind == .word, isNumber(next.text, in: text) {
        return .foreign(index...(index + 1), "\(next.text) == 0", .python, in: text)
      }
      let edit = Edit(
        line: token.line, from: token.start, to: next.line == token.line ? next.start : token.end,
        text: "!")
      return Slip(token, .foreignWord(found: token.text, ours: "!", from: .python), [edit])
    }
    // print "x"
    if token.text == "print", let next = text[at: index + 1], next.kind == .string, next.line == token.line {
      let last = text.indices(ofLine: token.line).upperBound - 1
      return .foreign(index...last, "print(\(text.text((index + 1)...last)))", .python, in: text)
    }
    if let slip = spareWord(at: index, in: text) ?? filledText(at: index, in: text) { return slip }
    if token.text == "pass",
      text.indices(ofLine: token.line).count == 1 || text.sees("{", at: index - 1) && text.sees("}", at: index + 1)
    {
      return .foreign(index...index, "", .python, in: text)
    }
    if let slip = truthAsNumber(at: index, in: text) { return slip }
    if let found = words[token.text], !isMemberOrLabel(index, in: text) {
      return .foreign(index...index, found.ours, found.from, in: text)
    }
    if let found = beginnings[token.text], text[at: index + 1]?.kind == .word, !text.sees(".", at: index - 1) {
      if token.text == "def", !text.sees("=", at: index + 2) {
        // What ends with a colon is read as a block of Python's.
        let line = text.indices(ofLine: token.line)
        guard text.sees("(", at: index + 2), line.last.map({ text.sees("{", at: $0) }) ?? false else { return nil }
        return .foreign(index...index, "func", .python, in: text)
      }
      return .foreign(index...index, found.ours, found.from, in: text)
    }
    if let found = calls[token.text], text.sees("(", at: index + 1), !text.sees(".", at: index - 1) {
      return .foreign(index...index, found.ours, found.from, in: text)
    }
    return nil
  }

  /// `new Image(…)` and `self.both`: a word before a name that is nothing here.
  private static func spareWord(at index: Int, in text: CellText) -> Slip? {
    let isNew = text.sees("new", at: index) && text[at: index + 1]?.kind == .word
    let isSelf = (text.sees("self", at: index) || text.sees("this", at: index)) && text.sees(".", at: index + 1)
    let place = index + (isNew ? 1 : 2)
    guard isNew || isSelf, let name = text[at: place], name.kind == .word, name.line == text.tokens[index].line else {
      return nil
    }
    return .foreign(index...place, name.text, text.sees("self", at: index) ? .python : .other, in: text)
  }

  /// `f"sum {sum}"`, with format specifications left out.
  private static func filledText(at index: Int, in text: CellText) -> Slip? {
    guard ["f", "F"].contains(text.tokens[index].text), let value = text[at: index + 1], value.kind == .string,
      text.touch(index, index + 1), !value.text.contains("\\")
    else { return nil }
    let written = value.text.replacing(/\{([^{}:!]+)(?:[:!][^{}]*)?\}/) { "\\(\($0.output.1))" }
    return .foreign(index...(index + 1), written, .python, in: text)
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
    return .foreign(index...end, written, .python, in: text)
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
    return .foreign(
      range, ours, token.text == "float" ? .python : SlipPhrase.Origin(ofModule: text[at: index - 2]?.text ?? ""),
      in: text)
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
  static func isNumber(_ name: String, in text: CellText) -> Bool {
    text.tokens.indices.contains { index in
      text.tokens[index].text == name && text.sees("=", at: index + 1) && text[at: index + 2]?.kind == .number
    }
  }
}

extension Slip {
  /// Says that some pieces are foreign.
  ///
  /// - Parameters:
  ///   - range: the pieces.
  ///   - ours: what is written in their place.
  ///   - origin: where they are from.
  ///   - text: the text they are in.
  /// - Returns: what is said, with what mends it.
  static func foreign(
    _ range: ClosedRange<Int>, _ ours: String, _ origin: SlipPhrase.Origin, in text: CellText
  ) -> Slip {
    Slip(
      text.tokens[range.lowerBound], .foreignWord(found: text.text(range), ours: ours.trimmed, from: origin),
      [text.replace(range, by: ours)])
  }
}

extension SlipPhrase.Origin {
  /// Where what stands behind the name of a module comes from.
  init(ofModule name: String) {
    switch Advice.library(name) {
    case "Python": self = .python
    case "PyTorch": self = .pytorch
    case "TensorFlow", "Keras": self = .tensorflow
    case nil, "NumPy": self = .numpy
    default: self = .other
    }
  }
}

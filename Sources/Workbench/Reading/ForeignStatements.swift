internal import Messages

/// Whole statements of Python and C: blocks by indentation, `x if c else y`, loops that count, names with a type before them.
enum ForeignStatements {
  typealias Edit = CellText.Edit

  /// What is found.
  static func slips(in text: CellText) -> [Slip] {
    let blocks = pythonBlocks(in: text)
    if !blocks.isEmpty { return blocks }
    return text.lines.indices.compactMap { line in
      let range = text.indices(ofLine: line)
      guard !range.isEmpty else { return nil }
      return conditional(range, in: text) ?? countingLoop(range, in: text) ?? bareCondition(range, in: text)
        ?? typedName(range, in: text) ?? colonForEquals(range, in: text) ?? chain(range, in: text)
    }
  }

  private static func index(of word: String, in range: Range<Int>, _ text: CellText) -> Int? {
    range.first { text.tokens[$0].text == word }
  }

  /// `1 if sum == 0 else x` is `sum == 0 ? 1 : x`.
  private static func conditional(_ range: Range<Int>, in text: CellText) -> Slip? {
    guard let middle = index(of: "if", in: range, text), let other = index(of: "else", in: range, text), middle < other,
      middle > range.lowerBound, other + 1 < range.upperBound, !text.tokens[range].contains(where: { $0.text == "{" })
    else { return nil }
    let beginning = range.first { ["return", "="].contains(text.tokens[$0].text) }
    let start = beginning.map { $0 + 1 } ?? range.lowerBound
    guard start < middle, middle + 1 < other else { return nil }
    let condition = text.text((middle + 1)...(other - 1))
    let written =
      "\(condition) ? \(text.text(start...(middle - 1))) : \(text.text((other + 1)...(range.upperBound - 1)))"
    let whole = start...(range.upperBound - 1)
    return Slip(
      text.tokens[middle], .pythonCondition(written: written), [text.replace(whole, by: written)])
  }

  /// `for (int i = 0; i < n; i++)` is `for i in 0..<n`.
  private static func countingLoop(_ range: Range<Int>, in text: CellText) -> Slip? {
    guard text.sees("for", at: range.lowerBound), text.sees("(", at: range.lowerBound + 1),
      let close = text.closing(range.lowerBound + 1), range.contains(close)
    else { return nil }
    let inside = text.text((range.lowerBound + 2)...(close - 1))
    let whole = range.lowerBound...close
    if let found = inside.wholeMatch(
      of: /(?:(?:int|var|let|size_t|auto)\s+)?(\w+)\s*=\s*([^;]+);\s*\w+\s*(<=?)\s*([^;]+);.*/)
    {
      let (_, name, first, sign, last) = found.output
      let written = "for \(name) in \(first.trimmed)\(sign == "<" ? "..<" : "...")\(last.trimmed)"
      return Slip(
        text.tokens[range.lowerBound], .foreignWord(found: text.text(whole), ours: written, from: .c),
        [text.replace(whole, by: written)])
    }
    return nil
  }

  /// `if (x) return 1` is `if x { return 1 }`, and `if x: return 1` too.
  private static func bareCondition(_ range: Range<Int>, in text: CellText) -> Slip? {
    let tokens = text.tokens[range]
    guard !tokens.contains(where: { $0.text == "{" }), let first = tokens.first(where: { $0.text != "}" }) else {
      return nil
    }
    let start = range.first { text.tokens[$0] == first } ?? range.lowerBound
    let bodies: Set<String> = ["return", "break", "continue"]
    var body: Int?
    if ["if", "while", "for"].contains(first.text) {
      if text.sees("(", at: start + 1), let close = text.closing(start + 1), close + 1 < range.upperBound,
        text.tokens[close + 1].kind == .word, text.tokens[close + 1].text != "in"
      {
        body = close + 1
      } else {
        body = range.first { bodies.contains(text.tokens[$0].text) && $0 > start + 1 }
      }
    } else if first.text == "else", start + 1 < range.upperBound, text.tokens[start + 1].kind == .word,
      text.tokens[start + 1].text != "if"
    {
      body = start + 1
    }
    guard let body else { return nil }
    let isColon = text.sees(":", at: body - 1)
    let last = text.tokens[isColon ? body - 2 : body - 1]
    var end = range.upperBound - 1
    while end > body, text.sees(";", at: end) { end -= 1 }
    guard last.line == text.tokens[body].line, text.tokens[end].line == last.line else { return nil }
    let edit = Edit(
      line: last.line, range: last.end..<text.tokens[end].end, text: " { \(text.text(body...end)) }")
    return Slip(text.tokens[body], .bracesAround, [edit])
  }

  /// `int x = 0` is `var x = 0`.
  private static func typedName(_ range: Range<Int>, in text: CellText) -> Slip? {
    let types: Set<String> = ["int", "float", "double", "bool", "long", "Int", "Double", "Float", "Bool", "String"]
    guard types.contains(text.tokens[range.lowerBound].text), text[at: range.lowerBound + 1]?.kind == .word,
      text.sees("=", at: range.lowerBound + 2)
    else { return nil }
    let name = text.tokens[range.lowerBound + 1].text
    return Slip(
      text.tokens[range.lowerBound],
      .foreignWord(found: text.text(range.lowerBound...(range.lowerBound + 1)), ours: "var \(name)", from: .c),
      [text.replace(range.lowerBound...range.lowerBound, by: "var")])
  }

  /// `x[row, column] == 1` on a line of its own, which compares and throws the result away.
  static func comparisons(in text: CellText) -> [Slip] {
    text.lines.indices.compactMap { line in
      let range = text.indices(ofLine: line)
      guard let first = text.tokens[range].first, first.kind == .word, range.count >= 3,
        !["if", "while", "return", "let", "var", "guard", "else", "for", "case", "switch", "where"].contains(
          first.text),
        let sign = range.first(where: { text.sees("==", at: $0) }),
        !text.tokens[range].contains(where: { ["=", "{", "}", "?", "&&", "||", "+=", "in"].contains($0.text) }),
        let before = text[at: range.lowerBound - 1], ["{", "}", ")", "]"].contains(before.text) || before.kind != .mark
      else { return nil }
      return Slip(text.tokens[sign], .comparisonAlone, [text.replace(sign...sign, by: "=")])
    }
  }

  /// `let training: Training(…)` and `training: Training(…)` are `let training = Training(…)`.
  private static func colonForEquals(_ range: Range<Int>, in text: CellText) -> Slip? {
    let hasLet = ["let", "var"].contains(text.tokens[range.lowerBound].text)
    let name = range.lowerBound + (hasLet ? 1 : 0)
    let makers = CallSignature.all.filter { !$0.isLayer }.map(\.name) + ["Network", "Preprocessing"]
    guard text[at: name]?.kind == .word, text.sees(":", at: name + 1), let maker = text[at: name + 2]?.text,
      makers.contains(maker), text.sees("(", at: name + 3) || text.sees("{", at: name + 3),
      Brackets.indentation(text.lines[text.tokens[name].line]) == 0
    else { return nil }
    let written = "let \(text.tokens[name].text) ="
    return Slip(
      text.tokens[name], .labels(found: [text.text(range.lowerBound...(name + 1))], ours: [written]),
      [text.replace(range.lowerBound...(name + 1), by: written)])
  }

  /// `a < b < c` is `a < b && b < c`.
  private static func chain(_ range: Range<Int>, in text: CellText) -> Slip? {
    let signs: Set<String> = ["<", "<=", ">", ">="]
    for index in range where signs.contains(text.tokens[index].text) && index + 2 < range.upperBound {
      let middle = text.tokens[index + 1]
      guard middle.kind == .word || middle.kind == .number, signs.contains(text.tokens[index + 2].text),
        middle.start > text.tokens[index].end, text.tokens[index + 2].start > middle.end
      else { continue }
      let edit = Edit(line: middle.line, range: middle.end..<middle.end, text: " && \(middle.text)")
      return Slip(middle, .chainedComparison(middle.text), [edit])
    }
    return nil
  }

  // MARK: Blocks by indentation

  private static let beginners: Set<String> = ["if", "for", "while", "else", "def", "func", "elif"]

  /// Lines that begin a block with a colon, each with what is indented below it between braces.
  private static func pythonBlocks(in text: CellText) -> [Slip] {
    func opens(_ line: Int) -> Bool {
      let range = text.indices(ofLine: line)
      guard let first = text.tokens[range].first, let last = text.tokens[range].last else { return false }
      return beginners.contains(first.text) && last.text == ":" && range.count > 1
    }
    guard text.lines.indices.contains(where: opens) else { return [] }
    var slips: [Slip] = []
    var open: [Int] = []
    var edits: [Int: String] = [:]
    var last = 0
    for line in text.lines.indices where !text.lines[line].trimmed.isEmpty {
      let level = Brackets.indentation(text.lines[line])
      var closers: [Int] = []
      while let top = open.last, level <= top { closers.append(open.removeLast()) }
      if opens(line) {
        open.append(level)
        let range = text.indices(ofLine: line)
        let head = head(range, in: text)
        let isElse = text.sees("else", at: range.lowerBound)
        let closer = isElse && !closers.isEmpty ? "} " : ""
        let before = closers.dropLast(isElse ? 1 : 0).map { String(repeating: " ", count: $0) + "}\n" }.joined()
        let indent = String(repeating: " ", count: level)
        edits[line] = before + indent + closer + head + " {"
        slips.append(Slip(text.tokens[range.lowerBound], .pythonBlock(head + " {"), []))
      } else if !closers.isEmpty {
        edits[line] = closers.map { String(repeating: " ", count: $0) + "}\n" }.joined() + text.lines[line]
      }
      last = line
    }
    if !open.isEmpty {
      edits[last] =
        (edits[last] ?? text.lines[last])
        + open.reversed().map { "\n" + String(repeating: " ", count: $0) + "}" }.joined()
    }
    let all = edits.map { Edit(line: $0, range: 0..<text.lines[$0].utf8.count, text: $1) }
    guard let first = slips.first else { return [] }
    return [Slip(line: first.line, column: first.column, first.what, all)] + slips.dropFirst()
  }

  /// What begins a block, without its colon.
  private static func head(_ range: Range<Int>, in text: CellText) -> String {
    let words = text.text(range.lowerBound...(range.upperBound - 2))
    guard text.sees("def", at: range.lowerBound), let name = text[at: range.lowerBound + 1]?.text else { return words }
    // The lab's own functions have their types already; others get the likeliest.
    switch name {
    case "dice": return "func dice(_ prediction: Mask, _ label: Mask) -> Double?"
    default:
      let names = Call.arguments(from: range.lowerBound + 2, to: range.upperBound - 2, in: text).map { text.text($0) }
      return "func \(name)(\(names.map { "_ \($0): Double" }.joined(separator: ", "))) -> Double"
    }
  }
}

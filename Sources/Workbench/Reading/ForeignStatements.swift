internal import Messages

/// Whole statements of Python and C: `x if c else y`, loops that count, names with a type before them.
enum ForeignStatements {
  typealias Edit = CellText.Edit

  /// What is found beside blocks.
  static func slips(in text: CellText) -> [Slip] {
    text.lines.indices.compactMap { line in
      let range = text.indices(ofLine: line)
      guard !range.isEmpty else { return nil }
      return conditional(range, in: text) ?? typedName(range, in: text)
        ?? colonForEquals(range, in: text) ?? chain(range, in: text)
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

  /// Loops that count, and words that end a block, which are read before other words and brackets.
  static func loops(in text: CellText) -> [Slip] {
    text.lines.indices.compactMap { line in
      let range = text.indices(ofLine: line)
      return range.isEmpty ? nil : countingLoop(range, in: text) ?? blockEnd(range, in: text)
    }
  }

  private static let ends: Set<String> = ["end", "endif", "endfor", "endwhile", "endfunction", "fi", "done", "End"]

  /// `end` on a line of its own is `}`.
  private static func blockEnd(_ range: Range<Int>, in text: CellText) -> Slip? {
    guard range.count == 1, ends.contains(text.tokens[range.lowerBound].text) else { return nil }
    return .foreign(range.lowerBound...range.lowerBound, "}", .other, in: text)
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
      guard let middle = text.operand(startingAt: index + 1), range.contains(middle.upperBound + 1),
        signs.contains(text.tokens[middle.upperBound + 1].text),
        text.tokens[middle.lowerBound].start > text.tokens[index].end,
        text.tokens[middle.upperBound + 1].start > text.tokens[middle.upperBound].end
      else { continue }
      let (last, value) = (text.tokens[middle.upperBound], text.text(middle))
      let edit = Edit(line: last.line, range: last.end..<last.end, text: " && \(value)")
      return Slip(text.tokens[middle.lowerBound], .chainedComparison(value), [edit])
    }
    return nil
  }
}

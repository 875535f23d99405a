internal import Messages

/// Functions without a name and lists by description, as Python writes them: `lambda x: x + 1`, `[x * 2 for x in range(5)]`.
enum PythonValues {
  /// What is found: the innermost first, one a round.
  static func slips(in text: CellText) -> [Slip] {
    let lists = text.tokens.indices.reversed().lazy.compactMap { list(openingAt: $0, in: text) }
    if let slip = lists.first { return [slip] }
    return text.tokens.indices.compactMap { lambda(at: $0, in: text) }
  }

  // MARK: lambda

  private static func lambda(at index: Int, in text: CellText) -> Slip? {
    let word = text.tokens[index]
    guard word.text == "lambda", word.kind == .word, let end = end(of: index, in: text),
      let colon = (index..<end).first(where: { text.sees(":", at: $0) }),
      text.tokens[end].line == word.line
    else { return nil }
    let names = (index + 1..<colon).filter { text.tokens[$0].kind == .word }.map { text.tokens[$0].text }
    let value = choice(text.text((colon + 1)...end))
    let written = names.isEmpty ? "{ \(value) }" : "{ \(names.joined(separator: ", ")) in \(value) }"
    // Parentheses around all of it are not needed.
    let isWrapped = text.sees("(", at: index - 1) && text.sees(")", at: end + 1) && text[at: index - 2]?.kind != .word
    return .foreign(isWrapped ? (index - 1)...(end + 1) : index...end, written, .python, in: text)
  }

  /// The last piece of the value that begins at `index`: before the bracket or comma that ends it, else the line's.
  private static func end(of index: Int, in text: CellText) -> Int? {
    var depth = 0
    var isBehindColon = false
    let line = text.indices(ofLine: text.tokens[index].line)
    for place in index..<line.upperBound {
      switch text.tokens[place].text {
      case "(", "[", "{": depth += 1
      case ")", "]", "}":
        depth -= 1
        if depth < 0 { return place - 1 }
      case ":": isBehindColon = true
      case "," where depth == 0 && isBehindColon: return place - 1
      default: break
      }
    }
    return line.last
  }

  /// `a if c else b` is `c ? a : b`.
  private static func choice(_ value: String) -> String {
    guard let found = value.wholeMatch(of: /(.+?)\s+if\s+(.+?)\s+else\s+(.+)/) else { return value }
    return "\(found.output.2) ? \(found.output.1) : \(found.output.3)"
  }

  // MARK: Lists

  /// One `for` of a list by description, with the conditions behind it.
  private struct Clause {
    let name: String
    /// The pieces of what is gone through, and how that is written here.
    let source: ClosedRange<Int>
    let values: String
    let conditions: [String]
  }

  private static func list(openingAt open: Int, in text: CellText) -> Slip? {
    let bracket = text.tokens[open]
    guard ["[", "("].contains(bracket.text), let close = text.closing(open), text.tokens[close].line == bracket.line,
      let first = topLevel("for", from: open + 1, to: close, in: text), first > open + 1,
      let clauses = clauses(from: first, to: close, in: text), let last = clauses.last
    else { return nil }
    if bracket.text == "[", clauses.count == 1,
      let made = WrittenOutList(text: text, name: last.name, hasConditions: !last.conditions.isEmpty)
        .written((open + 1)...(first - 1), last.source, behind: open)
    {
      return .foreign(open...close, made, .python, in: text)
    }
    // `for (…)` and the head of a function have none of this.
    let value = choice(text.text((open + 1)...(first - 1)))
    var made = chain(last, by: "map", value)
    for clause in clauses.dropLast().reversed() { made = chain(clause, by: "flatMap", made) }
    var range = open...close
    let isCalled = bracket.text == "(" && text[at: open - 1]?.kind == .word && text.touch(open - 1, open)
    let isInside = bracket.text == "[" && text.sees("(", at: open - 1) && text.sees(")", at: close + 1)
    let name = isCalled ? open - 1 : isInside ? open - 2 : open
    if name < open, let word = text[at: name], word.kind == .word, !text.sees(".", at: name - 1) {
      let whole = name...(isCalled ? close : close + 1)
      switch word.text {
      case "sum": (made, range) = (made + ".reduce(0, +)", whole)
      case "max", "min": (made, range) = (made + ".\(word.text)()!", whole)
      case "len": (made, range) = (made + ".count", whole)
      case "list", "tuple": range = whole
      default: if isCalled { return nil }
      }
    } else if isCalled {
      return nil
    }
    return .foreign(range, made, .python, in: text)
  }

  /// `(0..<n).filter { i in … }.map { i in … }`.
  private static func chain(_ clause: Clause, by name: String, _ value: String) -> String {
    let filters = clause.conditions.map { ".filter { \(clause.name) in \($0) }" }.joined()
    return "\(clause.values)\(filters).\(name) { \(clause.name) in \(value) }"
  }

  private static func clauses(from start: Int, to close: Int, in text: CellText) -> [Clause]? {
    var clauses: [Clause] = []
    var place: Int? = start
    while let begin = place {
      let next = topLevel("for", from: begin + 1, to: close, in: text)
      let end = (next ?? close) - 1
      guard text[at: begin + 1]?.kind == .word, text.sees("in", at: begin + 2), begin + 3 <= end else { return nil }
      var pieces: [ClosedRange<Int>] = []
      var from = begin + 3
      while let mark = topLevel("if", from: from, to: end + 1, in: text) {
        guard mark > from else { return nil }
        pieces.append(from...(mark - 1))
        from = mark + 1
      }
      guard from <= end else { return nil }
      pieces.append(from...end)
      clauses.append(
        Clause(
          name: text.tokens[begin + 1].text, source: pieces[0], values: values(pieces[0], in: text),
          conditions: pieces.dropFirst().map { text.text($0) }))
      place = next
    }
    return clauses
  }

  /// What is gone through: `range(n)` is `(0..<n)`.
  private static func values(_ range: ClosedRange<Int>, in text: CellText) -> String {
    let written = text.text(range)
    guard text.sees("range", at: range.lowerBound), text.sees("(", at: range.lowerBound + 1),
      text.closing(range.lowerBound + 1) == range.upperBound
    else { return range.count == 1 || !written.contains(" ") ? written : "(\(written))" }
    let ends = Call.arguments(from: range.lowerBound + 1, to: range.upperBound, in: text).map { text.text($0) }
    switch ends.count {
    case 1: return "(0..<\(ends[0]))"
    case 2: return "(\(ends[0])..<\(ends[1]))"
    default: return written
    }
  }

  /// Where a word stands between two places, outside of all brackets that open there.
  private static func topLevel(_ word: String, from start: Int, to end: Int, in text: CellText) -> Int? {
    var depth = 0
    for index in start..<max(start, end) {
      switch text.tokens[index].text {
      case "(", "[", "{": depth += 1
      case ")", "]", "}": depth -= 1
      case word where depth == 0 && text.tokens[index].kind == .word: return index
      default: break
      }
    }
    return nil
  }
}

internal import Messages

/// Blocks that a colon, `then` or `do` begins, and indentation or a brace ends.
enum ColonBlocks {
  typealias Edit = CellText.Edit

  private static let beginners: Set<String> = ["if", "for", "while", "else", "def", "func", "elif"]

  /// Lines that begin a block with a colon, each with what is indented below it between braces.
  static func slips(in text: CellText, _ context: ReadingContext) -> [Slip] {
    func isBrace(_ line: Int) -> Bool { text.sees("}", at: text.indices(ofLine: line).lowerBound) }
    func opens(_ line: Int) -> Bool {
      let range = text.indices(ofLine: line).dropFirst(isBrace(line) ? 1 : 0)
      guard let first = text.tokens[range].first, let last = text.tokens[range].last else { return false }
      return beginners.contains(first.text) && [":", "then", "do"].contains(last.text) && range.count > 1
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
      // The learner has closed this one.
      let isClosed = isBrace(line) && closers.last == level
      if isClosed { closers.removeLast() }
      if opens(line) {
        open.append(level)
        let range = text.indices(ofLine: line).dropFirst(isBrace(line) ? 1 : 0)
        let head = head(range, in: text, context)
        let isElse = text.sees("else", at: range.lowerBound)
        let isFollowing = isElse && !isClosed && !closers.isEmpty
        let closer = isFollowing || isBrace(line) ? "} " : ""
        let before = closers.dropLast(isFollowing ? 1 : 0).map { String(repeating: " ", count: $0) + "}\n" }.joined()
        let indent = String(repeating: " ", count: level)
        edits[line] = before + indent + closer + head + " {"
        let sign = text.tokens[range.upperBound - 1]
        let what: SlipPhrase =
          sign.text == ":" ? .pythonBlock(head + " {") : .blockWord(found: sign.text, written: head + " {")
        slips.append(Slip(text.tokens[range.lowerBound], what, []))
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
  private static func head(_ range: Range<Int>, in text: CellText, _ context: ReadingContext) -> String {
    let words = text.text(range.lowerBound...(range.upperBound - 2))
    guard text.sees("def", at: range.lowerBound), let name = text[at: range.lowerBound + 1]?.text else { return words }
    let names = Call.arguments(from: range.lowerBound + 2, to: range.upperBound - 2, in: text).map {
      text.tokens[$0.lowerBound].text
    }
    // What the lab asks for has its types; others get the likeliest.
    let parts = context.wanted[name]?.split(separator: ") -> ", maxSplits: 1).map(String.init) ?? []
    let types = parts.first.map { $0.dropFirst().split(separator: ", ").map(String.init) } ?? []
    let isAsked = parts.count == 2 && types.count == names.count
    let values = names.enumerated().map { "_ \($1): \(isAsked ? types[$0] : "Double")" }
    return "func \(name)(\(values.joined(separator: ", "))) -> \(isAsked ? parts[1] : "Double")"
  }
}

extension ProseReader {
  /// Something among words, while its place is still looked for.
  enum Part {
    case words(String, line: Int)
    case literal(String, line: Int)
    case inline(Prose.Inline)
    case display(MarkdownGuard.Formula, line: Int)
    case cell(line: Int)
    case rule([Prose.Table.Alignment], source: String, line: Int)
    case lineBreak(isHard: Bool, line: Int)

    var isBlank: Bool { if case .words(let words, _) = self { words.allSatisfy(\.isWhitespace) } else { false } }
    var isCell: Bool { if case .cell = self { true } else { false } }
  }
}

extension ProseReader.Part {
  var line: Int {
    switch self {
    case .words(_, let line), .literal(_, let line), .display(_, let line), .cell(let line), .rule(_, _, let line),
      .lineBreak(_, let line):
      line
    case .inline(let inline): inline.line
    }
  }

  var isBreak: Bool { if case .lineBreak = self { true } else { false } }
}

extension Collection<ProseReader.Part> {
  /// How the columns stand where this line is the one under a table's head.
  var columns: [Prose.Table.Alignment]? {
    guard case .rule(let columns, _, _)? = first, dropFirst().allSatisfy(\.isBlank) else { return nil }
    return columns
  }
}

extension [ProseReader.Part] {
  /// Without white space and ends of lines around.
  var trimmed: [Element] {
    guard let first = firstIndex(where: { !$0.isBlank && !$0.isBreak }),
      let last = lastIndex(where: { !$0.isBlank && !$0.isBreak })
    else { return [] }
    var parts = Array(self[first...last])
    if case .words(let words, let line) = parts[0] {
      parts[0] = .words(String(words.drop(while: \.isWhitespace)), line: line)
    }
    if case .words(let words, let line) = parts[parts.count - 1] {
      var words = Substring(words)
      while words.last?.isWhitespace == true { words.removeLast() }
      parts[parts.count - 1] = .words(String(words), line: line)
    }
    return parts
  }
}

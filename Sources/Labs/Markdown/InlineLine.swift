/// Words and what is among them, while `~~` is paired.
struct InlineLine {
  private var inlines: [Prose.Inline] = []
  /// Words that are still growing, and their line.
  private var words = ""
  private var wordsLine = 0
  /// Where a `~~` stands that may begin what is struck, and its line.
  private var open: (index: Int, line: Int)?

  /// All of it; a `~~` that nothing ends is words.
  var finished: [Prose.Inline] {
    var line = self
    line.close()
    guard let open else { return line.inlines }
    var whole = InlineLine()
    for (index, inline) in line.inlines.enumerated() {
      if index == open.index { whole.append("~~", line: open.line) }
      if case .text(let words) = inline.kind { whole.append(words, line: inline.line) } else { whole.append(inline) }
    }
    if open.index == line.inlines.count { whole.append("~~", line: open.line) }
    whole.close()
    return whole.inlines
  }

  mutating func append(_ inline: Prose.Inline) {
    close()
    inlines.append(inline)
  }

  /// Adds words as they are.
  mutating func append(_ more: String, line: Int) {
    if words.isEmpty { wordsLine = line }
    words += more
  }

  private mutating func close() {
    if !words.isEmpty { inlines.append(Prose.Inline(kind: .text(words), line: wordsLine)) }
    words = ""
  }

  /// Adds words in which `~~` may begin and end what is struck.
  ///
  /// - Parameters:
  ///   - words: the words.
  ///   - line: their line.
  ///   - follows: whether something stands right before them.
  ///   - isFollowed: whether something stands right behind them.
  mutating func append(_ words: String, line: Int, follows: Bool, isFollowed: Bool) {
    guard words.utf8.contains(UInt8(ascii: "~")) else { return append(words, line: line) }
    var rest = Substring(words)
    while let start = rest.firstIndex(of: "~") {
      let end = rest[start...].firstIndex { $0 != "~" } ?? rest.endIndex
      if start > rest.startIndex { append(String(rest[..<start]), line: line) }
      let before = start > words.startIndex ? !words[words.index(before: start)].isWhitespace : follows
      let after = end < words.endIndex ? !words[end].isWhitespace : isFollowed
      let isPair = words.distance(from: start, to: end) == 2
      if isPair, before, let opening = open, inlines.count > opening.index || !self.words.isEmpty {
        close()
        let inside = Array(inlines[opening.index...])
        inlines.removeSubrange(opening.index...)
        inlines.append(Prose.Inline(kind: .struck(inside), line: opening.line))
        open = nil
      } else if isPair, after, open == nil {
        close()
        open = (inlines.count, line)
      } else {
        append(String(rest[start..<end]), line: line)
      }
      rest = rest[end...]
    }
    if !rest.isEmpty { append(String(rest), line: line) }
  }
}

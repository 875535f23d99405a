/// Finds formulas in a run of lines: `$…$`, `$$…$$`, and as LaTeX writes them `\(…\)`, and `\[…\]` on lines of its own.
///
/// `$…$` stands in a line of words: nothing white follows the first `$` or precedes the second, and no digit follows the second, so
/// that `5 $ and 6 $` stays money. `$$…$$` stands by itself. Neither goes on past an empty line, and `\$` is a dollar.
struct FormulaScan {
  private let run: ArraySlice<UInt8>
  /// The signs that close nothing more in this run: looking for them again and again would take for ever.
  private var unclosed: Set<[UInt8]> = []

  /// - Parameter run: the bytes of lines without an empty one among them.
  init(_ run: ArraySlice<UInt8>) { self.run = run }

  /// The formula that begins at `index`, and where it ends; without a formula where its signs hold nothing.
  mutating func formula(at index: Int) -> (formula: MarkdownGuard.Formula?, end: Int)? {
    let next = index + 1 < run.endIndex ? run[index + 1] : 0
    if run[index] == UInt8(ascii: "$") {
      if next == UInt8(ascii: "$") { return formula(from: index, signs: 2, to: Array("$$".utf8), isDisplay: true) }
      return inlineEnd(from: index + 1).map { end in
        (Self.formula(run[index...end], signs: 1, isDisplay: false), end + 1)
      }
    }
    if next == UInt8(ascii: "(") { return formula(from: index, signs: 2, to: Array("\\)".utf8), isDisplay: false) }
    let closing = Array("\\]".utf8)
    guard next == UInt8(ascii: "["), isAlone(before: index),
      let found = formula(from: index, signs: 2, to: closing, isDisplay: true)
    else { return nil }
    if isAlone(after: found.end) { return found }
    unclosed.insert(closing)
    return nil
  }

  private mutating func formula(
    from start: Int, signs: Int, to closing: [UInt8], isDisplay: Bool
  ) -> (formula: MarkdownGuard.Formula?, end: Int)? {
    guard !unclosed.contains(closing) else { return nil }
    guard let close = end(of: closing, from: start + signs) else {
      unclosed.insert(closing)
      return nil
    }
    let end = close + closing.count
    guard !run[(start + signs)..<close].allSatisfy(Self.isWhite) else { return (nil, end) }
    return (Self.formula(run[start..<end], signs: signs, isDisplay: isDisplay), end)
  }

  private func end(of closing: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + 1 < run.endIndex {
      if run[index] == closing[0], run[index + 1] == closing[1] { return index }
      index += run[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  private func inlineEnd(from start: Int) -> Int? {
    guard start < run.endIndex, !Self.isWhite(run[start]) else { return nil }
    var index = start
    while index < run.endIndex {
      if run[index] == UInt8(ascii: "\\") {
        index += 2
      } else if run[index] == UInt8(ascii: "$") {
        let followed = index + 1 < run.endIndex ? run[index + 1] : UInt8(ascii: " ")
        let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(followed)
        return index > start && !Self.isWhite(run[index - 1]) && !isDigit ? index : nil
      } else {
        index += 1
      }
    }
    return nil
  }

  private func isAlone(before index: Int) -> Bool {
    let before = run[..<index].last { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") && $0 != UInt8(ascii: ">") }
    return before == nil || before == UInt8(ascii: "\n")
  }

  private func isAlone(after index: Int) -> Bool {
    let end = run[index...].firstIndex(of: UInt8(ascii: "\n")) ?? run.endIndex
    return run[index..<end].allSatisfy(Self.isWhite)
  }

  private static func formula(_ source: ArraySlice<UInt8>, signs: Int, isDisplay: Bool) -> MarkdownGuard.Formula {
    let inside = source.dropFirst(signs).dropLast(signs)
    var tex: [UInt8] = []
    for (number, line) in inside.split(omittingEmptySubsequences: false, whereSeparator: { $0 == UInt8(ascii: "\n") })
      .enumerated()
    {
      // What makes the line part of a list or quote is no part of the formula.
      tex += number == 0 ? Array(line) : [UInt8(ascii: "\n")] + line[prefix(of: line)...]
    }
    return MarkdownGuard.Formula(
      tex: String(decoding: tex, as: UTF8.self).trimmed, source: String(decoding: source, as: UTF8.self),
      isDisplay: isDisplay)
  }

  /// Where a line begins behind the white space and the signs of quotes before it.
  static func prefix(of line: ArraySlice<UInt8>) -> Int {
    line.firstIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") && $0 != UInt8(ascii: ">") } ?? line.endIndex
  }

  /// Where `<https://…>` ends; nil where none begins at `start`.
  static func autolink(in run: ArraySlice<UInt8>, from start: Int) -> Int? {
    let end = run[(start + 1)...].firstIndex { isWhite($0) || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }
    guard let end, run[end] == UInt8(ascii: ">") else { return nil }
    let inside = run[(start + 1)..<end]
    guard inside.contains(UInt8(ascii: ":")) || inside.contains(UInt8(ascii: "@")) else { return nil }
    return end + 1
  }

  static func isWhite(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (UInt8(ascii: "\t")...UInt8(ascii: "\r")).contains(byte)
  }
}

/// A line as a row of a table: how many cells it has.
struct TableLine {
  /// A table has at most so many columns.
  static let mostColumns = 100

  private var bars = 0
  private var startsWithWords = false
  private var endsWithWords = false

  /// Takes the next byte that is no border of a cell.
  mutating func pass(_ byte: UInt8) {
    guard !FormulaScan.isWhite(byte) else { return }
    if bars == 0 { startsWithWords = true }
    endsWithWords = true
  }

  /// Takes the border of a cell.
  mutating func passBar() {
    bars += 1
    endsWithWords = false
  }

  /// How many cells there are.
  var cells: Int { bars == 0 ? 1 : bars - 1 + (startsWithWords ? 1 : 0) + (endsWithWords ? 1 : 0) }

  /// How the columns stand where a line is the one under a table's head: `| --- | :-: |`.
  static func rule(_ line: ArraySlice<UInt8>) -> [Prose.Table.Alignment]? {
    var words = line[quotePrefix(of: line)...]
    while let last = words.last, FormulaScan.isWhite(last) { words.removeLast() }
    guard words.contains(UInt8(ascii: "|")), words.contains(UInt8(ascii: "-")) else { return nil }
    if words.first == UInt8(ascii: "|") { words.removeFirst() }
    if words.last == UInt8(ascii: "|") { words.removeLast() }
    var columns: [Prose.Table.Alignment] = []
    for cell in words.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false) {
      var cell = cell.drop(while: FormulaScan.isWhite)
      while let last = cell.last, FormulaScan.isWhite(last) { cell.removeLast() }
      let (left, right) = (cell.first == UInt8(ascii: ":"), cell.last == UInt8(ascii: ":"))
      let dashes = cell.dropFirst(left ? 1 : 0).dropLast(right ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }), columns.count < mostColumns else {
        return nil
      }
      columns.append(left && right ? .center : left ? .left : right ? .right : .natural)
    }
    return columns
  }

  /// Where a line begins behind white space and the signs of quotes.
  static func quotePrefix(of line: ArraySlice<UInt8>) -> Int { FormulaScan.prefix(of: line) }

  /// Where a line begins behind white space and the signs of quotes and of an item.
  static func prefix(of line: ArraySlice<UInt8>) -> Int {
    let start = FormulaScan.prefix(of: line)
    let digits = line[start...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let sign = digits.endIndex
    guard sign + 1 < line.endIndex, line[sign + 1] == UInt8(ascii: " ") else { return start }
    let signs = digits.isEmpty ? "-+*" : ".)"
    guard signs.utf8.contains(line[sign]) else { return start }
    return line[(sign + 1)...].firstIndex { $0 != UInt8(ascii: " ") } ?? line.endIndex
  }

  /// Code within a row, where a bar that is not to end the cell has a backslash before it.
  static func unescaped(_ code: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for byte in code {
      if byte == UInt8(ascii: "|"), result.last == UInt8(ascii: "\\") { result.removeLast() }
      result.append(byte)
    }
    return result
  }
}

/// The runs of backticks in a paragraph, so that code spans are found as CommonMark finds them.
struct CodeSpans {
  /// Where the last run of each length starts.
  private var lastStart: [Int: Int] = [:]
  private let run: ArraySlice<UInt8>

  /// - Parameter run: the bytes of the paragraph.
  init(in run: ArraySlice<UInt8>) {
    self.run = run
    var index = run.startIndex
    while index < run.endIndex {
      let end = Self.endOfBackticks(in: run, from: index)
      if end > index { lastStart[end - index] = index }
      index = max(end, index + 1)
    }
  }

  /// Where the code span that begins at `start` ends; where none does, the end of the backticks.
  ///
  /// - Complexity: linear in the length of the span, so that a whole paragraph takes linear time.
  func end(from start: Int) -> Int {
    let open = Self.endOfBackticks(in: run, from: start)
    let length = open - start
    guard let last = lastStart[length], last > start else { return open }
    var index = open
    while index <= last {
      let end = Self.endOfBackticks(in: run, from: index)
      if end - index == length { return end }
      index = max(end, index + 1)
    }
    return open
  }

  private static func endOfBackticks(in run: ArraySlice<UInt8>, from start: Int) -> Int {
    var index = start
    while index < run.endIndex, run[index] == UInt8(ascii: "`") { index += 1 }
    return index
  }
}

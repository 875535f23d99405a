import Diagnostics

/// Takes formulas out of a Markdown text before libcmark reads it, so that `$a_1 * b_1$` is not taken for emphasis.
///
/// `$…$` stands in a line of words: nothing white follows the first `$` or precedes the second, and no digit follows the second, so
/// that `5 $ and 6 $` stays money. `$$…$$` stands by itself. Neither goes on past an empty line, and `\$` is a dollar. In place of a
/// formula stands a mark that no Markdown character is part of; a formula of several lines leaves as many lines behind.
struct MathGuard {
  /// A formula that was taken out.
  struct Formula {
    /// What stands between the dollars.
    let tex: String
    /// The whole of it, dollars included.
    let source: String
    /// Whether it stands by itself.
    let isDisplay: Bool
  }

  /// The text without its formulas, each line ended by a line feed.
  private(set) var text: [UInt8] = []
  /// What was taken out, in order; the number in a mark is the index.
  private(set) var formulas: [Formula] = []
  /// Begins and ends a mark: a private-use character that the text does not hold.
  let marker: Unicode.Scalar

  /// - Parameters:
  ///   - source: the whole file.
  ///   - first: the line where the Markdown begins, from 1.
  ///   - verbatim: lines in which a `$` is a `$`.
  init(_ source: SourceText, from first: Int, verbatim: Set<Int>) {
    let present = Set(String(decoding: source.bytes, as: UTF8.self).unicodeScalars.lazy.filter { $0.value >= 0xE000 })
    let free = (0xE000...0xF8FF).lazy.compactMap { Unicode.Scalar($0 as UInt32) }.first { !present.contains($0) }
    marker = free ?? "\u{FFFF}"
    guard first <= source.lineCount else { return }
    var line = first
    while line <= source.lineCount {
      var end = line
      while end <= source.lineCount, !verbatim.contains(end), !Self.isBlank(source.bytes[source.range(ofLine: end)]) {
        end += 1
      }
      if end > line, free != nil {
        protect((line..<end).flatMap { source.bytes[source.range(ofLine: $0)] + [UInt8(ascii: "\n")] }[...])
        line = end
      } else {
        text += source.bytes[source.range(ofLine: line)] + [UInt8(ascii: "\n")]
        line += 1
      }
    }
  }

  /// `text` with each mark replaced by the source of its formula.
  func restored(_ text: String) -> String {
    pieces(of: text).map { piece in
      switch piece {
      case .words(let words): return words
      case .formula(let formula): return formula.source
      case .continuation: return ""
      }
    }.joined()
  }

  /// A part of a text with marks in it.
  enum Piece {
    case words(String)
    case formula(Formula)
    /// Where a further line of a formula was.
    case continuation
  }

  /// The parts of `text` between and at the marks.
  func pieces(of text: String) -> [Piece] {
    // Words and marks alternate, beginning with words: a mark is what stands between two markers.
    var pieces: [Piece] = []
    let parts = text.unicodeScalars.split(separator: marker, omittingEmptySubsequences: false)
    for (index, part) in parts.map({ String($0) }).enumerated() {
      if index.isMultiple(of: 2) {
        if !part.isEmpty { pieces.append(.words(part)) }
      } else if let number = Int(part), formulas.indices.contains(number) {
        pieces.append(.formula(formulas[number]))
      } else {
        pieces.append(.continuation)
      }
    }
    return pieces
  }

  // MARK: Finding formulas

  /// Copies one run of lines without an empty line among them, its formulas replaced.
  private mutating func protect(_ run: ArraySlice<UInt8>) {
    let spans = CodeSpans(in: run)
    var index = run.startIndex
    var canDisplay = true
    while index < run.endIndex {
      let byte = run[index]
      let next = index + 1 < run.endIndex ? run[index + 1] : nil
      if byte == UInt8(ascii: "\\"), let next {
        text += [byte, next]
        index += 2
      } else if byte == UInt8(ascii: "`") {
        let end = spans.end(from: index)
        text += run[index..<end]
        index = end
      } else if byte == UInt8(ascii: "<"), let end = Self.autolink(in: run, from: index) {
        text += run[index..<end]
        index = end
      } else if byte == UInt8(ascii: "$"), next == UInt8(ascii: "$") {
        let close = canDisplay ? Self.displayEnd(in: run, from: index + 2) : nil
        // Where none closes this one, none closes a later one: looking again and again would take for ever.
        canDisplay = close != nil
        let end = close.map { $0 + 2 } ?? index + 2
        if let close, !run[(index + 2)..<close].allSatisfy(Self.isWhite) {
          replace(run[index..<end], dollars: 2)
        } else {
          text += run[index..<end]
        }
        index = end
      } else if byte == UInt8(ascii: "$"), let close = Self.inlineEnd(in: run, from: index + 1) {
        replace(run[index...close], dollars: 1)
        index = close + 1
      } else {
        text.append(byte)
        index += 1
      }
    }
  }

  private mutating func replace(_ source: ArraySlice<UInt8>, dollars: Int) {
    let mark = String(marker)
    let lines = source.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: "\n") }
    var tex: [UInt8] = []
    for (number, line) in lines.enumerated() {
      if number == 0 {
        text += Array("\(mark)\(formulas.count)\(mark)".utf8)
        tex += line.dropFirst(dollars)
      } else {
        // What makes the line part of a list or quote stays where it is.
        let prefix = line.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: ">") }
        text += [UInt8(ascii: "\n")] + prefix + Array("\(mark)\(mark)".utf8)
        tex += [UInt8(ascii: "\n")] + line[prefix.endIndex...]
      }
    }
    tex.removeLast(min(dollars, tex.count))
    let words = String(decoding: tex, as: UTF8.self).trimmed
    formulas.append(Formula(tex: words, source: String(decoding: source, as: UTF8.self), isDisplay: dollars == 2))
  }

  private static func displayEnd(in run: ArraySlice<UInt8>, from start: Int) -> Int? {
    var index = start
    while index + 1 < run.endIndex {
      if run[index] == UInt8(ascii: "\\") {
        index += 2
      } else if run[index] == UInt8(ascii: "$"), run[index + 1] == UInt8(ascii: "$") {
        return index
      } else {
        index += 1
      }
    }
    return nil
  }

  private static func inlineEnd(in run: ArraySlice<UInt8>, from start: Int) -> Int? {
    guard start < run.endIndex, !isWhite(run[start]) else { return nil }
    var index = start
    while index < run.endIndex {
      if run[index] == UInt8(ascii: "\\") {
        index += 2
      } else if run[index] == UInt8(ascii: "$") {
        let followed = index + 1 < run.endIndex ? run[index + 1] : UInt8(ascii: " ")
        let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(followed)
        return index > start && !isWhite(run[index - 1]) && !isDigit ? index : nil
      } else {
        index += 1
      }
    }
    return nil
  }

  /// Where `<https://…>` ends; nil where none begins at `start`.
  private static func autolink(in run: ArraySlice<UInt8>, from start: Int) -> Int? {
    let end = run[(start + 1)...].firstIndex { isWhite($0) || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }
    guard let end, run[end] == UInt8(ascii: ">") else { return nil }
    let inside = run[(start + 1)..<end]
    guard inside.contains(UInt8(ascii: ":")) || inside.contains(UInt8(ascii: "@")) else { return nil }
    return end + 1
  }

  private static func isWhite(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (UInt8(ascii: "\t")...UInt8(ascii: "\r")).contains(byte)
  }

  private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    line.allSatisfy { isWhite($0) || $0 == UInt8(ascii: ">") }
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

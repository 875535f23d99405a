import Diagnostics

/// Rewrites a Markdown text so that libcmark, which knows CommonMark alone, leaves be what it would misread: formulas, tables,
/// footnotes, and emphasis that ends before a Korean particle.
///
/// In place of each stands a mark between two private-use characters, which no Markdown character is part of; every line stays where
/// it is. ``pieces(of:)`` finds the marks again in the words of libcmark's tree.
struct MarkdownGuard {
  /// A formula that was taken out.
  struct Formula {
    /// What stands between its signs.
    let tex: String
    /// The whole of it, signs included.
    let source: String
    /// Whether it stands by itself.
    let isDisplay: Bool
  }

  /// What a numbered mark stands for.
  enum Mark {
    case formula(Formula)
    /// The line under the head of a table.
    case tableRule([Prose.Table.Alignment], source: String)
    /// `[^label]`, where a note is spoken of or, with `isDefinition`, said.
    case note(label: String, isDefinition: Bool, source: String)
  }

  /// A part of a text with marks in it.
  enum Piece {
    case words(String)
    /// A sign that means nothing, because a backslash stood before it.
    case literal(String)
    /// The border between two cells of a table.
    case cell
    case mark(Mark)
    /// Where a further line of a formula was.
    case continuation
  }

  /// The text with its marks, each line ended by a line feed.
  private(set) var text: [UInt8] = []
  /// What was taken out, in order; the number in a mark is the index.
  private var marks: [Mark] = []
  /// Begins and ends a mark: a private-use character that the text does not hold.
  private let marker: Unicode.Scalar
  /// Put beside emphasis marks where CommonMark would not see their end: a letter and a punctuation mark that the text does not hold.
  private let joints: (letter: Unicode.Scalar, sign: Unicode.Scalar)?

  /// - Parameters:
  ///   - source: the whole file.
  ///   - first: the line where the Markdown begins, from 1.
  ///   - verbatim: lines that stay as they are: code and HTML.
  init(_ source: SourceText, from first: Int, verbatim: Set<Int>) {
    let signs = 0x2E10...0x2E16
    let present = Set(
      String(decoding: source.bytes, as: UTF8.self).unicodeScalars.lazy.map(\.value).filter {
        $0 >= 0xE000 || signs.contains(Int($0))
      })
    func free(in range: ClosedRange<Int>) -> [Unicode.Scalar] {
      Array(range.lazy.compactMap { Unicode.Scalar(UInt32($0)) }.filter { !present.contains($0.value) }.prefix(2))
    }
    let (letters, freeSigns) = (free(in: 0xE000...0xF8FF), free(in: signs))
    marker = letters.first ?? "\u{FFFF}"
    joints = letters.count == 2 && !freeSigns.isEmpty ? (letters[1], freeSigns[0]) : nil
    guard first <= source.lineCount else { return }
    var line = first
    while line <= source.lineCount {
      var end = line
      while end <= source.lineCount, !verbatim.contains(end), !Self.isBlank(source.bytes[source.range(ofLine: end)]) {
        end += 1
      }
      if end > line, !letters.isEmpty {
        protect((line..<end).flatMap { source.bytes[source.range(ofLine: $0)] + [UInt8(ascii: "\n")] }[...])
        line = end
      } else {
        text += source.bytes[source.range(ofLine: line)] + [UInt8(ascii: "\n")]
        line += 1
      }
    }
  }

  // MARK: Finding marks again

  /// The parts of `text` between and at the marks.
  func pieces(of text: String) -> [Piece] {
    guard needsReading(text) else { return [.words(text)] }
    // Words and marks alternate, beginning with words: a mark is what stands between two markers.
    var pieces: [Piece] = []
    let parts = text.unicodeScalars.split(separator: marker, omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if index.isMultiple(of: 2) {
        if let joints {
          let words = String(String.UnicodeScalarView(part.filter { $0 != joints.letter && $0 != joints.sign }))
          if !words.isEmpty { pieces.append(.words(words)) }
        } else if !part.isEmpty {
          pieces.append(.words(String(part)))
        }
      } else if part.isEmpty {
        pieces.append(.continuation)
      } else if let number = Int(String(part)), marks.indices.contains(number) {
        pieces.append(.mark(marks[number]))
      } else {
        pieces.append(part.elementsEqual("|".unicodeScalars) ? .cell : .literal(part.first == "p" ? "|" : String(part)))
      }
    }
    return pieces
  }

  /// `text` with each mark replaced by what stood in its place.
  func restored(_ text: String) -> String {
    guard needsReading(text) else { return text }
    return pieces(of: text).map(Self.source).joined()
  }

  /// What a piece was made of.
  static func source(of piece: Piece) -> String {
    switch piece {
    case .words(let words), .literal(let words): words
    case .cell: "|"
    case .mark(.formula(let formula)): formula.source
    case .mark(.tableRule(_, let source)), .mark(.note(_, _, let source)): source
    case .continuation: ""
    }
  }

  private func needsReading(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0 == marker || $0 == joints?.letter || $0 == joints?.sign }
  }

  // MARK: Writing marks

  private mutating func write(_ mark: Mark) {
    text += Array("\(marker)\(marks.count)\(marker)".utf8)
    marks.append(mark)
  }

  /// Writes one run of lines without an empty line among them.
  private mutating func protect(_ run: ArraySlice<UInt8>) {
    let spans = CodeSpans(in: run)
    let hasTable = run.split(separator: UInt8(ascii: "\n")).contains { TableLine.rule($0) != nil }
    var formulas = FormulaScan(run)
    var row = TableLine()
    var headCells: Int?
    var index = run.startIndex
    var isLineStart = true
    while index < run.endIndex {
      if isLineStart {
        isLineStart = false
        if hasTable, let end = tableRule(in: run, at: index, under: headCells) {
          index = end
          headCells = nil
          continue
        }
        let start = index
        index = note(startingLineOf: run, at: index)
        let prefix = TableLine.prefix(of: run[index...])
        text += run[index..<prefix]
        index = prefix
        row = TableLine()
        if index > start { continue }
      }
      let byte = run[index]
      let next = index + 1 < run.endIndex ? run[index + 1] : nil
      if hasTable, byte == UInt8(ascii: "|") { row.passBar() } else { row.pass(byte) }
      switch byte {
      case UInt8(ascii: "\n"):
        text.append(byte)
        index += 1
        headCells = row.cells
        isLineStart = true
        continue
      case UInt8(ascii: "`"):
        let end = spans.end(from: index)
        // Within a row `\|` is a bar, in code too.
        text += hasTable ? TableLine.unescaped(run[index..<end]) : Array(run[index..<end])
        isLineStart = run[index..<end].last == UInt8(ascii: "\n")
        index = end
      case UInt8(ascii: "<"):
        let end = FormulaScan.autolink(in: run, from: index) ?? index + 1
        text += run[index..<end]
        index = end
      case UInt8(ascii: "\\"), UInt8(ascii: "$"):
        if let (formula, end) = formulas.formula(at: index) {
          if let formula { write(formula, over: run[index..<end]) } else { text += run[index..<end] }
          index = end
        } else if byte == UInt8(ascii: "\\"), let next, next != UInt8(ascii: "\n") {
          write(escaped: next)
          index += 2
        } else {
          let end = byte == UInt8(ascii: "$") && next == byte ? index + 2 : index + 1
          text += run[index..<end]
          index = end
        }
      case UInt8(ascii: "|") where hasTable:
        text += Array("\(marker)|\(marker)".utf8)
        index += 1
      case UInt8(ascii: "["):
        if let (label, end) = NoteLabel.label(in: run, at: index) {
          write(.note(label: label, isDefinition: false, source: String(decoding: run[index..<end], as: UTF8.self)))
          index = end
        } else {
          text.append(byte)
          index += 1
        }
      case UInt8(ascii: "*"), UInt8(ascii: "_"):
        let end = run[index...].firstIndex { $0 != byte } ?? run.endIndex
        writeEmphasis(run[index..<end], before: run[end...])
        index = end
      default:
        text.append(byte)
        index += 1
      }
    }
  }

  /// The sign behind a backslash; those that libcmark does not know are taken out, or it would be forgotten that one stood there.
  private mutating func write(escaped sign: UInt8) {
    switch sign {
    case UInt8(ascii: "|"): text += Array("\(marker)p\(marker)".utf8)
    case UInt8(ascii: "~"), UInt8(ascii: "["):
      text += Array("\(marker)".utf8) + [sign] + Array("\(marker)".utf8)
    default: text += [UInt8(ascii: "\\"), sign]
    }
  }

  /// A formula of several lines leaves as many lines behind.
  private mutating func write(_ formula: Formula, over source: ArraySlice<UInt8>) {
    write(.formula(formula))
    for line in source.split(omittingEmptySubsequences: false, whereSeparator: { $0 == UInt8(ascii: "\n") }).dropFirst()
    {
      text += [UInt8(ascii: "\n")] + line[..<FormulaScan.prefix(of: line)] + Array("\(marker)\(marker)".utf8)
    }
  }

  private mutating func tableRule(in run: ArraySlice<UInt8>, at start: Int, under cells: Int?) -> Int? {
    let end = run[start...].firstIndex(of: UInt8(ascii: "\n")) ?? run.endIndex
    let line = run[start..<end]
    guard let cells, let columns = TableLine.rule(line), columns.count == cells else { return nil }
    let prefix = TableLine.quotePrefix(of: line)
    text += line[..<prefix]
    write(.tableRule(columns, source: String(decoding: line[prefix...], as: UTF8.self)))
    return end
  }

  /// `[^label]:` at the start of a line becomes an item of a list, in which what is indented below belongs to the note.
  private mutating func note(startingLineOf run: ArraySlice<UInt8>, at start: Int) -> Int {
    let index = run[start...].firstIndex { $0 != UInt8(ascii: " ") } ?? run.endIndex
    guard index - start <= 3, let (label, end) = NoteLabel.label(in: run, at: index), end < run.endIndex,
      run[end] == UInt8(ascii: ":")
    else { return start }
    text += Array("+ ".utf8)
    write(.note(label: label, isDefinition: true, source: String(decoding: run[index...end], as: UTF8.self)))
    return end + 1
  }

  /// CommonMark does not end emphasis between a punctuation mark and a letter, where Korean has its particles (`**마스크(mask)**를`), and
  /// does not begin it between a letter and a bracket. A letter or a sign that nobody sees makes it do both.
  private mutating func writeEmphasis(_ marks: ArraySlice<UInt8>, before rest: ArraySlice<UInt8>) {
    let before = Emphasis.last(of: text)
    let after = Emphasis.first(of: rest)
    guard let joints, let before, let after, let sign = marks.first else {
      text += marks
      return
    }
    if sign == UInt8(ascii: "_") {
      text += marks
      if Emphasis.isEastAsian(after), !Emphasis.isWhite(before), !Emphasis.opensBracket(before) {
        text += Array(String(joints.sign).utf8)
      }
      return
    }
    if Emphasis.isEastAsian(after), Emphasis.isSign(before), !Emphasis.opensBracket(before) {
      text += Array(String(joints.letter).utf8)
    }
    text += marks
    if Emphasis.isEastAsian(before), Emphasis.isSign(after), Emphasis.begins(after) {
      text += Array(String(joints.letter).utf8)
    }
  }

  private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    line.allSatisfy { FormulaScan.isWhite($0) || $0 == UInt8(ascii: ">") }
  }
}

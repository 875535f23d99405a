extension TerminalText {
  /// How many columns `text`, a single line, takes on a terminal; codes for colors take none, and a tab leads to the next eighth column.
  public static func columns(of text: String) -> Int {
    pieces(of: text).reduce(0) { column, piece in column + piece.width(at: column) }
  }

  /// A line as the lines of a terminal of `width` columns: broken at spaces, never within a word that fits a line of its own.
  ///
  /// What stands before the first word of the line stays; the lines after it begin as far in, and `hanging` columns more. A word that is longer
  /// than a line, such as a path, is broken behind a slash or hyphen where it has one. Colors go on where they were broken off.
  /// - Parameters:
  ///   - line: the line, without line breaks.
  ///   - width: the columns of the terminal, at least 2.
  ///   - hanging: how much further in the second line and those after it begin.
  /// - Returns: one line or more, none wider than `width`.
  /// - Complexity: linear in the length of the line.
  public static func wrapped(_ line: String, to width: Int, hanging: Int = 0) -> [String] {
    precondition(width >= 2, "lines of \(width) columns")
    let pieces = pieces(of: line)
    guard pieces.reduce(0, { $0 + $1.width(at: $0) }) > width else { return [line] }
    let lead = pieces.prefix { $0.isSpace || $0.isCode }.reduce(0) { $0 + $1.width(at: $0) }
    var lines = WrappedLines(width: width, indent: min(lead + hanging, width / 2, width - 2))
    var word: [Piece] = []
    for piece in pieces {
      if piece.isSpace {
        lines.add(word)
        lines.space += piece.width(at: lines.column + lines.space)
        word = []
      } else {
        word.append(piece)
      }
    }
    lines.add(word)
    return lines.all
  }

  /// The lines that a terminal of `width` columns shows of an author's prose, whose own line breaks within a paragraph mean nothing.
  ///
  /// Items of lists, and what is indented or fenced as code, keep their lines.
  public static func unfolded(_ prose: String) -> [String] {
    var lines: [String] = []
    var isCode = false
    var isOpen = false
    for line in prose.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      let words = line.drop { $0 == " " }
      if words.hasPrefix("```") || words.hasPrefix("~~~") {
        isCode.toggle()
        (isOpen, lines) = (false, lines + [line])
      } else if isCode || words.isEmpty || beginsItem(words) || line.hasPrefix("    ") || words.hasPrefix("|") {
        isOpen = !isCode && beginsItem(words)
        lines.append(line)
      } else if isOpen, let last = lines.popLast() {
        lines.append(last + " " + words)
      } else {
        isOpen = true
        lines.append(line)
      }
    }
    return lines
  }

  private static func beginsItem(_ words: Substring) -> Bool {
    if ["- ", "* ", "+ ", "> ", "# "].contains(where: words.hasPrefix) { return true }
    let digits = words.prefix { $0.isASCII && $0.isNumber }
    return !digits.isEmpty && digits.count < 4 && words.dropFirst(digits.count).hasPrefix(". ")
  }

  /// A character, or a code for a color, which takes no room.
  fileprivate struct Piece {
    let text: String
    let isCode: Bool
    private let columns: Int

    init(_ character: Character) {
      text = String(character)
      isCode = false
      columns = character == "\t" ? 0 : TerminalText.width(of: character)
    }

    init(code: String) { (text, isCode, columns) = (code, true, 0) }

    /// Where a line can be broken; a space that keeps two words together is none.
    var isSpace: Bool { text == " " || text == "\t" }
    /// Behind what a word may be broken that is longer than a line.
    var isJoint: Bool { ["/", "-", "_", ".", ",", "=", ":", "\\"].contains(text) }

    func width(at column: Int) -> Int { text == "\t" ? 8 - column % 8 : columns }
  }

  private static func pieces(of line: String) -> [Piece] {
    var pieces: [Piece] = []
    pieces.reserveCapacity(line.utf8.count)
    var rest = line[...]
    while let first = rest.first {
      if first == "\u{1B}", let end = rest.firstIndex(of: "m") {
        pieces.append(Piece(code: String(rest[...end])))
        rest = rest[rest.index(after: end)...]
      } else {
        pieces.append(Piece(first))
        rest = rest.dropFirst()
      }
    }
    return pieces
  }

  /// The lines that grow while words are added.
  fileprivate struct WrappedLines {
    private let width: Int
    private let indent: Int
    private var done: [String] = []
    private var line = ""
    private(set) var column = 0
    /// The columns of the spaces since the last word.
    var space = 0
    /// Whether no word stands in the line yet.
    private var isFresh = true
    /// The codes for colors that hold.
    private var codes = ""

    init(width: Int, indent: Int) { (self.width, self.indent) = (width, indent) }

    var all: [String] { done + [line] }

    mutating func add(_ word: [Piece]) {
      guard !word.isEmpty else { return }
      let needed = word.reduce(0) { $0 + $1.width(at: $0) }
      if !isFresh, needed > 0, column + space + needed > width { end() }
      if column + space < width { put(String(repeating: " ", count: space), space) }
      space = 0
      var joint: Int?
      for (number, piece) in word.enumerated() {
        if column + piece.width(at: column) > width {
          // Only a word that no line could hold comes here.
          if let joint { reopen(from: joint, of: word, to: number) } else { end() }
          joint = nil
        }
        put(piece.text, piece.width(at: column))
        if piece.isCode { codes = piece.text == "\u{1B}[0m" ? "" : codes + piece.text }
        if piece.width(at: 0) > 0 { isFresh = false }
        if piece.isJoint, column > indent + 1 { joint = number }
      }
    }

    private mutating func put(_ text: String, _ columns: Int) {
      line += text
      column += columns
    }

    /// Ends the line behind the joint, and begins another with what of the word stood behind that.
    private mutating func reopen(from joint: Int, of word: [Piece], to number: Int) {
      let moved = word[(joint + 1)..<number]
      let text = moved.map(\.text).joined()
      guard line.hasSuffix(text) else { return end() }
      line.removeLast(text.count)
      end()
      for piece in moved { put(piece.text, piece.width(at: column)) }
    }

    private mutating func end() {
      if !codes.isEmpty { line += "\u{1B}[0m" }
      done.append(line)
      line = codes + String(repeating: " ", count: indent)
      (column, space, isFresh) = (indent, 0, true)
    }
  }
}

internal import Diagnostics
internal import Markup

/// Where a name in code is explained; nil for names that are explained nowhere.
typealias CodeLinks = @Sendable (String) -> String?

/// A cell of Swift as HTML: one `span` a line with the lab's own number, coloured, holes marked, lines with messages marked.
struct CodeListing {
  /// The most lines that are shown; the rest is counted.
  static let mostLines = 2_000
  /// The most UTF-8 bytes that are shown.
  static let mostBytes = 200_000

  /// The code's lines as HTML, for the inside of `pre`.
  let html: String
  /// How many holes are marked.
  let holes: Int
  /// How many lines were left out at the end.
  let omittedLines: Int

  /// - Parameters:
  ///   - code: the cell's text.
  ///   - line: the number of its first line in the lab.
  ///   - marked: the class for lines that a message is about, by line number.
  ///   - links: where a name is explained; nil for names that are explained nowhere.
  init(_ code: String, from line: Int, marked: [Int: String] = [:], links: CodeLinks? = nil) {
    let source = SourceText(code)
    let shown = Self.shownLines(of: source)
    omittedLines = source.lineCount - shown.count

    var rows: [String] = [""]
    var holes = 0
    for token in SwiftToken.tokens(of: shown.joined(separator: "\n")) {
      if token.kind == .hole { holes += 1 }
      for (index, piece) in token.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if index > 0 { rows.append("") }
        guard !piece.isEmpty else { continue }
        rows[rows.count - 1] += Self.span(piece, token.kind, links)
      }
    }
    if shown.isEmpty { rows = [] }
    self.holes = holes
    html = rows.enumerated().map { offset, row in
      let number = line + offset
      let mark = marked[number].map { " \($0)" } ?? ""
      return "<span class=\"line\(mark)\" id=\"L\(number)\" data-line=\"\(number)\">\(row)\n</span>"
    }.joined()
  }

  /// The lines of a cell that are shown: all, but for a cell without end.
  static func shownLines(of source: SourceText) -> [String] {
    var shown: [String] = []
    var bytes = 0
    for number in 1...max(1, min(source.lineCount, mostLines)) {
      guard let text = source.line(number), bytes + text.utf8.count <= mostBytes else { break }
      bytes += text.utf8.count + 1
      shown.append(text)
    }
    return shown
  }

  /// Swift in colours, without line numbers.
  static func coloured(_ code: String, links: CodeLinks? = nil) -> String {
    SwiftToken.tokens(of: code).map { span($0.text[...], $0.kind, links) }.joined()
  }

  private static func span(_ text: Substring, _ kind: SwiftToken.Kind, _ links: CodeLinks?) -> String {
    let words = InertText.html(text)
    switch kind {
    case .type where links != nil:
      guard let address = links?(String(text)) else { return "<span class=\"t-type\">\(words)</span>" }
      return "<a class=\"t-type\" href=\"\(InertText.html(address))\">\(words)</a>"
    case .plain: return words
    case .hole: return "<mark class=\"hole\">\(words)</mark>"
    default: return "<span class=\"t-\(kind.rawValue)\">\(words)</span>"
    }
  }
}

/// The line that a message speaks of, with carets under the columns.
struct CodeExcerpt {
  /// The most characters of the line that are shown.
  private static let widest = 120

  /// The line's text, shortened around the first caret where it is very long.
  let source: String
  /// Spaces and carets; empty where no column is known.
  let carets: String

  /// - Parameters:
  ///   - line: the line's text.
  ///   - columns: in UTF-8 bytes from 1, as compilers count; those outside the line are left out.
  init(line: String, columns: [Int]) {
    let characters = Array(line)
    var positions: Set<Int> = []
    var byte = 1
    for (index, character) in characters.enumerated() {
      let width = character.utf8.count
      if columns.contains(where: { $0 >= byte && $0 < byte + width }) { positions.insert(index) }
      byte += width
    }
    if columns.contains(byte) { positions.insert(characters.count) }

    let first = positions.min() ?? 0
    let start = characters.count <= Self.widest ? 0 : max(0, min(first - 40, characters.count - Self.widest))
    let end = min(characters.count, start + Self.widest)
    source = (start > 0 ? "…" : "") + String(characters[start..<end]) + (end < characters.count ? "…" : "")

    let last = positions.filter { $0 <= end }.max()
    guard let last, last >= start else {
      carets = ""
      return
    }
    var row = start > 0 ? " " : ""
    for index in start...last {
      let isWide = index < characters.count && Self.isWide(characters[index])
      if positions.contains(index) {
        row += isWide ? "＾" : "^"
      } else if index < characters.count, characters[index] == "\t" {
        row += "\t"
      } else {
        row += isWide ? "\u{3000}" : " "
      }
    }
    carets = row
  }

  private static func isWide(_ character: Character) -> Bool {
    character != "\t" && TerminalText.width(of: character) == 2
  }
}

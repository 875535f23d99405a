internal import CCMark
import Diagnostics

/// Where the fenced blocks of a text are, and which lines are to be taken as they stand.
struct MarkdownOutline {
  /// The text without the comments that begin a line, which would take the words behind them with them; its lines are the file's.
  let text: SourceText
  /// The fenced blocks in order, in lists and quotes too.
  private(set) var fences: [Fence] = []
  /// The lines that hold code or HTML, in which a `$` is a `$`.
  private(set) var verbatimLines: Set<Int> = []
  /// Where raw HTML stands that is not a comment.
  private(set) var rawHTML: [Place] = []
  /// The line where the nesting becomes too deep, if it does.
  private(set) var tooDeep: Int?

  /// - Parameters:
  ///   - source: the whole file.
  ///   - first: the line where the Markdown begins, from 1.
  init(of source: SourceText, from first: Int) {
    guard first <= source.lineCount else {
      text = source
      return
    }
    var tree = MarkdownTree(parsing: Array(source.bytes[source.wholeRange(ofLine: first).lowerBound...]))
    if let comments = Comments(of: tree, in: source, from: first) {
      text = comments.rest
      if let open = comments.unclosed { rawHTML.append(open) }
      tree = MarkdownTree(parsing: Array(text.bytes[text.wholeRange(ofLine: first).lowerBound...]))
    } else {
      text = source
    }
    tree.visit { node, depth in
      let start = Int(cmark_node_get_start_line(node)) + first - 1
      let end = Int(cmark_node_get_end_line(node)) + first - 1
      if depth > Prose.deepest, tooDeep == nil { tooDeep = start }
      switch cmark_node_get_type(node) {
      case CMARK_NODE_CODE_BLOCK:
        verbatimLines.formUnion(start...max(start, end))
        let column = Int(cmark_node_get_start_column(node))
        if let fence = Self.fence(in: source, lines: start...max(start, end), column: column, isTop: depth == 1) {
          fences.append(fence)
        }
      case CMARK_NODE_HTML_BLOCK:
        verbatimLines.formUnion(start...(MarkdownTree.endLine(ofHTML: node) + first - 1))
        note(node, in: source, line: start)
      case CMARK_NODE_HTML_INLINE: note(node, in: source, line: start)
      default: break
      }
    }
  }

  private mutating func note(_ html: MarkdownTree.Node, in source: SourceText, line: Int) {
    guard !MarkdownTree.literal(of: html).hasPrefix("<!--"), (1...source.lineCount).contains(line) else { return }
    let column = Int(cmark_node_get_start_column(html))
    let range = source.range(ofLine: line)
    let at = range.lowerBound + column - 1
    // Within a list or a quote libcmark's columns can be off; then the line alone is said.
    let isThere = range.contains(at) && source.bytes[at] == UInt8(ascii: "<")
    rawHTML.append(Place(line: line, column: isThere ? column : 0))
  }

  private static func fence(in source: SourceText, lines: ClosedRange<Int>, column: Int, isTop: Bool) -> Fence? {
    guard let first = lines.first, let last = lines.last, (1...source.lineCount).contains(first) else { return nil }
    let text = source.bytes[source.range(ofLine: first)]
    guard let mark = FenceMark(text, from: max(0, column - 1)) else { return nil }
    // Code that is merely indented can look like a fence; at the top it is indented by four or more.
    guard !isTop || mark.indent < 4 else { return nil }
    let end = min(last, source.lineCount)
    let closing = strippedOfQuotes(source.bytes[source.range(ofLine: end)], isTop: isTop)
    let isClosed = end > first && mark.isClosed(by: closing)
    return Fence(
      mark: mark, firstLine: first, lastLine: end, isClosed: isClosed, isAtMargin: isTop && mark.indent == 0)
  }

  /// A line in a list or a quote without what marks it as such.
  private static func strippedOfQuotes(_ line: ArraySlice<UInt8>, isTop: Bool) -> ArraySlice<UInt8> {
    isTop ? line : line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "\t") }
  }
}

/// The comments that begin a line. CommonMark takes such a line, to its end, for HTML; the words behind the comment are an author's.
private struct Comments {
  /// The text without them, with as many lines.
  let rest: SourceText
  /// Where one begins that never ends.
  private(set) var unclosed: Place?

  /// Nil where there are none.
  init?(of tree: MarkdownTree, in source: SourceText, from first: Int) {
    var blocks: [ClosedRange<Int>] = []
    tree.visit { node, _ in
      guard cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK, MarkdownTree.literal(of: node).hasPrefix("<!--") else {
        return
      }
      let start = Int(cmark_node_get_start_line(node)) + first - 1
      guard (first...source.lineCount).contains(start) else { return }
      blocks.append(start...min(MarkdownTree.endLine(ofHTML: node) + first - 1, source.lineCount))
    }
    guard !blocks.isEmpty else { return nil }
    let bytes = source.bytes
    var result: [UInt8] = []
    var copied = 0
    for lines in blocks {
      let end = source.range(ofLine: lines.upperBound).upperBound
      var index = max(copied, source.range(ofLine: lines.lowerBound).lowerBound)
      var isFirst = true
      let margin = Margin(before: Self.place(of: "<!--", in: bytes[..<end], from: index), in: bytes)
      while let open = Self.place(of: "<!--", in: bytes[..<end], from: index) {
        guard let past = Self.place(of: "-->", in: bytes[..<end], from: open + 4).map({ $0 + 3 }) else {
          if isFirst, unclosed == nil { unclosed = Place(line: lines.lowerBound, column: 0) }
          break
        }
        isFirst = false
        result += bytes[copied..<open]
        // Line ends stay, and what makes a line part of a quote or an item; what follows the comment is not to look like indented code.
        let pieces = bytes[open..<past].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let behind = bytes[past...].first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
        let hasWords = behind.map { $0 != UInt8(ascii: "\n") } ?? false
        // An item may begin with one empty line, and ends with two.
        let filler = margin.isItem && hasWords && pieces.count > 2 ? Array("\u{2060}".utf8) : []
        for line in pieces.dropFirst() { result += filler + [UInt8(ascii: "\n")] + margin.kept(of: line) }
        index = bytes[past...].firstIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") } ?? bytes.count
        copied = index
      }
    }
    result += bytes[copied...]
    // A last line that is nothing but a comment is still a line.
    if result.last == UInt8(ascii: "\n"), bytes.last != UInt8(ascii: "\n") { result.append(UInt8(ascii: " ")) }
    rest = SourceText(String(decoding: result, as: UTF8.self))
    if rest.lineCount != source.lineCount { return nil }
  }

  /// What stands before a comment on its line: the quotes and the item that it is in.
  private struct Margin {
    /// Whether an item of a list begins there.
    let isItem: Bool
    private let width: Int

    init(before open: Int?, in bytes: [UInt8]) {
      let start = open.map { bytes[..<$0].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0 } ?? 0
      let line = bytes[start..<(open ?? start)]
      width = line.count
      isItem = !line.allSatisfy(Self.isMargin)
    }

    /// As much of a line's beginning as keeps it in there.
    func kept(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8> { line.prefix(width).prefix(while: Self.isMargin) }

    private static func isMargin(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: ">") }
  }

  private static func place(of text: StaticString, in bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard start <= bytes.endIndex else { return nil }
    var index = start
    while index + wanted.count <= bytes.endIndex {
      if bytes[index] == wanted[0], bytes[index..<(index + wanted.count)].elementsEqual(wanted) { return index }
      index += 1
    }
    return nil
  }
}

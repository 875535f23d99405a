internal import CCMark
import Diagnostics

/// Where the fenced blocks of a text are, and which lines are to be taken as they stand.
struct MarkdownOutline {
  /// Lists and quotes may be nested so deep.
  static let deepest = 100

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
    guard first <= source.lineCount else { return }
    let tree = MarkdownTree(parsing: Array(source.bytes[source.wholeRange(ofLine: first).lowerBound...]))
    tree.visit { node, depth in
      let start = Int(cmark_node_get_start_line(node)) + first - 1
      let end = Int(cmark_node_get_end_line(node)) + first - 1
      if depth > Self.deepest, tooDeep == nil { tooDeep = start }
      switch cmark_node_get_type(node) {
      case CMARK_NODE_CODE_BLOCK:
        verbatimLines.formUnion(start...max(start, end))
        let column = Int(cmark_node_get_start_column(node))
        if let fence = Self.fence(in: source, lines: start...max(start, end), column: column, isTop: depth == 1) {
          fences.append(fence)
        }
      case CMARK_NODE_HTML_BLOCK:
        verbatimLines.formUnion(start...max(start, end))
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

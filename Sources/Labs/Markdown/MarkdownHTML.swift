internal import CCMark
import Diagnostics

/// Turns CommonMark into HTML, with formulas.
///
/// Raw HTML and unsafe links are left out. `$…$` becomes `<span class="math">…</span>` and `$$…$$` becomes
/// `<div class="math">…</div>` with the TeX in it as it was written; links stay as they are.
public enum MarkdownHTML {
  /// A text as HTML, for example a question or a justification.
  ///
  /// - Parameter text: CommonMark; where lists and quotes are nested more than 100 levels deep, it comes back as plain text.
  /// - Returns: block elements, each ended by a line feed.
  public static func html(of text: String) -> String {
    let source = SourceText(text)
    let outline = MarkdownOutline(of: source, from: 1)
    guard outline.tooDeep == nil else { return "<pre>\(escaped(text))</pre>\n" }
    return sections(of: source, from: 1, outline: outline, without: [:]).map(\.html).joined()
  }

  /// `text` with the characters that mean something in HTML replaced.
  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }

  /// A stretch of prose between two cells.
  struct Section {
    /// The line where it starts.
    let line: Int
    var html: String
  }

  /// The prose of a text, one section for each stretch that no cell interrupts.
  ///
  /// The text is read as a whole, so that a link may be defined anywhere in it.
  /// - Parameters:
  ///   - source: the whole file.
  ///   - first: the line where the Markdown begins, from 1.
  ///   - outline: the fences of the same text.
  ///   - cells: the first line of each cell, at the top level, and its last.
  /// - Returns: the sections that show anything.
  static func sections(
    of source: SourceText, from first: Int, outline: MarkdownOutline, without cells: [Int: Int]
  ) -> [Section] {
    let math = MathGuard(source, from: first, verbatim: outline.verbatimLines)
    let tree = MarkdownTree(parsing: math.text)
    FormulaNodes(math).place(in: tree)
    var sections: [Section] = []
    var isOpen = false
    var start = first
    for node in tree.topLevel {
      let line = Int(cmark_node_get_start_line(node)) + first - 1
      if cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK, let last = cells[line] {
        isOpen = false
        start = last + 1
        continue
      }
      if !isOpen {
        while start < source.lineCount, source.isBlank(line: start) { start += 1 }
        sections.append(Section(line: start, html: ""))
      }
      isOpen = true
      sections[sections.count - 1].html += MarkdownTree.html(of: node)
    }
    return sections.filter { !$0.html.isEmpty }
  }
}

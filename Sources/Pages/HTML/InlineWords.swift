internal import Markup

/// A short text of an author's or a phrase as HTML: `` `code` `` and `$formulas$` in it are set as such, the rest is shown as it is.
enum InlineWords {
  /// `text` as HTML for the inside of a paragraph; line breaks stay.
  static func html(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(where: { $0 == "`" || $0 == "$" }) {
      let mark = rest[start]
      let inside = rest[rest.index(after: start)...]
      result += InertText.html(rest[..<start])
      guard let end = inside.firstIndex(of: mark), end > inside.startIndex, !inside[..<end].contains("\n"),
        mark == "`" || isFormula(inside[..<end])
      else {
        result += InertText.html(String(mark))
        rest = inside
        continue
      }
      let content = inside[..<end]
      result += mark == "`" ? "<code>\(InertText.html(content))</code>" : Formula.html(String(content), display: false)
      rest = inside[inside.index(after: end)...]
    }
    return result + InertText.html(rest)
  }

  /// Whether what stands between two dollar signs reads as a formula and not as two prices.
  private static func isFormula(_ text: Substring) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    return !first.isWhitespace && !last.isWhitespace
  }
}

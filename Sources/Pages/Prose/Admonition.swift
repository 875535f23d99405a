internal import Labs
internal import Messages

/// A quotation that is none: GitHub's form of a note, `> [!NOTE]` with what it says on the lines below.
struct Admonition {
  /// What it is for.
  enum Kind: String, CaseIterable {
    case note, tip, important, warning, caution

    /// What it is called on a page.
    var label: PageLabel {
      switch self {
      case .note: .note
      case .tip: .tip
      case .important: .important
      case .warning: .warning
      case .caution: .caution
      }
    }
  }

  /// What it is for.
  let kind: Kind
  /// What it says on the lines behind its mark.
  let words: [Prose.Inline]
  /// What it says below.
  let blocks: [Prose.Block]

  /// - Parameter quote: what stands in a quotation; nil where that does not begin with a mark on a line of its own.
  init?(_ quote: [Prose.Block]) {
    guard let first = quote.first, case .paragraph(let inlines) = first.kind else { return nil }
    let end = inlines.firstIndex { if case .lineBreak = $0.kind { true } else { false } } ?? inlines.endIndex
    let mark = Array(inlines[..<end]).words
    guard let kind = Kind.allCases.first(where: { "[!\($0.rawValue.uppercased())]" == mark.uppercased() }) else {
      return nil
    }
    self.kind = kind
    words = Array(inlines[end...].dropFirst())
    blocks = Array(quote.dropFirst())
  }
}

internal import Diagnostics
internal import Messages

/// A cell of Swift as templates show it.
struct CodeView {
  /// Its `id` on the page.
  let anchor: String
  /// The level of its heading.
  let level: Int
  /// Whether it is not to be changed.
  let isGiven: Bool
  /// Whether it is a learner's exercise.
  let isExercise: Bool
  /// Its name; nil for given code, whose names are numbers.
  let name: String?
  /// Where it stands in the lab.
  let lines: String
  /// How many holes are left; nil where none is.
  let holes: String?
  /// The code as HTML.
  let listing: String
  /// How many lines are not shown; nil where all are.
  let omitted: String?
  /// What was said of it; nil without a report and for given code.
  let outcome: VerdictView?
  /// Messages about its lines.
  let messages: MessagesView?
  /// What was checked, or will be.
  let checkList: ChecksView?
}

/// The checks of one cell.
struct ChecksView {
  /// The level of their heading.
  let checksLevel: Int
  /// The checks in order.
  let items: [CheckView]
}

/// Messages about places in the lab.
struct MessagesView {
  /// The messages in order.
  let diagnostics: [DiagnosticView]
  /// How many are not shown; nil where all are.
  let omittedMessages: String?
}

/// A message about a place in the lab as templates show it, with the line and carets under it.
struct DiagnosticView {
  /// The severity in the style sheet and among the symbols: `error`, `hole` and so on.
  let slug: String
  /// The severity in words.
  let word: String
  /// File, line and columns, as an editor takes them.
  let place: String
  /// Where the line is on the page; nil where it is not.
  let lineAnchor: String?
  /// What is wrong, as HTML.
  let summary: String
  /// What to try first, as HTML.
  let advice: String?
  /// The source line; nil where there is none.
  let source: String?
  /// Spaces and carets under it; nil where no column is known.
  let carets: String?

  /// The messages as views; those of one severity about one line that say the same are one, with several carets.
  ///
  /// - Parameters:
  ///   - diagnostics: the messages.
  ///   - source: the lab's text.
  ///   - file: the lab's file: lines of other files are not shown.
  ///   - listed: the lines that stand on the page with their numbers.
  ///   - language: the language of the words.
  /// - Returns: the views in order.
  static func views(
    of diagnostics: [Diagnostic], source: SourceText, file: String, listed: Set<Int>, in language: Language
  ) -> [DiagnosticView] {
    struct Key: Hashable {
      let severity: Diagnostic.Severity
      let file: String
      let line: Int
      let summary: String
      let advice: String?
    }
    var order: [Key] = []
    var columns: [Key: [Int]] = [:]
    for diagnostic in diagnostics {
      let key = Key(
        severity: diagnostic.severity, file: diagnostic.file, line: diagnostic.line,
        summary: diagnostic.summary.text(in: language), advice: diagnostic.help?.text(in: language))
      if columns[key] == nil { order.append(key) }
      columns[key, default: []].append(diagnostic.column)
    }
    return order.map { key in
      let places = (columns[key] ?? []).filter { $0 > 0 }.sorted()
      let line = key.file == file ? source.line(key.line) : nil
      let excerpt = line.map { CodeExcerpt(line: $0, columns: places) }
      let parts = [key.file, key.line > 0 ? String(key.line) : nil, places.first.map(String.init)]
      return DiagnosticView(
        slug: key.severity.rawValue, word: label(of: key.severity).text(in: language),
        place: parts.compactMap { $0 }.joined(separator: ":"),
        lineAnchor: key.file == file && listed.contains(key.line) ? "L\(key.line)" : nil,
        summary: InlineWords.html(key.summary), advice: key.advice.map(InlineWords.html), source: excerpt?.source,
        carets: excerpt.flatMap { $0.carets.isEmpty ? nil : $0.carets })
    }
  }

  private static func label(of severity: Diagnostic.Severity) -> PageLabel {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .note: .note
    case .hole: .hole
    }
  }
}

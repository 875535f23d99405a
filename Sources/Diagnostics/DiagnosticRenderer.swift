public import Messages

/// Shows a diagnostic on a terminal: the place and the message, the source line with a caret under the column, then what to try.
///
///     labs/02-fcn.md:42:17: error: …
///        42 |   Conv2D("conv1", filtr: [5, 5, 1, 100])
///           |                   ^
///     help: …
public struct DiagnosticRenderer: Sendable {
  /// The language of the words.
  public let language: Language
  /// Whether to use colours (ANSI).
  public let color: Bool
  /// How many columns the terminal has; longer source lines are cut around the caret.
  public let width: Int

  /// - Parameters:
  ///   - language: the language of the words.
  ///   - color: whether to use colours.
  ///   - width: columns of the terminal, at least 40.
  public init(language: Language, color: Bool, width: Int = 120) {
    self.language = language
    self.color = color
    self.width = max(40, width)
  }

  /// One diagnostic as text, without a line break at the end.
  ///
  /// - Parameters:
  ///   - diagnostic: the message.
  ///   - source: the file that it speaks of; without it the source line is left out.
  /// - Returns: two to four lines.
  public func text(of diagnostic: Diagnostic, in source: SourceText?) -> String {
    var lines = [headline(of: diagnostic)]
    if diagnostic.line > 0, let line = source?.line(diagnostic.line) {
      lines += excerpt(of: line, number: diagnostic.line, column: diagnostic.column)
    }
    if let help = diagnostic.help {
      let word = DiagnosticPhrase.help.text(in: language) + ":"
      lines.append(painted(word, .cyan) + " " + indented(help.text(in: language)))
    }
    return lines.joined(separator: "\n")
  }

  /// Several diagnostics of one file as text, a blank line between them.
  ///
  /// - Parameters:
  ///   - diagnostics: the messages in the order to show them.
  ///   - source: the file that they speak of.
  /// - Returns: the messages, each as ``text(of:in:)-(Diagnostic,_)`` shows it.
  public func text(of diagnostics: some Sequence<Diagnostic>, in source: SourceText?) -> String {
    diagnostics.map { text(of: $0, in: source) }.joined(separator: "\n\n")
  }

  private func headline(of diagnostic: Diagnostic) -> String {
    var place = TerminalText.harmless(diagnostic.file).replacing("\n", with: "\u{240A}")
    if diagnostic.line > 0 { place += ":\(diagnostic.line)" }
    if diagnostic.line > 0, diagnostic.column > 0 { place += ":\(diagnostic.column)" }
    let (word, paint): (DiagnosticPhrase, Paint) =
      switch diagnostic.severity {
      case .error: (.error, .red)
      case .warning: (.warning, .yellow)
      case .note: (.note, .cyan)
      case .hole: (.hole, .yellow)
      }
    let label = painted(word.text(in: language) + ":", paint)
    return painted(place + ":", .bold) + " " + label + " " + indented(diagnostic.summary.text(in: language))
  }

  /// The source line behind its number, and under it the caret where there is a column.
  private func excerpt(of line: String, number: Int, column: Int) -> [String] {
    let digits = String(number)
    let gutter = String(repeating: " ", count: max(0, 5 - digits.count)) + digits + " | "
    let blank = String(repeating: " ", count: max(5, digits.count)) + " | "
    let cut = SourceExcerpt(of: line, column: column, start: gutter.count, width: width)
    var rows = [painted(gutter, .dim) + cut.text]
    if column > 0 { rows.append(painted(blank, .dim) + cut.lead + painted("^", .green)) }
    return rows
  }

  /// Foreign words cannot begin a line of their own, so they cannot pass for another message.
  private func indented(_ words: String) -> String {
    TerminalText.harmless(words).replacing("\n", with: "\n  ")
  }

  private enum Paint: String {
    case bold = "1"
    case dim = "2"
    case red = "1;31"
    case green = "1;32"
    case yellow = "1;33"
    case cyan = "1;36"
  }

  private func painted(_ words: String, _ paint: Paint) -> String {
    color ? "\u{1B}[\(paint.rawValue)m\(words)\u{1B}[0m" : words
  }
}

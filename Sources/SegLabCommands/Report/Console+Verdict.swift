internal import Checking
internal import Diagnostics
internal import Messages

extension Console {
  /// A verdict's sign and word, each of the same width in one language, in its colour.
  func mark(of verdict: Verdict) -> String {
    let words = Verdict.allCases.map { VerdictPhrase($0.rawValue).text(in: language) }
    let width = words.map(\.columns).max() ?? 0
    let word = VerdictPhrase(verdict.rawValue).text(in: language)
    let padding = String(repeating: " ", count: width - word.columns)
    let (sign, style): (String, Style) =
      switch verdict {
      case .passed: ("✓", .green)
      case .notYet: ("✗", .red)
      case .notAttempted: ("○", .yellow)
      case .blocked: ("·", .faint)
      case .error: ("!", .yellow)
      }
    return styled("\(sign) \(word)", style) + padding
  }
}

extension String {
  /// How many columns it takes on a terminal.
  var columns: Int { reduce(0) { $0 + TerminalText.width(of: $1) } }
}

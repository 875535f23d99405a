internal import Checking
internal import Labs
internal import Messages

/// One check as templates show it.
struct CheckView {
  /// What was said of it; nil on a page without a report.
  let verdict: VerdictView?
  /// What is looked at.
  let name: String
  /// What was asked for and found, where both are the same.
  let value: String?
  /// What is asked for; nil where that goes without saying.
  let expected: String?
  /// What was found; nil where nothing was.
  let measured: String?
  /// What it means and what to try first, as HTML.
  let message: String?

  /// A check that was made.
  private init(_ result: CheckResult, message: String?, in language: Language) {
    verdict = VerdictView(result.verdict, in: language)
    name = result.name.text(in: language)
    let isAsExpected = result.expected == result.measured
    value = isAsExpected ? result.expected?.text(in: language) : nil
    expected = isAsExpected ? nil : result.expected?.text(in: language)
    measured = isAsExpected ? nil : result.measured?.text(in: language)
    self.message = message
  }

  /// The checks that were made on one cell; what stands above already is not said again.
  ///
  /// - Parameters:
  ///   - results: the checks in order.
  ///   - said: what the messages about the cell's lines say.
  ///   - author: renders what the author wrote.
  ///   - language: the language of the words.
  /// - Returns: a view for each check.
  static func made(
    _ results: [CheckResult], said: Set<Message>, _ author: AuthorText, in language: Language
  ) -> [CheckView] {
    var said = said
    return results.map { result in
      let message = result.message.flatMap { message in
        said.insert(message).inserted ? author.message(message.phrase, in: language) : nil
      }
      return CheckView(result, message: message, in: language)
    }
  }

  private init(_ name: CheckName, _ expected: String?, in language: Language) {
    verdict = nil
    self.name = name.text(in: language)
    self.expected = expected
    value = nil
    measured = nil
    message = nil
  }

  /// The checks that an author asks for, before any was made.
  static func planned(_ checks: [Lab.Check], in language: Language) -> [CheckView] {
    checks.flatMap { check in
      check.planned.map { CheckView(check.name, $0?.text(in: language), in: language) }
    }
  }
}

/// A verdict as templates show it: a word and a symbol, and a name for the style sheet.
struct VerdictView {
  /// The verdict in the style sheet and among the symbols: `passed`, `not-yet` and so on.
  let slug: String
  /// The verdict in words.
  let word: String

  /// - Parameters:
  ///   - verdict: the verdict.
  ///   - language: the language of the word.
  init(_ verdict: Verdict, in language: Language) {
    slug = verdict.rawValue
    word = VerdictPhrase(verdict.rawValue).text(in: language).capitalisedFirst
  }

  /// The verdict on a lab; of one that is partly done, how much is.
  init(of report: LabReport, in language: Language) {
    guard report.verdict == .notAttempted, report.passed > 0 else {
      self.init(report.verdict, in: language)
      return
    }
    self.init(begun: report.passed, of: report.cells.count, in: language)
  }

  /// That so many of a lab's cells passed, and the others were not attempted.
  init(begun passed: Int, of cells: Int, in language: Language) {
    self.init(
      slug: Verdict.notAttempted.rawValue,
      word: StandingPhrase.begun(passed: passed, cells: cells).text(in: language).capitalisedFirst)
  }

  private init(slug: String, word: String) { (self.slug, self.word) = (slug, word) }
}

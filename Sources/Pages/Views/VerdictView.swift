internal import Checking
internal import Messages

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
}

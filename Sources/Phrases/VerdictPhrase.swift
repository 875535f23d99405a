/// A verdict's word, by the raw value of the verdict.
public struct VerdictPhrase: Phrase {
  /// The raw value: `passed`, `not-yet`, `not-attempted`, `blocked` or `error`.
  let verdict: String

  /// - Parameter verdict: the verdict's raw value.
  public init(_ verdict: String) { self.verdict = verdict }

  /// The word in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

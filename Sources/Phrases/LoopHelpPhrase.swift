/// The words of `--help` for working through a course and for writing one.
public enum LoopHelpPhrase: Phrase, Hashable, CaseIterable {
  /// `seglab answer`.
  case answer
  /// The question argument.
  case question
  /// The answer argument.
  case answerWords

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

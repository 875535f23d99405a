/// The words of `--help` for working through a course and for writing one.
public enum LoopHelpPhrase: Phrase, CaseIterable {
  /// `seglab answer`.
  case answer
  /// The question argument.
  case question
  /// The answer argument.
  case answerWords
  /// `seglab watch`, or `seglab` alone.
  case watch
  /// `--poll`.
  case poll
  /// `seglab check-all`.
  case checkAll
  /// `seglab solution`.
  case solution
  /// The cell argument.
  case cell
  /// `--insist`.
  case insist
  /// `seglab diff`.
  case diff
  /// `seglab update`.
  case update
  /// `seglab new`.
  case new
  /// `seglab new lab`.
  case newLab
  /// The new lab's name.
  case labName
  /// `seglab verify`.
  case verify
  /// The folder argument of `verify`.
  case verifyFolder
  /// `--look`.
  case onlyLook
  /// `seglab calibrate`.
  case calibrate
  /// `--seeds`.
  case seeds

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

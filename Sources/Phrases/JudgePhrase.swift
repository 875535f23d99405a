/// Why a lab could not be judged though its cells could be compiled: a fault of SegLab's own, never the learner's.
public enum JudgePhrase: Phrase {
  /// The judge stopped: by a signal where there was one, with these last words, while this experiment was trained.
  case stopped(signal: Int?, words: String, training: String?)
  /// The judge gave no sign of life for so many seconds and was ended.
  case silent(seconds: Int, training: String?)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

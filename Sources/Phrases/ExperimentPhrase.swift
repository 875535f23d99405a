/// What is said of an experiment that cannot begin.
public enum ExperimentPhrase: Phrase {
  /// The images of a set have several sizes.
  case sizesDiffer(set: String, sizes: Int)
  /// A training was ended because it came to the most seconds that it may take.
  case outOfTime(limit: Double)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

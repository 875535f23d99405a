/// What is said of an experiment that cannot begin.
public enum ExperimentPhrase: Phrase, Hashable {
  /// The images of a set have several sizes.
  case sizesDiffer(set: String, sizes: Int)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

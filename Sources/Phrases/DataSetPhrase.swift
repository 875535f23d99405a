/// What the commands about data sets say besides.
public enum DataSetPhrase: Phrase {
  /// Two options that cannot be given together.
  case optionsClash(String, with: String)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

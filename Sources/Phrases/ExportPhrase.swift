/// What is said of writing a set for other programs.
public enum ExportPhrase: Phrase {
  /// The folder to write to is not empty.
  case folderNotEmpty(path: String, found: [String])
  /// The images of several sizes are more than an archive holds.
  case tooManyForNPZ(name: String, found: Int, limit: Int)
  /// What was written.
  case written(name: String, count: Int, files: [String])

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

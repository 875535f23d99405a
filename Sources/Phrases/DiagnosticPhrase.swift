/// The fixed words around a message about a place in a file.
public enum DiagnosticPhrase: Phrase {
  /// Marks a message about something that must be mended.
  case error
  /// Marks a message about something that may surprise.
  case warning
  /// Marks more about the message before.
  case note
  /// Marks a place that the learner has yet to fill in.
  case hole
  /// Marks what to try first.
  case help

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}

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

// MARK: English

extension DiagnosticPhrase {
  var english: String {
    switch self {
    case .error: return "error"
    case .warning: return "warning"
    case .note: return "note"
    case .hole: return "hole"
    case .help: return "help"
    }
  }
}

// MARK: Korean

extension DiagnosticPhrase {
  var korean: String {
    switch self {
    case .error: return "오류"
    case .warning: return "경고"
    case .note: return "참고"
    case .hole: return "빈칸"
    case .help: return "도움말"
    }
  }
}

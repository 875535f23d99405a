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

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

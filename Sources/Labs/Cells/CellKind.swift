/// What a fenced block can be in a lab, as its fence says it.
enum CellKind: String, CaseIterable {
  case exercise, given, hint, check, experiment, question, answer

  /// The words that such a fence may begin with; the first is the usual one.
  var languages: [String] {
    switch self {
    case .exercise, .given: return ["swift"]
    case .hint: return ["text"]
    case .answer: return ["text", "answer"]
    case .check, .experiment, .question: return ["yaml"]
    }
  }

  /// Whether the name is the cell's own, which no other cell may have.
  var ownsName: Bool { self == .exercise || self == .experiment || self == .question }

  /// The kinds of cell that such a cell can speak of.
  var targets: [CellKind] {
    switch self {
    case .hint: return [.exercise, .question]
    case .check: return [.exercise, .experiment]
    case .answer: return [.question]
    case .exercise, .given, .experiment, .question: return []
    }
  }
}

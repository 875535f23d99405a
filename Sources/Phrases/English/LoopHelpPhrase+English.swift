extension LoopHelpPhrase {
  var english: String {
    switch self {
    case .answer: "Answer a question of a lab."
    case .question: "The question's name."
    case .answerWords: "A letter, a number, or a few words."
    }
  }
}

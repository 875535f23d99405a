extension LoopHelpPhrase {
  var korean: String {
    switch self {
    case .answer: "실습의 질문에 답해요."
    case .question: "질문의 이름."
    case .answerWords: "보기의 글자, 숫자, 또는 짧은 글."
    }
  }
}

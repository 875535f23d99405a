extension CoursePhrase {
  var korean: String {
    switch self {
    case .answerKept: return "답을 강사가 읽을 수 있게 남겨 두었어요. 이 답은 사람만 판단할 수 있어요."
    case .shownUntranslated(let file): return "\(file) 번역에 고칠 곳이 있어서 실습을 원래 언어로 보여 드려요."
    case .noAnswerCell(let question):
      return "이 실습에는 답을 쓸 자리가 없어요. ```text answer=\(question) 줄로 시작하는 셀을 넣어 보세요."
    case .noSuchQuestion(let question, let known):
      return known.isEmpty
        ? "‘\(question)’ 질문이 없어요. 이 실습에는 질문이 없어요."
        : "이 실습에는 ‘\(question)’ 질문이 없어요. 있는 것: \(known.joined(separator: ", "))."
    case .answered(let question, let answer, let file):
      return "‘\(question)’의 답 \(Particle.object.after(answer)) \(file)에 써 두었어요."
    case .emptyAnswer(let question): return "‘\(question)’의 답이 비어 있어요. 질문 이름 뒤에 답을 써 보세요."
    }
  }
}

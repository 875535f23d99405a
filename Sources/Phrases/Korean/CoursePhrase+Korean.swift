extension CoursePhrase {
  var korean: String {
    switch self {
    case .wasSound(let file, let lab):
      return "\(file) 파일을 더는 읽을 수 없어요. 처음 파일은 괜찮았으니 위의 내용을 고치거나, `seglab reset \(lab)`으로 되돌려 보세요. "
        + "쓰던 내용은 따로 보관돼요."
    case .cellMissing(let cell, let lab):
      return "처음 실습에 있던 ‘\(cell)’ 셀이 없어졌어요. `seglab reset \(lab)`을 실행하면 실습 전체를 되돌리고, 쓰던 내용은 따로 보관해요."
    case .answerKept: return "답을 강사가 읽을 수 있게 남겨 두었어요. 이 답은 사람만 판단할 수 있어요."
    case .shownUntranslated(let file): return "\(file) 번역에 고칠 곳이 있어서 실습을 원래 언어로 보여 드려요."
    case .noAnswerCell(let question):
      return "이 실습에는 답을 쓸 자리가 없어요. ```text answer=\(question) 줄로 시작하는 셀을 넣어 보세요."
    case .noSuchQuestion(let question, let known):
      return known.isEmpty
        ? "‘\(question)’ 질문이 없어요. 이 실습에는 질문이 없어요."
        : "이 실습에는 ‘\(question)’ 질문이 없어요. 있는 것: \(known.listedInKorean)."
    case .answered(let question, let answer, let file):
      return "‘\(question)’의 답 \(Particle.object.after(answer)) \(file)에 써 두었어요."
    case .emptyAnswer(let question): return "‘\(question)’의 답이 비어 있어요. 질문 이름 뒤에 답을 써 보세요."
    }
  }
}

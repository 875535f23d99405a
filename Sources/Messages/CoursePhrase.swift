/// What is said of answers, labs and courses while somebody works through them.
public enum CoursePhrase: Phrase {
  /// An answer in words is kept for whoever reads it.
  case answerKept
  /// A translation has mistakes, so that the lab is shown as its author wrote it.
  case shownUntranslated(file: String)
  /// Something was written into a translation, whose cells are not read.
  case wordsAlone(file: String, lab: String, language: Language)
  /// The lab has no place for the answer.
  case noAnswerCell(question: String)
  /// The lab has no question of that name; those it has.
  case noSuchQuestion(question: String, known: [String])
  /// The cell has no hint of that number, or it comes after others: how many were told, of how many.
  case noSuchHint(lab: String, cell: String, number: Int, told: Int, count: Int)
  /// The answer was written.
  case answered(question: String, answer: String, file: String)
  /// The answer is empty.
  case emptyAnswer(question: String)

  /// A lab's file cannot be taken apart, and could when it was shipped.
  case wasSound(file: String, lab: String)
  /// A cell of the lab as shipped is no longer there.
  case cellMissing(cell: String, lab: String)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}

// MARK: English

extension CoursePhrase {
  var english: String {
    switch self {
    case .wasSound(let file, let lab):
      return "\(file) can no longer be taken apart, and as it was shipped it could. Mend what stands above, "
        + "or set the lab back with `seglab reset \(lab)`, which keeps what you have."
    case .cellMissing(let cell, let lab):
      return "The cell “\(cell)” of the lab as it was shipped is missing. "
        + "`seglab reset \(lab)` sets the whole lab back, and keeps what you have."
    case .answerKept: return "Your answer is kept for your instructor; nobody but a reader can judge it."
    case .shownUntranslated(let file):
      return "\(file) has mistakes of its author's, so the lab is shown in its own language."
    case .wordsAlone(let file, let lab, let language):
      return "\(file) holds words alone: what you write into its cells is not read. "
        + "`seglab update --lang \(language.rawValue)` makes one file of the two, \(lab), and takes along what you wrote."
    case .noAnswerCell(let question):
      return "The lab has no place for this answer. Add a cell that begins with ```text answer=\(question) to it."
    case .noSuchQuestion(let question, let known):
      return known.isEmpty
        ? "There is no question “\(question)”: this lab asks none."
        : "There is no question “\(question)” in this lab. It has: \(known.listedInEnglish)."
    case .noSuchHint(let lab, let cell, let number, let told, let count):
      return (1...count).contains(number)
        ? "Hint \(number) for “\(cell)” comes after hint \(told + 1). The next one: seglab hint \(lab) \(cell)"
        : "There is no hint \(number) for “\(cell)”: it has \(count)."
          + (told < count ? " The next one: seglab hint \(lab) \(cell)" : "")
    case .answered(let question, let answer, let file):
      return "Your answer to “\(question)”, \(answer), stands in \(file)."
    case .emptyAnswer(let question): return "The answer to “\(question)” is empty. Write it behind the question's name."
    }
  }
}

// MARK: Korean

extension CoursePhrase {
  var korean: String {
    switch self {
    case .wasSound(let file, let lab):
      return "\(file) 파일을 더는 읽을 수 없어요. 처음 파일은 괜찮았으니 위의 내용을 고치거나, `seglab reset \(lab)`\(.toward, after: lab) 되돌려 보세요. "
        + "쓰던 내용은 따로 보관돼요."
    case .cellMissing(let cell, let lab):
      return
        "처음 실습에 있던 ‘\(cell)’ 셀이 없어졌어요. `seglab reset \(lab)`\(.object, after: lab) 실행하면 실습 전체를 되돌리고, 쓰던 내용은 따로 보관해요."
    case .answerKept: return "답을 강사가 읽을 수 있게 남겨 두었어요. 이 답은 사람만 판단할 수 있어요."
    case .shownUntranslated(let file): return "\(file) 번역에 고칠 곳이 있어서 실습을 원래 언어로 보여 드려요."
    case .wordsAlone(let file, let lab, let language):
      return "\(file) 파일에는 글만 있어서, 이 파일의 셀에 쓴 내용은 읽지 않아요. "
        + "`seglab update --lang \(language.rawValue)`\(.object, after: language.rawValue) 실행하면 두 파일을 \(lab) 하나로 합치고, 쓰신 내용도 함께 옮겨요."
    case .noAnswerCell(let question):
      return "이 실습에는 답을 쓸 자리가 없어요. ```text answer=\(question) 줄로 시작하는 셀을 넣어 보세요."
    case .noSuchQuestion(let question, let known):
      return known.isEmpty
        ? "‘\(question)’ 질문이 없어요. 이 실습에는 질문이 없어요."
        : "이 실습에는 ‘\(question)’ 질문이 없어요. 있는 것: \(known.listedInKorean)."
    case .noSuchHint(let lab, let cell, let number, let told, let count):
      return (1...count).contains(number)
        ? "‘\(cell)’ 힌트 \(number)\(.topic, after: number) 힌트 \(told + 1) 다음에 볼 수 있어요. 다음 힌트: seglab hint \(lab) \(cell)"
        : "‘\(cell)’에는 힌트가 \(count)개뿐이에요." + (told < count ? " 다음 힌트: seglab hint \(lab) \(cell)" : "")
    case .answered(let question, let answer, let file):
      return "‘\(question)’의 답 ‘\(answer)’\(.object, after: answer) \(file)에 써 두었어요."
    case .emptyAnswer(let question): return "‘\(question)’의 답이 비어 있어요. 질문 이름 뒤에 답을 써 보세요."
    }
  }
}

/// What a learner wrote in the right words and in the wrong place: another file, beside a cell, with another ending.
public enum MisplacedPhrase: Phrase {
  /// Cells of a translation are filled in, and the lab's own cells are what is run.
  case translationFilled(translation: String, lab: String)
  /// What to do then.
  case moveToLab(lab: String)
  /// An answer stands beside its cell.
  case answerOutside(words: String, question: String)
  /// What to do then.
  case writeBetweenFences
  /// Code stands outside of the cells.
  case codeOutside(words: String)
  /// What to do then.
  case writeIntoCell
  /// A fence was pasted into a cell.
  case fenceInCell
  /// What to do then.
  case removePastedFences
  /// A lab's file has a second ending.
  case otherEnding(file: String, name: String)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}

// MARK: English

extension MisplacedPhrase {
  var english: String {
    switch self {
    case .translationFilled(let translation, let lab):
      return "you wrote into the Korean file \(translation); its cells stay empty, and what is run is \(lab)"
    case .moveToLab(let lab): return "move what you wrote into the cells of the same names in \(lab)"
    case .answerOutside(let words, let question):
      return "“\(words)” stands outside of the cell `answer=\(question)`, where it is not read"
    case .writeBetweenFences: return "write it between the two ``` of the cell, in the place of the question mark"
    case .codeOutside(let words): return "`\(words)` stands outside of the cells, where it is not compiled"
    case .writeIntoCell: return "write it between the ``` lines of a cell"
    case .fenceInCell: return "a fence, ```, was pasted into this cell with the code: it ends the cell too early"
    case .removePastedFences: return "remove this line, and the ``` that was pasted below the code"
    case .otherEnding(let file, let name):
      return "The lab’s file is called \(file): an editor gave it a second ending. Rename it to \(name)."
    }
  }
}

// MARK: Korean

extension MisplacedPhrase {
  var korean: String {
    switch self {
    case .translationFilled(let translation, let lab):
      return "한국어 파일 \(translation)에 답을 썼어요. 이 파일의 셀은 비워 두고, 실제로 실행되는 것은 \(lab) 파일이에요"
    case .moveToLab(let lab): return "쓴 내용을 \(lab)에 있는 같은 이름의 셀로 옮겨 보세요"
    case .answerOutside(let words, let question): return "“\(words)”, 이 답이 `answer=\(question)` 셀 밖에 있어서 읽지 못했어요"
    case .writeBetweenFences: return "셀의 ``` 두 줄 사이, 물음표 자리에 써 보세요"
    case .codeOutside(let words): return "`\(words)`, 이 줄이 셀 밖에 있어서 컴파일하지 않았어요"
    case .writeIntoCell: return "셀의 ``` 두 줄 사이에 써 보세요"
    case .fenceInCell: return "셀 울타리(```)가 코드와 함께 셀 안에 붙여 넣어졌어요. 셀이 너무 일찍 끝나요"
    case .removePastedFences: return "이 줄과, 코드 아래에 함께 붙은 ``` 줄을 지워 보세요"
    case .otherEnding(let file, let name):
      return "실습 파일의 이름이 \(file)\(.copula, after: file). 편집기가 확장자를 하나 더 붙였어요. 이름을 \(Josa.toward.after(name)) 바꿔 보세요."
    }
  }
}

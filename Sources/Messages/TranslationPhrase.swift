/// What is wrong with a translation of a lab, and what its author may try first.
public enum TranslationPhrase: Phrase {
  /// The lab has a cell, on its line `line`, that the translation lacks.
  case missing(cell: String, lab: String, line: Int)
  /// The lab lacks a cell that the translation has.
  case extra(cell: String, lab: String)
  /// A cell stands where the lab has another.
  case otherOrder(cell: String, expected: String)
  /// A cell holds something that is the lab's to say.
  case notEmpty(cell: String)
  /// A choice that the lab's question does not have.
  case unknownChoice(String)
  /// A choice of the lab's question that is not translated.
  case choiceMissing(String)
  /// The justification of a question without choices is not translated.
  case whyMissing
  /// What the lab says of a wrong number is not translated.
  case wrongMissing(String)
  /// A wrong number of which the lab says nothing.
  case unknownWrong(String)
  /// A question with choices has a justification of its own.
  case needlessWhy

  // MARK: What to try

  /// Add an empty cell.
  case addEmpty(cell: String)
  /// Remove it.
  case removeIt
  /// Keep the order of the lab.
  case keepOrder(lab: String)
  /// Write it into the lab instead.
  case writeInLab(lab: String, line: Int)
  /// The choices of the lab's question.
  case choicesOf(String, [String])
  /// Translate the choice.
  case addChoice(String)
  /// Translate the justification.
  case addWhy
  /// Translate what is said of a wrong number.
  case addWrong(String)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}

// MARK: English

extension TranslationPhrase {
  var english: String {
    switch self {
    case .missing(let cell, let lab, let line): return "the cell `\(cell)` on line \(line) of \(lab) is missing here"
    case .extra(let cell, let lab): return "\(lab) has no cell `\(cell)`, or not so many of them"
    case .otherOrder(let cell, let expected): return "`\(cell)` stands where the lab has `\(expected)`"
    case .notEmpty(let cell): return "`\(cell)` is not empty here; what is inside is taken from the lab"
    case .unknownChoice(let key): return "the question has no choice `\(key)`"
    case .choiceMissing(let key): return "the choice `\(key)` is not translated"
    case .whyMissing: return "the justification `why` is not translated"
    case .wrongMissing(let number): return "what the lab says of the wrong answer \(number) is not translated"
    case .unknownWrong(let number): return "the lab says nothing of the wrong answer \(number)"
    case .needlessWhy: return "a question with choices has a `why` for each of them, and none of its own"
    case .addEmpty(let cell): return "add an empty cell that begins with ```\(cell)"
    case .removeIt: return "remove it"
    case .keepOrder(let lab): return "put the cells in the order of \(lab)"
    case .writeInLab(let lab, let line): return "write it into \(lab), line \(line), and leave the cell empty here"
    case .choicesOf(let lab, let keys): return "the choices in \(lab) are \(keys.quoted(and: "and"))"
    case .addChoice(let key): return "add `- {key: \(key), text: …, why: …}` to `choices`"
    case .addWhy: return "add `why: …`"
    case .addWrong(let number): return "add `\(number): …` under `wrong:`"
    }
  }
}

// MARK: Korean

extension TranslationPhrase {
  var korean: String {
    switch self {
    case .missing(let cell, let lab, let line): return "\(lab) \(line)번째 줄의 `\(cell)` 셀이 여기에는 없어요"
    case .extra(let cell, let lab): return "\(lab)에는 `\(cell)` 셀이 없거나 이만큼 많지 않아요"
    case .otherOrder(let cell, let expected): return "실습에는 `\(expected)` 셀이 있는 자리에 `\(cell)` 셀이 있어요"
    case .notEmpty(let cell): return "`\(cell)` 셀이 비어 있지 않아요. 셀의 내용은 실습에서 가져와요"
    case .unknownChoice(let key): return "질문에 보기 `\(key)`\(.subject, after: key) 없어요"
    case .choiceMissing(let key): return "보기 `\(key)`의 번역이 없어요"
    case .whyMissing: return "이유를 설명하는 `why`의 번역이 없어요"
    case .wrongMissing(let number): return "틀린 답 \(number)에 하는 말의 번역이 없어요"
    case .unknownWrong(let number): return "실습에는 틀린 답 \(number)에 하는 말이 없어요"
    case .needlessWhy: return "보기가 있는 질문은 보기마다 `why`가 있고, 질문 자체에는 없어요"
    case .addEmpty(let cell): return "```\(cell) 줄로 시작하는 빈 셀을 넣어 보세요"
    case .removeIt: return "지워 보세요"
    case .keepOrder(let lab): return "셀을 \(lab)\(.with, after: lab) 같은 순서로 놓아 보세요"
    case .writeInLab(let lab, let line): return "\(lab) \(line)번째 줄의 셀에 쓰고, 여기는 비워 두세요"
    case .choicesOf(let lab, let keys): return "\(lab)의 보기: \(keys.quoted)"
    case .addChoice(let key): return "`choices`에 `- {key: \(key), text: …, why: …}` 줄을 넣어 보세요"
    case .addWhy: return "`why: …` 줄을 넣어 보세요"
    case .addWrong(let number): return "`wrong:` 아래에 `\(number): …` 줄을 넣어 보세요"
    }
  }
}

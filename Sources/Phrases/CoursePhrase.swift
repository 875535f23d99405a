/// What is said of answers, labs and courses while somebody works through them.
public enum CoursePhrase: Phrase {
  /// An answer in words is kept for whoever reads it.
  case answerKept
  /// A translation has mistakes, so that the lab is shown as its author wrote it.
  case shownUntranslated(file: String)
  /// The lab has no place for the answer.
  case noAnswerCell(question: String)
  /// The lab has no question of that name; those it has.
  case noSuchQuestion(question: String, known: [String])
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

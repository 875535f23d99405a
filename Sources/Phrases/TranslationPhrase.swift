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

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}

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
    case .noAnswerCell(let question):
      return "The lab has no place for this answer. Add a cell that begins with ```text answer=\(question) to it."
    case .noSuchQuestion(let question, let known):
      return known.isEmpty
        ? "There is no question “\(question)”: this lab asks none."
        : "There is no question “\(question)” in this lab. It has: \(known.listedInEnglish)."
    case .answered(let question, let answer, let file):
      return "Your answer to “\(question)”, \(answer), stands in \(file)."
    case .emptyAnswer(let question): return "The answer to “\(question)” is empty. Write it behind the question's name."
    }
  }
}

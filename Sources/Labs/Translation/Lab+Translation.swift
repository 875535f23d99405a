public import Diagnostics
import Messages

extension Lab {
  /// The lab with the words of a translation; its cells, its text and all places in it stay its own.
  ///
  /// - Parameter translation: the words.
  /// - Returns: the lab in the other language, or nil where the translation does not fit; diagnostics name the translation's lines.
  public func translated(by translation: Translation) -> (lab: Lab?, diagnostics: [Diagnostic]) {
    var merger = TranslationMerger(lab: self, translation: translation)
    let blocks = merger.blocks()
    guard let blocks else { return (nil, merger.findings.diagnostics) }
    let lab = Lab(
      file: file, text: text, title: translation.title, id: id, dataset: dataset, after: after, budget: budget,
      blocks: blocks, idPlace: idPlace, afterPlaces: afterPlaces, slots: slots)
    return (lab, merger.findings.diagnostics)
  }
}

extension Lab.Block {
  /// By what a translation finds the cell; nil for prose.
  var key: TranslatedCell.Key? {
    switch self {
    case .prose: nil
    case .exercise(let code): TranslatedCell.Key(kind: .exercise, name: code.id)
    case .given: TranslatedCell.Key(kind: .given, name: "")
    case .hint(let hint): TranslatedCell.Key(kind: .hint, name: hint.target)
    case .checks(let checks): TranslatedCell.Key(kind: .check, name: checks.target)
    case .experiment(let experiment): TranslatedCell.Key(kind: .experiment, name: experiment.id)
    case .question(let question): TranslatedCell.Key(kind: .question, name: question.id)
    case .answer(let answer): TranslatedCell.Key(kind: .answer, name: answer.question)
    }
  }

  /// The line of the lab where the cell's fence stands.
  var fenceLine: Int {
    switch self {
    case .prose(_, let line): line
    case .exercise(let code), .given(let code): code.line - 1
    case .hint(let hint): hint.line - 1
    case .checks(let checks): checks.line
    case .experiment(let experiment): experiment.line
    case .question(let question): question.line
    case .answer(let answer): answer.line - 1
    }
  }
}

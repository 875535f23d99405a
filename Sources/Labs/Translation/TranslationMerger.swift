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
    guard let blocks else { return (nil, merger.diagnostics.inOrder) }
    var lab = Lab(
      file: file, text: text, title: translation.title, language: language, id: id, dataset: dataset,
      takesAnySet: takesAnySet, after: after, budget: budget,
      blocks: blocks, idPlace: idPlace, afterPlaces: afterPlaces, slots: slots, forms: forms)
    (lab.digests, lab.facts) = (digests, facts)
    (lab.points, lab.givesPartialCredit) = (points, givesPartialCredit)
    return (lab, merger.diagnostics.inOrder)
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

/// Puts the words of a translation and the cells of its lab together.
struct TranslationMerger {
  /// What does not fit, by the translation's lines.
  private(set) var diagnostics: DiagnosticList
  private let lab: Lab
  private let translation: Translation

  init(lab: Lab, translation: Translation) {
    self.lab = lab
    self.translation = translation
    diagnostics = DiagnosticList(file: translation.file)
  }

  /// Prose and cells in the order of the translation; nil where cells are missing, too many or in another order.
  mutating func blocks() -> [Lab.Block]? {
    let cells = translation.cells
    let own = lab.blocks.filter { $0.key != nil }
    compare(cells, with: own)
    guard !diagnostics.hasErrors else { return nil }
    var rest = own[...]
    var blocks: [Lab.Block] = []
    for part in translation.parts {
      switch part {
      case .prose(let prose, let line): blocks.append(.prose(prose, line: line))
      case .cell(let cell):
        // Every cell has been looked for, in order.
        guard let block = rest.popFirst() else { preconditionFailure("\(cells.count) cells for \(own.count)") }
        blocks.append(self.block(block, in: cell))
      }
    }
    return diagnostics.hasErrors ? nil : blocks
  }

  private mutating func compare(_ cells: [TranslatedCell], with own: [Lab.Block]) {
    let (wanted, found) = (own.compactMap(\.key).numbered, cells.map(\.key).numbered)
    for (number, key) in wanted.enumerated() where !Set(found).contains(key) {
      // Behind the nearest cell before it that is there.
      let before = wanted[..<number].last { found.contains($0) }
      let place = before.flatMap { found.firstIndex(of: $0) }.map { cells[$0].place } ?? Place(line: 1, column: 0)
      let words = key.key.words
      diagnostics.error(
        place, TranslationPhrase.missing(cell: words, lab: lab.file, line: own[number].fenceLine),
        help: TranslationPhrase.addEmpty(cell: words))
    }
    for (number, key) in found.enumerated() where !Set(wanted).contains(key) {
      diagnostics.error(
        cells[number].place, TranslationPhrase.extra(cell: key.key.words, lab: lab.file),
        help: TranslationPhrase.removeIt)
    }
    guard !diagnostics.hasErrors else { return }
    if let number = found.indices.first(where: { found[$0] != wanted[$0] }) {
      diagnostics.error(
        cells[number].place,
        TranslationPhrase.otherOrder(cell: found[number].key.words, expected: wanted[number].key.words),
        help: TranslationPhrase.keepOrder(lab: lab.file))
    }
    for (number, cell) in cells.enumerated() {
      guard case .needless = cell.words else { continue }
      diagnostics.error(
        cell.place, TranslationPhrase.notEmpty(cell: cell.key.words),
        help: TranslationPhrase.writeInLab(lab: lab.file, line: own[number].fenceLine))
    }
  }

  private mutating func block(_ block: Lab.Block, in cell: TranslatedCell) -> Lab.Block {
    switch (block, cell.words) {
    case (.hint(let hint), .hint(let text)):
      let prose = Prose(text, line: cell.place.line + 1)
      return .hint(Lab.Hint(target: hint.target, prose: prose, text: text, line: hint.line))
    case (.question(let question), .question(let words)):
      return .question(self.question(question, words, at: cell.place))
    default: return block
    }
  }

  private mutating func question(
    _ question: Lab.Question, _ words: TranslatedQuestion, at place: Place
  ) -> Lab.Question {
    let form: Lab.Question.Form
    switch question.form {
    case .choice(let choices):
      for choice in words.choices where !choices.contains(where: { $0.key == choice.key }) {
        let keys = choices.map(\.key)
        diagnostics.error(
          choice.place, TranslationPhrase.unknownChoice(choice.key), help: TranslationPhrase.choicesOf(lab.file, keys))
      }
      form = .choice(
        choices.compactMap { own in
          guard let choice = words.choices.first(where: { $0.key == own.key }) else {
            diagnostics.error(
              place, TranslationPhrase.choiceMissing(own.key), help: TranslationPhrase.addChoice(own.key))
            return nil
          }
          return Lab.Choice(key: own.key, text: choice.text, isRight: own.isRight, why: choice.why)
        })
      if let why = words.why {
        diagnostics.error(why.place, TranslationPhrase.needlessWhy, help: TranslationPhrase.removeIt)
      }
    case .number(let value, let tolerance, _):
      if words.why == nil { diagnostics.error(place, TranslationPhrase.whyMissing, help: TranslationPhrase.addWhy) }
      form = .number(value: value, tolerance: tolerance, why: words.why?.text ?? "")
    case .text(let why):
      if why != nil, words.why == nil {
        diagnostics.error(place, TranslationPhrase.whyMissing, help: TranslationPhrase.addWhy)
      }
      form = .text(why: words.why?.text)
    }
    for wrong in words.wrong where !question.wrong.contains(where: { $0.value == wrong.number.value }) {
      diagnostics.error(
        wrong.place, TranslationPhrase.unknownWrong(wrong.number.value.plain), help: TranslationPhrase.removeIt)
    }
    let translated = question.wrong.compactMap { own -> Lab.WrongNumber? in
      let found = words.wrong.first { $0.number.value == own.value }
      if found == nil {
        let number = own.value.plain
        diagnostics.error(place, TranslationPhrase.wrongMissing(number), help: TranslationPhrase.addWrong(number))
      }
      return found?.number
    }
    return Lab.Question(
      id: question.id, text: words.text, form: form, line: question.line, points: question.points, wrong: translated)
  }
}

/// A cell's key, and which of those with this key it is.
private struct NumberedKey: Hashable {
  let key: TranslatedCell.Key
  let number: Int
}

extension [TranslatedCell.Key] {
  /// Each with how many of its kind and name stand before it.
  fileprivate var numbered: [NumberedKey] {
    var counts: [TranslatedCell.Key: Int] = [:]
    return map { key in
      counts[key, default: 0] += 1
      return NumberedKey(key: key, number: counts[key, default: 0])
    }
  }
}

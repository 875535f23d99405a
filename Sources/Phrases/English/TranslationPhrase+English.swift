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
    case .needlessWhy: return "a question with choices has a `why` for each of them, and none of its own"
    case .addEmpty(let cell): return "add an empty cell that begins with ```\(cell)"
    case .removeIt: return "remove it"
    case .keepOrder(let lab): return "put the cells in the order of \(lab)"
    case .writeInLab(let lab, let line): return "write it into \(lab), line \(line), and leave the cell empty here"
    case .choicesOf(let lab, let keys): return "the choices in \(lab) are \(keys.quoted(and: "and"))"
    case .addChoice(let key): return "add `- {key: \(key), text: …, why: …}` to `choices`"
    case .addWhy: return "add `why: …`"
    }
  }
}

extension LabPhrase {
  var english: String {
    switch self {
    case .tooLong(let bytes, let limit):
      return "this text has \(bytes.grouped) bytes, and a lab has at most \(limit.grouped)"
    case .tooDeep(let limit): return "this is nested more than \(limit) levels deep"
    case .tooManyCells(let limit): return "the lab has more than \(limit) cells"
    case .moreMistakes: return "there are more mistakes after this one"
    case .noFrontMatter: return "the lab does not begin with its front matter"
    case .frontMatterNotClosed: return "the front matter is never closed"
    case .rawHTML: return "HTML in the prose is left out of the page"
    case .fenceNotClosed: return "this fence is never closed, so everything below belongs to it"
    case .fenceSwallowsCell(let line): return "this fence is still open where another cell begins, on line \(line)"
    case .cellNotAtMargin: return "a cell stands at the left margin, and this one is indented, in a list or in a quote"
    case .unknownAttribute(let word): return "`\(word)` says nothing that a cell can be"
    case .cellNeedsName(let kind): return "this `\(kind)` cell has no name"
    case .cellTakesNoName(let kind): return "a `\(kind)` cell has no name of its own"
    case .severalKinds(let kinds): return "a cell is one thing, and this one says it is \(kinds.quoted(and: "and"))"
    case .wrongLanguage(let kind, let expected, let found):
      return found.isEmpty
        ? "the fence of a cell with `\(kind)` begins with `\(expected)`, and here it begins with nothing"
        : "the fence of a cell with `\(kind)` begins with `\(expected)`, and here it begins with `\(found)`"
    case .badName(let name): return name.isEmpty ? "there is no name here" : "`\(name)` cannot be a name"
    case .duplicateName(let name, let line): return "`\(name)` is the name of a cell on line \(line) already"
    case .emptyCell(let kind): return "this `\(kind)` cell is empty"
    case .notInSolution(let kind): return "a solution holds no `\(kind)` cells"
    case .unknownTarget(let kind, let name): return "this `\(kind)` is for `\(name)`, and nothing here has that name"
    case .checkOfQuestion(let name): return "`\(name)` is a question, and a question has no checks"
    case .targetOfOtherKind(let kind, let name): return "`\(name)` is not something that has \(kind.withArticle)"
    case .questionWithoutAnswer(let name): return "the question `\(name)` has no cell for the answer"
    case .checkNeedsExperiment(let check, let exercise):
      return "`\(check)` is measured in a training, and `\(exercise)` is an exercise"
    case .checkNeedsExercise(let check, let experiment):
      return "`\(check)` looks at a network as it is written, and `\(experiment)` is an experiment"
    case .solutionLacks(let exercise, let lab): return "the exercise `\(exercise)` of \(lab) is missing"
    case .wouldCloseFence(let name):
      return "a line of `\(name)` begins with a fence, which would end the cell in the lab"
    case .badYAML(let fault): return "this is not YAML: \(fault.english)"
    case .yamlTooLong(let limit): return "a cell of YAML has at most \(limit.grouped) bytes, and this one has more"
    case .forbiddenCharacter(let number): return "YAML does not allow the character U+\(number.hexadecimal)"
    case .alias(let name): return "`*\(name)` repeats what `&\(name)` marks, and labs do without"
    case .duplicateKey(let key, let line): return "`\(key)` is given twice, first on line \(line)"
    case .keyNotWord: return "a key is a word, and this is something else"
    case .unknownKey(let key, let section): return "\(section.english) has no key `\(key)`"
    case .missingKey(let key, let section): return "\(section.english) must have `\(key)`"
    case .wrongType(let key, let expected, let found, let text):
      let what = text.isEmpty || found == .nothing ? found.english : "`\(text)`"
      return "`\(key)` must be \(expected.english), and here is \(what)"
    case .emptyValue(let key): return "`\(key)` has nothing in it"
    case .outOfRange(let key, let range, let found): return "`\(key)` must be \(range.english), and here is \(found)"
    case .unknownOption(let key, let found): return "`\(key)` cannot be `\(found)`"
    case .severalOptions(let key, let count): return "`\(key)` is one thing, and here are \(count)"
    case .repeatedOption(let key, let found): return "`\(key)` names `\(found)` twice"
    case .unknownCheck(let name): return "there is no check called `\(name)`"
    case .severalChecks(let count): return "this item holds \(count) checks"
    case .choicesOrNumber(let both):
      return both ? "the question has both `choices` and `number`" : "the question has neither `choices` nor `number`"
    case .fewChoices(let count):
      return "a question has two choices or more, and here \(count == 1 ? "is 1" : "are \(count)")"
    case .rightChoices(let count):
      return count == 0 ? "none of the choices is right" : "one choice is right, and here \(count) are"
    case .duplicateChoice(let key): return "two choices have the key `\(key)`"
    case .duplicateLab(let id, let file): return "the id `\(id)` belongs to \(file) already"
    case .unknownLab(let id): return "no lab of the course has the id `\(id)`"
    case .labsInCircle(let ids): return "these labs come after one another in a circle: \(ids.listedInEnglish)"
    }
  }
}

extension String {
  /// With `a` or `an` before it.
  fileprivate var withArticle: String { ("aeiou".contains(first ?? " ") ? "an `" : "a `") + self + "`" }
}

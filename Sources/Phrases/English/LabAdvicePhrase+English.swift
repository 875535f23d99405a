extension LabAdvicePhrase {
  var english: String {
    switch self {
    case .divide: return "divide it into several labs"
    case .nestLess: return "put fewer lists, quotes or values inside one another"
    case .mendFirst: return "mend those above, then look again"
    case .beginWithFrontMatter:
      return "begin the file with a line `---`, then `title`, `id` and `dataset`, one a line, then another `---`"
    case .closeFrontMatter: return "write a line `---` after the last key"
    case .useMarkdown: return "say it in Markdown"
    case .closeFence(let fence): return "end the cell with a line \(fence)"
    case .closeFenceBefore(let fence, let line): return "end the cell with a line \(fence) before line \(line)"
    case .moveToMargin: return "begin the fence at the first column, outside lists and quotes"
    case .didYouMean(let word): return "did you mean `\(word)`?"
    case .oneOf(let words): return "it can be \(words.quoted(and: "or"))"
    case .giveName(let kind): return "write `\(kind)=NAME`, without spaces"
    case .leaveOutName(let kind): return "write `\(kind)` alone"
    case .splitCell: return "make a cell of each"
    case .beginFenceWith(let language, let kind, let name): return "begin it with ```\(language) \(kind)=\(name)"
    case .nameRule: return "use letters from a to z, digits, `-` and `_`, and begin with a letter"
    case .rename: return "give one of the two another name"
    case .fillOrRemove: return "write something into it, or remove it"
    case .solutionHolds: return "keep the exercises and answers; everything else stands in the lab"
    case .addTarget(let kinds, let name):
      return "correct the name, or add a cell with \(kinds.map { "\($0)=\(name)" }.quoted(and: "or"))"
    case .questionJudgesItself: return "say in the question what is right; it needs no checks"
    case .addAnswerCell(let name):
      return "add a cell that begins with ```text answer=\(name) and holds a `?`"
    case .moveToExperiment: return "move it under `check=` of an experiment"
    case .moveToExercise: return "move it under `check=` of the exercise that makes the network"
    case .addToSolution(let exercise):
      return "add a cell that begins with ```swift exercise=\(exercise) and holds the completed code"
    case .indentLine:
      return "begin that line with something else, or open and close the cell with more backticks"
    case .mendYAML(let fault): return fault.adviceInEnglish
    case .shorten: return "make several cells of it, or shorten it"
    case .removeCharacter: return "remove it; it may be invisible"
    case .writeOut: return "write it out; if these are words, put them in quotes"
    case .keepOne: return "keep one of the two"
    case .writeKey: return "write a word, a colon, a space and the value"
    case .knownKeys(let keys): return "remove it; the keys are \(keys.quoted(and: "and"))"
    case .addKey(let example): return "add a line such as `\(example)`"
    case .writeLike(let example): return "write it like `\(example)`"
    case .unquote(let text): return "write \(text) without quotes"
    case .ownDash: return "give each check a line of its own that begins with a dash"
    case .keepChoicesOrNumber:
      return "keep `choices` where one of several is right, or `number` where a number is asked for"
    case .addChoicesOrNumber:
      return "add `choices` where one of several is right, or `number` where a number is asked for"
    case .addChoices: return "add choices; those that many people would pick teach most"
    case .markOneRight: return "write `right: true` in one choice only"
    case .nameLab: return "name a lab of the course by its `id`, or leave it out"
    case .breakCircle: return "take one of them out of another's `after`"
    }
  }
}

extension YAMLFault {
  fileprivate var adviceInEnglish: String {
    switch self {
    case .tab: return "use spaces in place of the tab"
    case .colon: return "put words that hold a colon in quotes, and look at how the line is indented"
    case .noColon: return "write a colon and a space after the key"
    case .specialCharacter: return "put the value in quotes"
    case .brackets: return "close each `[` with `]` and each `{` with `}`, with commas in between"
    case .quotes: return "close the quotes; an apostrophe within single quotes is written twice"
    case .indentation: return "indent lines that belong together by the same number of spaces"
    case .secondDocument: return "remove the line `---`"
    case .other: return "look at this line and the one before it"
    }
  }
}

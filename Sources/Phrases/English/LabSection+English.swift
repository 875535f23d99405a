extension LabSection {
  var english: String {
    switch self {
    case .frontMatter: return "the front matter"
    case .budget: return "`budget`"
    case .checks: return "a list of checks"
    case .experiment: return "an experiment"
    case .training: return "`training`"
    case .quick: return "`quick`"
    case .question: return "a question"
    case .choice: return "a choice"
    case .named(let word): return "`\(word)`"
    }
  }
}

extension LabValueKind {
  var english: String {
    switch self {
    case .text: return "words"
    case .name: return "a name"
    case .wholeNumber: return "a whole number"
    case .number: return "a number"
    case .yesNo: return "`true` or `false`"
    case .list: return "a list"
    case .mapping: return "keys with values"
    case .limit: return "a limit such as `>= 0.5`"
    case .nameOrMapping: return "a name, or keys with values"
    case .nothing: return "nothing"
    }
  }
}

extension LabRange {
  var english: String {
    switch self {
    case .fromOne: return "1 or more (and at most a million million)"
    case .notNegative: return "0 or more"
    case .positive: return "more than 0"
    case .share: return "between 0 and 1"
    case .belowOne: return "0 or more and less than 1"
    }
  }
}

extension YAMLFault {
  var english: String {
    switch self {
    case .tab: return "a line is indented with a tab"
    case .colon: return "a colon stands where no value can begin"
    case .noColon: return "a key has no colon"
    case .specialCharacter: return "the value begins with a character that means something in YAML"
    case .brackets: return "a bracket is not closed, or a comma is missing"
    case .quotes: return "quotes are never closed"
    case .indentation: return "a line is indented differently from its neighbours"
    case .secondDocument: return "a second document begins"
    case .other(let words): return words
    }
  }
}

extension FunctionCasePhrase {
  var english: String {
    switch self {
    case .unequalRows(let found, let expected):
      return "a row of \(found) \(found == 1 ? "number" : "numbers"), and the first row has \(expected)"
    case .otherCount(let found, let expected):
      return "\(found) \(found == 1 ? "value goes" : "values go") in here, and \(expected) in the first case"
    case .noValue: return "no value goes into the function"
    case .makeEqual: return "make all rows equally long"
    case .asManyAsTaken: return "give every case as many values as the function takes"
    }
  }
}

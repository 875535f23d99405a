extension DataSetPhrase {
  var english: String {
    switch self {
    case .optionsClash(let option, let other): return "`\(option)` does not go with `\(other)`. Leave one of them out."
    }
  }
}

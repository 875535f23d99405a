extension LabelPhrase {
  var english: String {
    switch self {
    case .any: return "Labels: every pixel that is not black is class 1, every other one class 0."
    case .values: return "Labels: each grey value is a class."
    case .threshold(let least):
      return "Labels: every pixel of at least \(least) (of 255) is class 1, every "
        + "other one class 0."
    case .colours(let count):
      return "Labels: each pixel belongs to the nearest of \(count + 1) colours; black is class 0."
    case .grey:
      return "Labels: kept grey, 0 to 255. A network with two classes needs them binary: prepare them with "
        + "`Threshold()`."
    case .valuesFound(let values):
      let pairs = values.enumerated().prefix(8).map { "\($1) → \($0)" }.joined(separator: ", ")
      return "Values became classes: \(pairs)\(values.count > 8 ? ", …" : "")."
    case .valueUnknown(let path, let found, let expected):
      return "\(path) has a pixel of value \(found), and \(expected.map(String.init).fewWords) were expected. "
        + "Add the value "
        + "to `--label value=…`, or mend the label."
    case .tooManyValues(let path, let found, let limit):
      return "The labels below \(path) have \(found.grouped) grey values or more, and at most \(limit) can be "
        + "classes: their "
        + "edges are soft. Import them with `--label threshold`, or with `--label grey` to keep them."
    case .coloursInRecords(let path):
      return "\(path) holds records, whose labels have no colours. Import it with `--label value`, or leave "
        + "`--label` out."
    }
  }
}

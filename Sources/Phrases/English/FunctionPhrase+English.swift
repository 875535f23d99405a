extension FunctionPhrase {
  var english: String {
    switch self {
    case .missing(let name, let signature):
      let type = signature.isEmpty ? "" : ", of the type `\(signature)`"
      return "The lab asks for a function `\(name)`\(type), and no cell makes it. Begin with `func \(name)(`."
    case .unfit(let name, let signature):
      return signature.isEmpty
        ? "`\(name)` takes or gives other kinds of values than the lab's."
        : "`\(name)` should be of the type `\(signature)`. Compare what stands between the brackets and behind `->`."
    case .notTried(let name): return "`\(name)` is tried as soon as its cell is in order."
    case .stopped(let name, _):
      return
        "The program stopped in `\(name)` when it was called with what stands below. Is a row or column outside the "
        + "picture asked for?"
    case .wrong(let name, _, _, _, let trouble):
      let first = "For what stands below, `\(name)` gives something else than it should."
      switch trouble {
      case .dividedByZero: return first + " What is divided by 0 is no number: what should come out then?"
      case .shapesDiffer: return first + " The two have different shapes, so there is nothing to compare."
      case .otherShape: return first + " The result has other rows or columns."
      case nil: return first
      }
    }
  }
}

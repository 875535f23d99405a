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
    case .stopped(let name, _, let why):
      let first = "The program stopped in `\(name)` when it was called with what stands below"
      switch why {
      case .noEnd(let seconds):
        return "`\(name)` came to no end within \(seconds) s when it was called with what stands below. "
          + "Look for a loop that never ends."
      case .words(let words): return first + ": \(words)."
      case .unknown: return first + ". Is a row or column outside the picture asked for?"
      }
    case .wrong(let name, _, _, _, let trouble):
      let first = "For what stands below, `\(name)` gives something else than it should."
      switch trouble {
      case .dividedByZero: return first + " What is divided by 0 is no number: what should come out then?"
      case .shapesDiffer: return first + " The two have different shapes, so there is nothing to compare."
      case .otherShape: return first + " The result has other rows or columns."
      case .emptyMasks: return first + " Both are empty: nothing was to be found, and nothing was found."
      case .wholeNumbersDivided:
        return first + " Are two whole numbers divided? For Swift 3 / 4 is 0: write Double(…) around both first."
      case .scaled(let factor):
        return first + " It is \(factor.brief) times what it should be: what is multiplied or divided by?"
      case .shifted: return first + " Everything is off by the same amount: is something to be taken away first?"
      case .exchanged: return first + " 0 and 1 have changed places."
      case .whiteForOne: return first + " The classes of a mask are 0 and 1; 255 is white in a picture."
      case nil: return first
      }
    }
  }
}

extension PreparationPhrase {
  var english: String {
    switch self {
    case .numberOutOfRange(let step, let name, let found, let expected):
      return "`\(step)` has \(name) \(found), and \(name) \(expected) was expected"
    case .notSquare(let step, let size):
      return "`\(step)` needs square images, and here they are \(size); write a `Resize` to a square above it"
    case .sizesDiffer(let sizes):
      return "the images have \(sizes) sizes, and a network takes one; write a `Resize` into the preparation"
    case .tooLarge(let width, let height, let limit):
      return "`Resize` to \(width) x \(height) gives more than \(limit.grouped) pixels; write smaller numbers"
    case .notGrey(let step, let classes):
      return "`\(step)` makes grey masks binary, and the masks here have \(classes) classes already; take the line out"
    case .tooManySteps(let found, let most):
      return "the preparation has \(found.grouped) steps, and at most \(most) are done; leave some out"
    case .greyMasks(let set, let values, let classes):
      return "the masks of `\(set)` are grey and hold \(values) values, and the network tells \(classes) classes "
        + "apart; write `Threshold()` into the preparation"
    }
  }
}

/// What is said of the steps that prepare images.
public enum PreparationPhrase: Phrase {
  /// A number of a step is not one that it can be.
  case numberOutOfRange(step: String, name: String, found: Double, expected: String)
  /// A step needs square images.
  case notSquare(step: String, size: String)
  /// Images have several sizes, and nothing brings them to one.
  case sizesDiffer(sizes: Int)
  /// Images would have too many pixels.
  case tooLarge(width: Int, height: Int, limit: Int)
  /// Masks are binary or classes already.
  case notGrey(step: String, classes: Int)
  /// Masks are grey, and the network is to tell classes apart.
  case greyMasks(set: String, values: Int, classes: Int)
  /// A preparation has more steps than are done.
  case tooManySteps(found: Int, most: Int)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

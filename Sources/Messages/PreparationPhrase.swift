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

// MARK: English

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

// MARK: Korean

extension PreparationPhrase {
  var korean: String {
    switch self {
    case .numberOutOfRange(let step, let name, let found, let expected):
      return "`\(step)`의 \(name) 값이 \(found)인데, \(expected) 조건에 맞아야 해요"
    case .notSquare(let step, let size):
      return "`\(step)`에는 정사각형 영상이 있어야 하는데 지금은 \(size)예요. 그 위에 정사각형으로 바꾸는 `Resize`를 써 보세요"
    case .sizesDiffer(let sizes):
      return "영상의 크기가 \(sizes)가지인데, 네트워크는 한 가지 크기만 받아요. 준비 단계에 `Resize`를 써 보세요"
    case .tooLarge(let width, let height, let limit):
      return "`Resize`로 \(width) x \(height)가 되면 \(limit.grouped) 픽셀이 넘어요. 더 작은 수를 써 보세요"
    case .notGrey(let step, let classes):
      return "`\(step)`은 회색 마스크를 이진 마스크로 만드는 단계인데, 마스크가 이미 클래스 \(classes)개로 되어 있어요. 이 줄을 빼 보세요"
    case .tooManySteps(let found, let most):
      return "준비 단계가 \(found.grouped)개인데, \(most)개까지만 쓸 수 있어요. 몇 개를 빼 보세요"
    case .greyMasks(let set, let values, let classes):
      return "`\(set)`의 마스크는 값이 \(values)가지인 회색인데, 네트워크는 클래스 \(classes)개를 구분해요. "
        + "준비 단계에 `Threshold()`를 써 보세요"
    }
  }
}

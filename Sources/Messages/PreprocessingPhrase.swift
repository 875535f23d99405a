/// What is said of the steps that prepare images.
public enum PreprocessingPhrase: Phrase {
  /// As reports have had it from the beginning.
  public static var topic: String { "preparation" }

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
  /// Preprocessing has more steps than are done.
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

extension PreprocessingPhrase {
  var english: String {
    switch self {
    case .numberOutOfRange(let step, let name, let found, let expected):
      return "`\(step)` has `\(name)` \(found.plain), and a value \(Condition(expected).english) was expected"
        + (Self.remedy(step, name, found).map {
          $0.asShare ? "; this is a share: write `\($0.write)`" : "; write `\($0.write)`"
        } ?? "")
    case .notSquare(let step, let size):
      return "`\(step)` needs square images, and here they are \(size); write a `Resize` to a square above it"
    case .sizesDiffer(let sizes):
      return "the images have \(sizes) sizes, and a network takes one; write a `Resize` into the preprocessing"
    case .tooLarge(let width, let height, let limit):
      return "`Resize` to \(width) x \(height) gives more than \(limit.grouped) pixels; write a smaller size"
    case .notGrey(let step, let classes):
      return
        "`\(step)` makes grayscale labels binary, and the labels here have \(classes) classes already; take the line out"
    case .tooManySteps(let found, let most):
      return "the preprocessing has \(found.grouped) steps, and at most \(most) are done; leave some out"
    case .greyMasks(let set, let values, let classes):
      return "the labels of `\(set)` are grayscale and hold \(values) values, and the network tells \(classes) classes "
        + "apart; write `Threshold()` into the preprocessing"
    }
  }
}

// MARK: Korean

extension PreprocessingPhrase {
  var korean: String {
    switch self {
    case .numberOutOfRange(let step, let name, let found, let expected):
      return "`\(step)`의 `\(name)` 값이 \(found.plain)인데, \(Condition(expected).korean)"
        + (Self.remedy(step, name, found).map { ($0.asShare ? ". 비율로 써요: " : ". 이렇게 써 보세요: ") + "`\($0.write)`" } ?? "")
    case .notSquare(let step, let size):
      return "`\(step)`에는 정사각형 영상이 있어야 하는데 지금은 \(size)\(.copula, after: size). 그 위에 정사각형으로 바꾸는 `Resize`를 써 보세요"
    case .sizesDiffer(let sizes):
      return "영상의 크기가 \(sizes)가지인데, 신경망은 한 가지 크기만 받아요. 전처리에 `Resize`를 써 보세요"
    case .tooLarge(let width, let height, let limit):
      return "`Resize`로 \(width) x \(height)\(.subject, after: height) 되면 \(limit.grouped) 픽셀이 넘어요. 더 작은 수를 써 보세요"
    case .notGrey(let step, let classes):
      return "`\(step)`\(.topic, after: step) 회색 레이블을 이진 레이블로 만드는 단계인데, 레이블이 이미 클래스 \(classes)개로 되어 있어요. 이 줄을 빼 보세요"
    case .tooManySteps(let found, let most):
      return "전처리 단계가 \(found.grouped)개인데, \(most)개까지만 쓸 수 있어요. 몇 개를 빼 보세요"
    case .greyMasks(let set, let values, let classes):
      return "`\(set)`의 레이블은 값이 \(values)가지인 회색인데, 신경망은 클래스 \(classes)개를 구분해요. "
        + "전처리에 `Threshold()`를 써 보세요"
    }
  }
}

extension PreprocessingPhrase {
  /// What to write for a step whose number cannot be: `Threshold(0.5)`; nil for any other message, and where nothing is usual.
  public var remedy: String? {
    guard case .numberOutOfRange(let step, let name, let found, _) = self else { return nil }
    return Self.remedy(step, name, found)?.write
  }

  /// What to write in the place of a number that a step cannot have, and whether it is that a share was written as a grey value, a number of
  /// pixels or per cent; nil where the bound says enough.
  private static func remedy(_ step: String, _ name: String, _ found: Double) -> (write: String, asShare: Bool)? {
    let usual = [
      "RandomTranslation upTo": "upTo: 0.05", "RandomRotation upTo": "upTo: 10",
      "RandomScale from": "from: 0.9, to: 1.1",
      "RandomScale to": "from: 0.9, to: 1.1", "ElasticTransform strength": "strength: 4, smoothness: 32",
      "ElasticTransform smoothness": "strength: 4, smoothness: 32", "RandomNoise stddev": "0.02",
      "RandomBrightnessContrast brightness": "brightness: 0.1, contrast: 0.1",
      "RandomBrightnessContrast contrast": "brightness: 0.1, contrast: 0.1",
    ]
    if step == "Threshold" {
      // A round number below 100 is in per cent, any other a grey value.
      let whole: Double = found > 1 && found < 100 && found.rounded() == found ? 100 : 255
      // Less than a hundredth of white is hardly meant.
      let isShare = found >= 5 && found <= 255
      return ("Threshold(\(isShare ? ((found / whole * 100).rounded() / 100).plain : "0.5"))", isShare)
    }
    return usual["\(step) \(name)"].map {
      (write: "\(step)(\($0))", asShare: name == "upTo" && found > 1 && step == "RandomTranslation")
    }
  }
}

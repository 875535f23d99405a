/// What is said of how well predictions fit their labels, image by image.
public enum ScorePhrase: Phrase {
  /// The heading of the measures, over so many images.
  case measures(images: Int)
  /// The row of the network.
  case network
  /// The row, or column, of calling every pixel background.
  case background
  /// The heading of the images, the worst first: how many are shown, of how many.
  case worst(shown: Int, of: Int)
  /// The column of the images' names.
  case image
  /// The column of the distance.
  case distance
  /// What the measures are of, and what empty masks count as.
  case definition
  /// In so many images there is nothing of class 1, and nothing was predicted.
  case empty(images: Int)
  /// In so many images there are classes besides 0 and 1.
  case otherClasses(images: Int)
  /// Which images' pictures are shown.
  case pictures(shown: Int, of: Int)
  /// There is nothing of class 1 in an image, and nothing was predicted.
  case nothingThere
  /// A training's result is not shown before a question is answered.
  case withheld(question: String)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension ScorePhrase {
  var english: String {
    switch self {
    case .measures(let images):
      return "Measures of class 1 on \(images.grouped) validation \(images == 1 ? "image" : "images")"
    case .network: return "this network"
    case .background: return "all background"
    case .worst(let shown, let all):
      return shown < all
        ? "The \(shown.grouped) worst of \(all.grouped) images, by Dice"
        : "The \(all.grouped) images by Dice, the worst first"
    case .image: return "Image"
    case .distance: return "Hausdorff 95 %"
    case .definition:
      return
        "All measures are of class 1, every other class counts as background. Dice, IoU, precision and recall are over all pixels "
        + "together; the Hausdorff distance (95 %) is in pixels, its mean over the images in which label and prediction have an outline. Where they are "
        + "both empty they agree: Dice, IoU, precision and recall are 1, the distance of that image 0. “–”: not defined, because only one of them is empty."
    case .empty(let images):
      return
        "In \(images.grouped) \(images == 1 ? "image" : "images") neither label nor prediction has a pixel of class 1: the Dice there is 1, "
        + "and counts so in the mean of images."
    case .otherClasses(let images):
      return
        "In \(images.grouped) \(images == 1 ? "image" : "images") there are classes besides 0 and 1. No number here speaks of them, and "
        + "the pictures show class 1 alone."
    case .pictures(let shown, let all):
      return shown < all
        ? "The worst first: \(shown - 2) of \(all.grouped) images, then the middle one and the best."
        : (all == 1 ? "The one image." : "All \(all.grouped) images, the worst first.")
    case .nothingThere: return "nothing of class 1 in label or prediction"
    case .withheld(let question):
      return "What came of it is shown once “\(question)”, which comes before it, is answered."
    }
  }
}

// MARK: Korean

extension ScorePhrase {
  var korean: String {
    switch self {
    case .measures(let images): return "검증 영상 \(images.grouped)장에서 잰 클래스 1의 값"
    case .network: return "이 신경망"
    case .background: return "모두 배경"
    case .worst(let shown, let all):
      return shown < all
        ? "영상 \(all.grouped)장 가운데 다이스가 가장 낮은 \(shown.grouped)장" : "영상 \(all.grouped)장, 다이스가 낮은 것부터"
    case .image: return "영상"
    case .distance: return "하우스도르프 95 %"
    case .definition:
      return "모든 값은 클래스 1에 대한 것이고, 다른 클래스는 배경으로 쳐요. 다이스, IoU, 정밀도, 재현율은 모든 픽셀을 합쳐서 재고, 하우스도르프 거리(95 %)는 "
        + "픽셀 단위로, 레이블과 예측에 모두 윤곽선이 있는 영상들의 평균이에요. 레이블과 예측이 둘 다 비어 있으면 서로 맞는 것이라서 다이스, IoU, 정밀도, 재현율은 1, 그 영상의 거리는 0이에요. "
        + "‘–’: 하나만 비어 있어서 정의되지 않아요."
    case .empty(let images):
      return "영상 \(images.grouped)장에는 레이블에도 예측에도 클래스 1인 픽셀이 없어요. 그 영상의 다이스는 1이고, 영상별 평균에도 그렇게 들어가요."
    case .otherClasses(let images):
      return "영상 \(images.grouped)장에는 0과 1 말고 다른 클래스가 있어요. 여기 있는 값은 그 클래스와 상관없고, 그림도 클래스 1만 보여 줘요."
    case .pictures(let shown, let all):
      return shown < all
        ? "영상 \(all.grouped)장 가운데 가장 나쁜 \(shown - 2)장부터, 그다음에 가운데 것과 가장 좋은 것." : "영상 \(all.grouped)장 모두, 나쁜 것부터."
    case .nothingThere: return "레이블에도 예측에도 클래스 1이 없음"
    case .withheld(let question): return "앞에 있는 질문 ‘\(question)’에 답하면 결과를 보여 줘요."
    }
  }
}

/// A measure of predictions against labels, by the word that labs and reports have for it.
public enum MetricName: String, Phrase, CaseIterable {
  /// |L ∩ P| / |L ∪ P| on class 1, over all images together.
  case iou
  /// The share of the pixels predicted as class 1 that are class 1.
  case precision
  /// The share of the pixels of class 1 that are predicted as such.
  case recall
  /// The Hausdorff distance that 95 % of the outline keep, in pixels, the mean over images.
  case hausdorff95
  /// The mean over images of each image's own Dice.
  case meanDice = "mean_dice"

  /// Whether it is a share, between 0 and 1; otherwise it is a length in pixels.
  public var isShare: Bool { self != .hausdorff95 }

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}

// MARK: English

extension MetricName {
  var english: String {
    switch self {
    case .iou: return "intersection over union (IoU)"
    case .precision: return "precision"
    case .recall: return "recall"
    case .hausdorff95: return "Hausdorff distance (95 %, in pixels)"
    case .meanDice: return "mean of the images' Dice coefficients"
    }
  }
}

// MARK: Korean

extension MetricName {
  var korean: String {
    switch self {
    case .iou: return "IoU(교집합/합집합)"
    case .precision: return "정밀도"
    case .recall: return "재현율"
    case .hausdorff95: return "하우스도르프 거리(95 %, 픽셀)"
    case .meanDice: return "영상별 다이스 계수의 평균"
    }
  }
}

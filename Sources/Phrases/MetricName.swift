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

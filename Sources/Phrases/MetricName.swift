/// A measure of predictions against labels, by the word that labs and reports have for it.
public enum MetricName: String, Phrase, Hashable, CaseIterable {
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

  /// The name of a check of it in a report: `mean-dice`.
  public var checkName: String { String(rawValue.map { $0 == "_" ? "-" : $0 }) }

  /// The measure that a check of this name looks at; nil where there is none.
  init?(checkName: String) {
    guard let name = Self.allCases.first(where: { $0.checkName == checkName }) else { return nil }
    self = name
  }

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}

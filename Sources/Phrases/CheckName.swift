/// What a check looks at, by the word that reports have for it.
public enum CheckName: String, Phrase, CaseIterable {
  /// Whether holes are left.
  case holes
  /// Whether the compiler understands the cell.
  case compiles
  /// Whether the program comes to its end.
  case runs
  /// Whether the layers fit one another.
  case shapesFit = "shapes-fit"
  /// The shape of a layer's output.
  case shape
  /// How many parameters a network has.
  case parameters
  /// Whether that many are within the lab's limit.
  case budget
  /// Whether a training's settings are ones to train with, and fit the network.
  case training
  /// Whether the set's images can be prepared as written.
  case preparation
  /// What a function gives.
  case function
  /// Whether an experiment can be trained.
  case trains
  /// The share of pixels given the right class.
  case accuracy
  /// The pooled Dice coefficient.
  case dice
  /// Whether the loss falls.
  case lossFalls = "loss-falls"
  /// Whether the accuracy is above that of calling every pixel background.
  case beatsBackground = "beats-background"
  /// How much better predictions fit their own labels than those of other images.
  case ownLabelGain = "own-label-gain"
  /// |L ∩ P| / |L ∪ P|.
  case iou
  /// The share of what was predicted that is right.
  case precision
  /// The share of what there is that was found.
  case recall
  /// The 95 % Hausdorff distance.
  case hausdorff95
  /// The mean of each image's own Dice.
  case meanDice = "mean-dice"
  /// The answer to a question.
  case answer

  /// The check of a measure.
  public init(_ metric: MetricName) {
    switch metric {
    case .iou: self = .iou
    case .precision: self = .precision
    case .recall: self = .recall
    case .hausdorff95: self = .hausdorff95
    case .meanDice: self = .meanDice
    }
  }

  /// The check's name for people.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

/// What was measured on a set of labelled images.
public struct Metrics: Codable, Sendable, Equatable {
  /// The mean over all images of the loss that was trained with.
  public var loss: Double
  /// The share of pixels given the right class.
  public var accuracy: Double
  /// 2·ΣI / (ΣL + ΣP) on class 1, the sums over all images together; 1 where both are empty.
  public var dice: Double
  /// The mean over images of each image's own Dice; an image where label and prediction are both empty counts as 1.
  public var meanDice: Double
  /// The accuracy of calling every pixel background (class 0).
  public var baselineAccuracy: Double
  /// As ``dice``, but each prediction is held against the label of the next image in the list (the last against the first's):
  /// as high as ``dice`` where the predictions know nothing of their own images.
  public var swappedDice: Double
  /// How often class 1 was found and missed, over all images together; nil in records from before it was counted.
  public var confusion: ConfusionCounts?
  /// The mean over images of the 95 % Hausdorff distance of class 1, in pixels, where it is defined; nil where it is for none.
  public var hausdorff95: Double?

  /// - Parameters: the parts, as documented on each property.
  public init(
    loss: Double, accuracy: Double, dice: Double, meanDice: Double, baselineAccuracy: Double, swappedDice: Double,
    confusion: ConfusionCounts? = nil, hausdorff95: Double? = nil
  ) {
    self.loss = loss
    self.accuracy = accuracy
    self.dice = dice
    self.meanDice = meanDice
    self.baselineAccuracy = baselineAccuracy
    self.swappedDice = swappedDice
    self.confusion = confusion
    self.hausdorff95 = hausdorff95
  }

  /// |L ∩ P| / |L ∪ P| on class 1, over all images together; 1 where both are empty. It follows from ``dice``.
  public var iou: Double { dice / (2 - dice) }
  /// The share of the pixels taken for class 1 that are; nil in records from before it was counted.
  public var precision: Double? { confusion?.precision }
  /// The share of the pixels of class 1 that were found; nil in records from before it was counted.
  public var recall: Double? { confusion?.recall }
}

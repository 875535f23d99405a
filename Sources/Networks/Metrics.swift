/// What was measured on a set of labelled images.
public struct Metrics: Codable, Sendable, Equatable {
  /// The mean over all pixels of the sparse softmax cross-entropy.
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

  /// - Parameters: the parts, as documented on each property.
  public init(
    loss: Double, accuracy: Double, dice: Double, meanDice: Double, baselineAccuracy: Double, swappedDice: Double
  ) {
    self.loss = loss
    self.accuracy = accuracy
    self.dice = dice
    self.meanDice = meanDice
    self.baselineAccuracy = baselineAccuracy
    self.swappedDice = swappedDice
  }
}

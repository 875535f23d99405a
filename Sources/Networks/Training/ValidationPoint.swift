/// What a training measured on the validation images after an epoch.
public struct ValidationPoint: Codable, Sendable, Equatable {
  /// How many steps had been taken.
  public var step: Int
  /// The epoch that had ended, from 0.
  public var epoch: Int
  /// The loss.
  public var loss: Double
  /// The share of pixels given the right class.
  public var accuracy: Double
  /// 2·ΣI / (ΣL + ΣP) on class 1, the sums over all images together.
  public var dice: Double

  /// - Parameters: the parts, as documented on each property.
  public init(step: Int, epoch: Int, loss: Double, accuracy: Double, dice: Double) {
    self.step = step
    self.epoch = epoch
    self.loss = loss
    self.accuracy = accuracy
    self.dice = dice
  }
}

/// Where a loss hands over its gradient.
public struct LossGradient {
  /// The gradient of the logits, laid out as they are except for the stride.
  public var map: FeatureMap
  /// What the gradient is multiplied by: the loss's own part in a sum of losses.
  public var weight: Float
  /// Whether to add to what is there in place of overwriting it: true for all but the first loss of a sum.
  public var adding: Bool

  /// - Parameters:
  ///   - map: the gradient of the logits.
  ///   - weight: what the gradient is multiplied by.
  ///   - adding: whether to add to what is there.
  public init(_ map: FeatureMap, weight: Float = 1, adding: Bool = false) {
    self.map = map
    self.weight = weight
    self.adding = adding
  }
}

/// How a kernel hands over the gradient of a map that it worked out.
///
/// A map that several layers read gets its gradient in parts: the first writer overwrites, the others add. The last one also takes the map's
/// own activation into account where that can be told from the map's numbers: what comes out of ReLU as 0 passes no gradient on.
public struct GradientFinish {
  /// Whether to add to what is there in place of overwriting it.
  public var adding: Bool
  /// The map's own numbers, laid out as its gradient is except for the stride, where the gradient is to be multiplied by the derivative of
  /// ReLU (or leaky ReLU) that made them; nil where it is not.
  public var activated: FeatureMap?
  /// The derivative where the number is not above 0: 0 for ReLU.
  public var slope: Float

  /// Overwrites, and nothing more.
  public static var overwriting: GradientFinish { GradientFinish(adding: false) }

  /// - Parameters:
  ///   - adding: whether to add to what is there.
  ///   - activated: the map's numbers as a ReLU gave them; nil where no activation is to be taken into account.
  ///   - slope: the derivative where such a number is not above 0.
  public init(adding: Bool, activated: FeatureMap? = nil, slope: Float = 0) {
    self.adding = adding
    self.activated = activated
    self.slope = slope
  }
}

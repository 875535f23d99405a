/// A number that an ``Optimizer``, a ``Loss`` or a ``Schedule`` has: what it is called, what it is, what it may be. Labs, checks and
/// completions read it here, so that whoever adds one says it once.
public struct SettingNumber: Sendable {
  /// What a number may be.
  public enum Bounds: Sendable {
    /// A share of a mean that is kept: from 0 to below 1.
    case belowOne
    /// Above 0.
    case positive(most: Double)
    /// From 0 on.
    case notNegative(most: Double)
    /// A whole number from 1 on; nil where any will do.
    case whole(most: Int?)
    /// No number: 1 for yes, 0 for no.
    case truth
  }

  /// What it is called.
  public let name: String
  /// Whether a learner writes its name before it.
  public let isLabelled: Bool
  /// What it is.
  public let value: Double
  /// The same where it is a whole number.
  public let whole: Int?
  /// What it may be.
  public let bounds: Bounds
  /// Whether it may be left out where all others must be written.
  public let isOptional: Bool

  /// A number that may have a point.
  init(name: String, isLabelled: Bool = true, value: Double, bounds: Bounds, isOptional: Bool = false) {
    (self.name, self.isLabelled, self.value, whole) = (name, isLabelled, value, nil)
    (self.bounds, self.isOptional) = (bounds, isOptional)
  }

  /// A whole number from 1 on.
  init(name: String, whole: Int, most: Int? = nil) {
    (self.name, isLabelled, value, self.whole) = (name, true, Double(whole), whole)
    (bounds, isOptional) = (.whole(most: most), false)
  }
}

/// Cuts intensities off: what is below `low` becomes `low`, what is above `high` becomes `high`.
public struct Clip: PreparationStep {
  /// The word for this step in a description.
  public static let kind = "clip"
  /// It does the same to every image.
  public static let isRandom = false
  /// The smallest intensity that stays.
  public let low: Double
  /// The largest intensity that stays; above `low`.
  public let high: Double
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - low: the smallest intensity that stays.
  ///   - high: the largest intensity that stays; above `low`.
  ///   - line: filled in by the compiler.
  public init(low: Double = 0, high: Double = 1, line: Int = #line) {
    self.low = low
    self.high = high
    self.line = line
  }
}

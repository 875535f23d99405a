/// Makes what is in each image larger or smaller about its centre.
public struct Scale: PreparationStep {
  /// The word for this step in a description.
  public static let kind = "scale"
  /// It draws anew for every image and epoch.
  public static let isRandom = true
  /// The smallest factor, above 0.
  public let low: Double
  /// The largest factor, not below `low`.
  public let high: Double
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - low: the smallest factor, above 0.
  ///   - high: the largest factor, not below `low`.
  ///   - line: filled in by the compiler.
  public init(from low: Double = 0.9, to high: Double = 1.1, line: Int = #line) {
    self.low = low
    self.high = high
    self.line = line
  }
}

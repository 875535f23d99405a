/// Turns each image about its centre by a small angle.
public struct Rotate: PreparationStep {
  /// The word for this step in a description.
  public static let kind = "rotate"
  /// It draws anew for every image and epoch.
  public static let isRandom = true
  /// The largest angle to either side, at most 90.
  public let degrees: Double
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - degrees: the largest angle to either side, at most 90.
  ///   - line: filled in by the compiler.
  public init(upTo degrees: Double = 10, line: Int = #line) {
    self.degrees = degrees
    self.line = line
  }
}

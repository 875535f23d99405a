/// Adds noise of its own to every pixel of an image.
public struct Noise: PreparationStep {
  /// The word for this step in a description.
  public static let kind = "noise"
  /// It draws anew for every image and epoch.
  public static let isRandom = true
  /// The noise's standard deviation.
  public let deviation: Double
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - deviation: the noise's standard deviation.
  ///   - line: filled in by the compiler.
  public init(_ deviation: Double = 0.02, line: Int = #line) {
    self.deviation = deviation
    self.line = line
  }
}

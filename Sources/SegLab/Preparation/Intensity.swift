/// Makes each image a little brighter or darker, and its contrasts a little stronger or weaker: x · (1 + c) + b.
public struct Intensity: PreparationStep {
  /// The word for this step in a description.
  public static let kind = "intensity"
  /// It draws anew for every image and epoch.
  public static let isRandom = true
  /// The largest b to either side.
  public let brightness: Double
  /// The largest c to either side, below 1.
  public let contrast: Double
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - brightness: the largest b to either side.
  ///   - contrast: the largest c to either side, below 1.
  ///   - line: filled in by the compiler.
  public init(brightness: Double = 0.1, contrast: Double = 0.1, line: Int = #line) {
    self.brightness = brightness
    self.contrast = contrast
    self.line = line
  }
}

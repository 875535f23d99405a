/// Pulls each image about as if it were drawn on rubber.
public struct Elastic: PreparationStep {
  /// The word for this step in a description.
  public static let kind = "elastic"
  /// It draws anew for every image and epoch.
  public static let isRandom = true
  /// How far a place moves, in pixels, one standard deviation.
  public let strength: Double
  /// How far apart places move on their own, in pixels, at least 4.
  public let smoothness: Int
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - strength: how far a place moves, in pixels, one standard deviation.
  ///   - smoothness: how far apart places move on their own, in pixels, at least 4.
  ///   - line: filled in by the compiler.
  public init(strength: Double = 4, smoothness: Int = 32, line: Int = #line) {
    self.strength = strength
    self.smoothness = smoothness
    self.line = line
  }
}

/// Turns each image by none, one, two or three quarter turns.
public struct QuarterTurns: PreparationStep {
  /// The word for this step in a description.
  public static let kind = "quarterTurns"
  /// It draws anew for every image and epoch.
  public static let isRandom = true
  /// The line in the lab.
  public let line: Int

  /// - Parameter line: filled in by the compiler.
  public init(line: Int = #line) {
    self.line = line
  }
}

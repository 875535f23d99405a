/// Moves what is in each image.
public struct Shift: PreparationStep {
  /// The word for this step in a description.
  public static let kind = "shift"
  /// It draws anew for every image and epoch.
  public static let isRandom = true
  /// The furthest move along each axis, as a share of the image.
  public let share: Double
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - share: the furthest move along each axis, as a share of the image.
  ///   - line: filled in by the compiler.
  public init(upTo share: Double = 0.05, line: Int = #line) {
    self.share = share
    self.line = line
  }
}

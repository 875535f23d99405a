/// Turns every other image round, as in a mirror.
public struct Flip: PreparationStep {
  /// The word for this step in a description.
  public static let kind = "flip"
  /// It draws anew for every image and epoch.
  public static let isRandom = true
  /// Whether left and right change places.
  public let horizontal: Bool
  /// Whether top and bottom change places.
  public let vertical: Bool
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - horizontal: whether left and right change places.
  ///   - vertical: whether top and bottom change places.
  ///   - line: filled in by the compiler.
  public init(horizontal: Bool = true, vertical: Bool = false, line: Int = #line) {
    self.horizontal = horizontal
    self.vertical = vertical
    self.line = line
  }
}

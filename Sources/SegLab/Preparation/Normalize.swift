/// Moves and stretches intensities to a mean of 0 and a standard deviation of 1: (x - mean) / deviation.
public struct Normalize: PreparationStep {
  /// Whose mean and deviation are taken.
  public enum Way: String, Codable, Sendable, CaseIterable {
    /// Each image's own.
    case perImage
    /// Those of all training images together.
    case perSet

    /// A way for you to choose.
    @available(*, deprecated, message: "FIXME")
    public static var FIXME: Way { .perImage }
  }

  /// The word for this step in a description.
  public static let kind = "normalize"
  /// It does the same to every image.
  public static let isRandom = false
  /// Whose mean and deviation are taken.
  public let way: Way
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - way: whose mean and deviation are taken.
  ///   - line: filled in by the compiler.
  public init(_ way: Way, line: Int = #line) {
    self.way = way
    self.line = line
  }
}

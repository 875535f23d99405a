/// Makes a grey mask binary: pixels of at least `level` of white become class 1, all others class 0.
public struct Threshold: PreparationStep {
  /// The word for this step in a description.
  public static let kind = "threshold"
  /// It does the same to every image.
  public static let isRandom = false
  /// The share of white from which on a pixel counts, above 0 and at most 1.
  public let level: Double
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - level: the share of white from which on a pixel counts, above 0 and at most 1.
  ///   - line: filled in by the compiler.
  public init(_ level: Double = 0.5, line: Int = #line) {
    self.level = level
    self.line = line
  }
}

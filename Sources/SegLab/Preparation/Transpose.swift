/// Makes columns of every other image's rows.
public struct Transpose: PreparationStep {
  /// The word for this step in a description.
  public static let kind = "transpose"
  /// It draws anew for every image and epoch.
  public static let isRandom = true
  /// The line in the lab.
  public let line: Int

  /// - Parameter line: filled in by the compiler.
  public init(line: Int = #line) {
    self.line = line
  }
}

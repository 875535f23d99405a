/// Brings image and mask to another size: intensities are mixed, classes are taken from the nearest pixel.
public struct Resize: PreparationStep {
  /// What happens where the proportions differ.
  public enum Fit: String, Codable, Sendable, CaseIterable {
    /// The image is stretched.
    case stretch
    /// The whole image is kept, and what is left at its sides is black background.
    case pad
    /// The new size is filled, and what stands out at the sides is cut off.
    case crop

    /// A way for you to choose.
    @available(*, deprecated, message: "FIXME")
    public static var FIXME: Fit { .stretch }
  }

  /// The word for this step in a description.
  public static let kind = "resize"
  /// It does the same to every image.
  public static let isRandom = false
  /// Pixels in a row.
  public let width: Int
  /// Rows.
  public let height: Int
  /// What happens where the proportions differ.
  public let fit: Fit
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - width: pixels in a row.
  ///   - height: rows.
  ///   - fit: what happens where the proportions differ.
  ///   - line: filled in by the compiler.
  public init(width: Int, height: Int, fit: Fit = .stretch, line: Int = #line) {
    self.width = width
    self.height = height
    self.fit = fit
    self.line = line
  }
}

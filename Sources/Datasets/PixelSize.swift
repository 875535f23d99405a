/// How many pixels an image has across and down.
public struct PixelSize: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
  /// Pixels in a row.
  public let width: Int
  /// Rows.
  public let height: Int

  /// - Parameters:
  ///   - width: pixels in a row.
  ///   - height: rows.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// How many pixels there are.
  public var count: Int { width * height }

  /// As a reader writes it: `256 x 256`.
  public var description: String { "\(width) x \(height)" }

  /// Ordered by width, then by height.
  public static func < (one: PixelSize, other: PixelSize) -> Bool {
    (one.width, one.height) < (other.width, other.height)
  }
}

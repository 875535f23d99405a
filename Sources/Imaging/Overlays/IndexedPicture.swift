internal import Foundation

/// A picture of at most 256 colours.
public struct IndexedPicture: Equatable, Sendable {
  /// Pixels in a row.
  public let width: Int
  /// Rows.
  public let height: Int
  /// The place of each pixel's colour in the palette, row after row.
  public let indices: [UInt8]
  /// Red, green and blue of each colour.
  public let palette: [UInt8]
  /// Whether one looks through pixels of the first colour.
  public let isFirstClear: Bool

  /// - Parameters: the parts, as documented on each property.
  public init(width: Int, height: Int, indices: [UInt8], palette: [UInt8], isFirstClear: Bool = false) {
    (self.width, self.height, self.indices, self.palette) = (width, height, indices, palette)
    self.isFirstClear = isFirstClear
  }

  /// The picture as a PNG file.
  public var file: [UInt8] {
    PNGFile.encode(indices: indices, width: width, height: height, palette: palette, isFirstClear: isFirstClear)
  }

  /// The picture as an address that holds it: a PNG file.
  public var address: String { "data:image/png;base64," + Data(file).base64EncodedString() }
}

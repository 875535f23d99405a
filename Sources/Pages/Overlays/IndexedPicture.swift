internal import Foundation
internal import Imaging

/// A picture of at most 256 colours.
struct IndexedPicture: Equatable {
  /// Pixels in a row.
  let width: Int
  /// Rows.
  let height: Int
  /// The place of each pixel's colour in the palette, row after row.
  let indices: [UInt8]
  /// Red, green and blue of each colour.
  let palette: [UInt8]

  /// The picture as an address that holds it: a PNG file.
  var address: String {
    let file = PNGFile.encode(indices: indices, width: width, height: height, palette: palette)
    return "data:image/png;base64," + Data(file).base64EncodedString()
  }
}

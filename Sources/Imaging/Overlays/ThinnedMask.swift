/// A mask of fewer and fewer pixels.
struct ThinnedMask {
  /// Whether a pixel is set, row after row.
  private(set) var mask: [Bool]
  /// Pixels in a row.
  private(set) var width: Int
  /// How many pixels of the first mask stand in a row for one of these.
  private(set) var step = 1

  /// - Parameters:
  ///   - mask: whether a pixel is set, row after row.
  ///   - width: pixels in a row.
  init(_ mask: [Bool], width: Int) { (self.mask, self.width) = (mask, width) }

  /// Leaves every other pixel of every other row.
  mutating func halve() {
    let height = width > 0 ? mask.count / width : 0
    mask = stride(from: 0, to: height, by: 2).flatMap { y in
      stride(from: 0, to: width, by: 2).map { mask[y * width + $0] }
    }
    width = (width + 1) / 2
    step *= 2
  }

  /// The mask as a picture in one colour, clear where no pixel is set.
  func picture(in colour: [UInt8]) -> IndexedPicture {
    IndexedPicture(
      width: width, height: mask.count / max(width, 1), indices: mask.map { $0 ? 1 : 0 }, palette: [0, 0, 0] + colour,
      isFirstClear: true)
  }
}

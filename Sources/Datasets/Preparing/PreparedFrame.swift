/// An image with its mask on the way through a preparation.
struct PreparedFrame {
  var width: Int
  var height: Int
  /// Intensities: `[height, width]`.
  var image: [Float]
  /// Classes: `[height, width]`.
  var label: [UInt8]

  /// Takes each pixel from another place.
  ///
  /// - Parameters:
  ///   - width: pixels in a row, afterwards.
  ///   - height: rows, afterwards.
  ///   - place: for each pixel's row and column, where it comes from: row · former width + column.
  mutating func rearrange(width: Int, height: Int, _ place: (_ row: Int, _ column: Int) -> Int) {
    var (image, label) = ([Float](), [UInt8]())
    image.reserveCapacity(width * height)
    label.reserveCapacity(width * height)
    for row in 0..<height {
      for column in 0..<width {
        let from = place(row, column)
        image.append(self.image[from])
        label.append(self.label[from])
      }
    }
    (self.width, self.height, self.image, self.label) = (width, height, image, label)
  }
}

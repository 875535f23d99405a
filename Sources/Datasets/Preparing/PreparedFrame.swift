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
    let count = width * height
    let (fromImage, fromLabel) = (image, label)
    image = [Float](repeating: 0, count: count)
    label = [UInt8](repeating: 0, count: count)
    image.withUnsafeMutableBufferPointer { image in
      label.withUnsafeMutableBufferPointer { label in
        var index = 0
        for row in 0..<height {
          for column in 0..<width {
            let from = place(row, column)
            (image[index], label[index]) = (fromImage[from], fromLabel[from])
            index += 1
          }
        }
      }
    }
    (self.width, self.height) = (width, height)
  }

  /// Replaces each intensity by what `change` makes of it.
  mutating func map(_ change: (Float) -> Float) {
    image.withUnsafeMutableBufferPointer { image in
      for index in image.indices { image[index] = change(image[index]) }
    }
  }
}

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
    var places = [Int](repeating: 0, count: count)
    places.withUnsafeMutableBufferPointer { places in
      var index = 0
      for row in 0..<height {
        for column in 0..<width {
          places[index] = place(row, column)
          index += 1
        }
      }
    }
    image = places.map { fromImage[$0] }
    label = places.map { fromLabel[$0] }
    (self.width, self.height) = (width, height)
  }

  /// Replaces each intensity by what `change` makes of it.
  mutating func map(_ change: (Float) -> Float) {
    image.withUnsafeMutableBufferPointer { image in
      for index in image.indices { image[index] = change(image[index]) }
    }
  }
}

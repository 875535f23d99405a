/// An image with its mask on the way through preprocessing.
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

extension PreparedFrame {
  /// Takes each pixel from where `maps` say, the first map's image being the one that is there: intensities are mixed of the four nearest
  /// pixels, classes taken from the nearest. What comes in from outside repeats the edge.
  mutating func move(_ maps: [any PlaceMap]) {
    let (width, height) = (width, height)
    let (right, bottom) = (Double(width), Double(height))
    let (fromImage, fromLabel) = (image, label)
    image.withUnsafeMutableBufferPointer { image in
      label.withUnsafeMutableBufferPointer { label in
        withUnsafeTemporaryAllocation(of: SIMD2<Double>.self, capacity: width) { places in
          for row in 0..<height {
            for column in 0..<width {
              places.initializeElement(at: column, to: SIMD2(Double(column) + 0.5, Double(row) + 0.5))
            }
            for map in maps.reversed() {
              // A map is asked only about places on the image.
              for column in 0..<width {
                places[column].x = min(max(places[column].x, 0), right)
                places[column].y = min(max(places[column].y, 0), bottom)
              }
              map.trace(places)
            }
            let pixels = row * width..<(row + 1) * width
            Self.mix(
              fromImage, fromLabel, width: width, height: height, at: UnsafeBufferPointer(places),
              UnsafeMutableBufferPointer(rebasing: image[pixels]), UnsafeMutableBufferPointer(rebasing: label[pixels]))
          }
        }
      }
    }
  }

  /// Writes the pixels that lie at `places` of an image of `width` by `height`, and their classes.
  private static func mix(
    _ image: [Float], _ label: [UInt8], width: Int, height: Int, at places: UnsafeBufferPointer<SIMD2<Double>>,
    _ pixels: UnsafeMutableBufferPointer<Float>, _ classes: UnsafeMutableBufferPointer<UInt8>
  ) {
    let (right, bottom) = (Double(width) - 1, Double(height) - 1)
    image.withUnsafeBufferPointer { image in
      label.withUnsafeBufferPointer { label in
        for column in 0..<width {
          let x = min(max(places[column].x - 0.5, 0), right)
          let y = min(max(places[column].y - 0.5, 0), bottom)
          let (left, top) = (Int(x), Int(y))
          let (next, below) = (min(left + 1, width - 1), min(top + 1, height - 1) * width)
          let (across, down) = (Float(x - Double(left)), Float(y - Double(top)))
          let above = image[top * width + left] * (1 - across) + image[top * width + next] * across
          let under = image[below + left] * (1 - across) + image[below + next] * across
          pixels[column] = above * (1 - down) + under * down
          classes[column] = label[Int(y + 0.5) * width + Int(x + 0.5)]
        }
      }
    }
  }
}

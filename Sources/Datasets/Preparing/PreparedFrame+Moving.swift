extension PreparedFrame {
  /// Takes each pixel from where `maps` say, the first map's image being the one that is there: intensities are mixed of the four nearest
  /// pixels, classes taken from the nearest. What comes in from outside repeats the edge.
  mutating func move(_ maps: [any PlaceMap]) {
    var image = [Float](repeating: 0, count: width * height)
    var label = [UInt8](repeating: 0, count: width * height)
    let (right, bottom) = (Double(width) - 1, Double(height) - 1)
    for row in 0..<height {
      for column in 0..<width {
        var place = SIMD2(Double(column) + 0.5, Double(row) + 0.5)
        for map in maps.reversed() {
          // A map is asked only about places on the image.
          place.clamp(lowerBound: .zero, upperBound: SIMD2(right + 1, bottom + 1))
          place = map.source(place)
        }
        let x = min(max(place.x - 0.5, 0), right)
        let y = min(max(place.y - 0.5, 0), bottom)
        let (left, top) = (Int(x), Int(y))
        let (next, below) = (min(left + 1, width - 1), min(top + 1, height - 1) * width)
        let (across, down) = (Float(x - Double(left)), Float(y - Double(top)))
        let above = self.image[top * width + left] * (1 - across) + self.image[top * width + next] * across
        let under = self.image[below + left] * (1 - across) + self.image[below + next] * across
        image[row * width + column] = above * (1 - down) + under * down
        label[row * width + column] = self.label[Int(y + 0.5) * width + Int(x + 0.5)]
      }
    }
    (self.image, self.label) = (image, label)
  }
}

/// Where the pixel in a row and a column, both from 0, stands among all of `height` rows of `width`.
///
/// Ends the program where there is no such pixel; in words that an optimised build says too, because a learner reads them.
func pixelIndex(_ row: Int, _ column: Int, height: Int, width: Int) -> Int {
  guard 0..<height ~= row, 0..<width ~= column else {
    fatalError("row \(row), column \(column) is outside of \(height) x \(width) pixels")
  }
  return row * width + column
}

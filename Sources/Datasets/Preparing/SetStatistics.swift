/// The mean and standard deviation of the intensities of all training images.
struct SetStatistics: Sendable {
  let mean: Double
  let deviation: Double

  /// The mean and standard deviation of `values`.
  init(of values: [Float]) {
    var (sum, squares) = (0.0, 0.0)
    for value in values {
      sum += Double(value)
      squares += Double(value) * Double(value)
    }
    self.init(sum: sum, squares: squares, count: values.count)
  }

  /// - Parameters:
  ///   - sum: the sum of all values.
  ///   - squares: the sum of their squares.
  ///   - count: how many values there are.
  init(sum: Double, squares: Double, count: Int) {
    mean = sum / Double(max(1, count))
    let variance = max(0, squares / Double(max(1, count)) - mean * mean)
    // An even image has no contrast to be stretched.
    deviation = variance > 1e-12 ? variance.squareRoot() : 1
  }
}

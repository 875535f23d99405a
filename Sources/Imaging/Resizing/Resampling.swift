/// How one row of pixels becomes one of another length: for each new pixel the old ones that it is mixed of.
///
/// Pixels are mixed by their nearness, over at least one old pixel to each side and over as many as one new pixel covers where the row
/// shrinks, so that nothing is skipped.
public struct Resampling: Sendable {
  private let taps: [(first: Int, weights: [Float])]
  /// How many pixels there were.
  public let source: Int
  /// How many there will be.
  public var target: Int { taps.count }

  /// - Parameters:
  ///   - source: how many pixels there are, at least 1.
  ///   - target: how many there shall be, at least 1.
  public init(from source: Int, to target: Int) {
    precondition(source > 0 && target > 0, "a row has at least one pixel, not \(source) and \(target)")
    self.source = source
    let scale = Double(source) / Double(target)
    let reach = max(1, scale)
    taps = (0..<target).map { index in
      let centre = (Double(index) + 0.5) * scale - 0.5
      let first = max(0, Int((centre - reach).rounded(.down)) + 1)
      let last = min(source - 1, Int((centre + reach).rounded(.up)) - 1)
      let nearness = (min(first, last)...last).map { max(0, 1 - abs(Double($0) - centre) / reach) }
      let sum = nearness.reduce(0, +)
      return (min(first, last), nearness.map { Float(sum > 0 ? $0 / sum : 1 / Double(nearness.count)) })
    }
  }

  /// Mixes `image` anew in both directions.
  ///
  /// - Parameters:
  ///   - image: `[down.source, across.source]`, row after row.
  ///   - across: how each row changes.
  ///   - down: how each column changes.
  /// - Returns: `[down.target, across.target]`.
  public static func resize(_ image: [Float], across: Resampling, down: Resampling) -> [Float] {
    precondition(
      image.count == across.source * down.source, "\(across.source) x \(down.source) pixels, not \(image.count)")
    var rows = [Float](repeating: 0, count: down.source * across.target)
    for row in 0..<down.source {
      for (column, tap) in across.taps.enumerated() {
        var sum: Float = 0
        for (offset, weight) in tap.weights.enumerated() {
          sum += weight * image[row * across.source + tap.first + offset]
        }
        rows[row * across.target + column] = sum
      }
    }
    var result = [Float](repeating: 0, count: down.target * across.target)
    for (row, tap) in down.taps.enumerated() {
      for (offset, weight) in tap.weights.enumerated() {
        let from = (tap.first + offset) * across.target
        for column in 0..<across.target { result[row * across.target + column] += weight * rows[from + column] }
      }
    }
    return result
  }

  /// The old pixel that lies nearest to each new one's centre: for classes, which cannot be mixed.
  public static func nearest(from source: Int, to target: Int) -> [Int] {
    precondition(source > 0 && target > 0, "a row has at least one pixel, not \(source) and \(target)")
    return (0..<target).map { (2 * $0 + 1) * source / (2 * target) }
  }
}

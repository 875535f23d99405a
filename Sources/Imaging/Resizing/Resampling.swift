/// How one row of pixels becomes one of another length: for each new pixel the old ones that it is mixed of.
///
/// Pixels are mixed by their nearness, over at least one old pixel to each side and over as many as one new pixel covers where the row
/// shrinks, so that nothing is skipped.
public struct Resampling: Sendable {
  /// For each new pixel the first old one that it is mixed of, and where its weights are.
  private let taps: [(first: Int, weights: Range<Int>)]
  /// The weights of all new pixels, one after the other.
  private let weights: [Float]
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
    var taps: [(first: Int, weights: Range<Int>)] = []
    var weights: [Float] = []
    taps.reserveCapacity(target)
    weights.reserveCapacity(target * (2 * Int(reach.rounded(.up)) + 1))
    for index in 0..<target {
      let centre = (Double(index) + 0.5) * scale - 0.5
      let first = max(0, Int((centre - reach).rounded(.down)) + 1)
      let last = min(source - 1, Int((centre + reach).rounded(.up)) - 1)
      let places = min(first, last)...last
      func nearness(_ place: Int) -> Double { max(0, 1 - abs(Double(place) - centre) / reach) }
      let sum = places.reduce(0) { $0 + nearness($1) }
      let start = weights.count
      for place in places { weights.append(Float(sum > 0 ? nearness(place) / sum : 1 / Double(places.count))) }
      taps.append((places.lowerBound, start..<weights.count))
    }
    (self.taps, self.weights) = (taps, weights)
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
    let rows = [Float](unsafeUninitializedCapacity: down.source * across.target) { rows, filled in
      image.withUnsafeBufferPointer { across.mixRows(of: $0, into: rows) }
      filled = down.source * across.target
    }
    var result = [Float](repeating: 0, count: down.target * across.target)
    result.withUnsafeMutableBufferPointer { result in
      rows.withUnsafeBufferPointer { down.addRows($0, width: across.target, to: result) }
    }
    return result
  }

  /// Mixes each row anew: `[rows, source]` becomes `[rows, target]`.
  private func mixRows(of image: UnsafeBufferPointer<Float>, into rows: UnsafeMutableBufferPointer<Float>) {
    weights.withUnsafeBufferPointer { weights in
      for row in 0..<image.count / source {
        for (column, tap) in taps.enumerated() {
          var from = row * source + tap.first
          var sum: Float = 0
          for index in tap.weights {
            sum += weights[index] * image[from]
            from += 1
          }
          rows.initializeElement(at: row * target + column, to: sum)
        }
      }
    }
  }

  /// Adds rows of `width`, mixed anew, to what is in `result`: `[source, width]` becomes `[target, width]`.
  private func addRows(
    _ rows: UnsafeBufferPointer<Float>, width: Int, to result: UnsafeMutableBufferPointer<Float>
  ) {
    for (row, tap) in taps.enumerated() {
      let sums = UnsafeMutableBufferPointer(rebasing: result[row * width..<(row + 1) * width])
      for (offset, index) in tap.weights.enumerated() {
        let weight = weights[index]
        let first = (tap.first + offset) * width
        let added = UnsafeBufferPointer(rebasing: rows[first..<first + width])
        for column in 0..<width { sums[column] += weight * added[column] }
      }
    }
  }

  /// The old pixel that lies nearest to each new one's centre: for classes, which cannot be mixed.
  public static func nearest(from source: Int, to target: Int) -> [Int] {
    precondition(source > 0 && target > 0, "a row has at least one pixel, not \(source) and \(target)")
    return (0..<target).map { (2 * $0 + 1) * source / (2 * target) }
  }
}

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
  /// How many there will be: all, or those that are kept.
  public var target: Int { taps.count }

  /// - Parameters:
  ///   - source: how many pixels there are, at least 1.
  ///   - target: how many there shall be, at least 1.
  ///   - kept: which of these are worked out, at least one; nil for all. Each is what it would be among all of them.
  /// - Complexity: linear in the pixels that are kept and in those that they are mixed of.
  public init(from source: Int, to target: Int, keeping kept: Range<Int>? = nil) {
    precondition(source > 0 && target > 0, "a row has at least one pixel, not \(source) and \(target)")
    let kept = kept ?? 0..<target
    precondition(
      !kept.isEmpty && kept.lowerBound >= 0 && kept.upperBound <= target, "\(kept) is no part of \(target) pixels")
    self.source = source
    let scale = Double(source) / Double(target)
    let reach = max(1, scale)
    var taps: [(first: Int, weights: Range<Int>)] = []
    var weights: [Float] = []
    taps.reserveCapacity(kept.count)
    weights.reserveCapacity(kept.count * (2 * Int(reach.rounded(.up)) + 1))
    for index in kept {
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

  /// How much each old pixel counts for each new one: `[target, source]`.
  public var matrix: [Float] {
    var matrix = [Float](repeating: 0, count: target * source)
    for (row, tap) in taps.enumerated() {
      let first = row * source + tap.first
      matrix.replaceSubrange(first..<first + tap.weights.count, with: weights[tap.weights])
    }
    return matrix
  }

  /// Mixes `image` anew in both directions.
  ///
  /// Each old row is mixed once and added to every new row that it is a part of: no memory is taken but for one row and
  /// the result.
  /// - Parameters:
  ///   - image: `[down.source, across.source]`, row after row.
  ///   - across: how each row changes.
  ///   - down: how each column changes.
  /// - Returns: `[down.target, across.target]`.
  public static func resize(_ image: [Float], across: Resampling, down: Resampling) -> [Float] {
    precondition(
      image.count == across.source * down.source, "\(across.source) x \(down.source) pixels, not \(image.count)")
    let width = across.target
    var result = [Float](repeating: 0, count: down.target * width)
    guard let first = down.taps.first, let last = down.taps.last else { return result }
    let end = last.first + last.weights.count
    result.withUnsafeMutableBufferPointer { result in
      image.withUnsafeBufferPointer { image in
        withUnsafeTemporaryAllocation(of: Float.self, capacity: width) { mixed in
          mixed.initialize(repeating: 0)
          // New rows begin and end in the order of the old ones.
          var oldest = 0
          for row in first.first..<end {
            let source = row * across.source..<(row + 1) * across.source
            across.mix(UnsafeBufferPointer(rebasing: image[source]), into: mixed)
            while oldest < down.target, down.taps[oldest].first + down.taps[oldest].weights.count <= row { oldest += 1 }
            var target = oldest
            while target < down.target, down.taps[target].first <= row {
              let tap = down.taps[target]
              let weight = down.weights[tap.weights.lowerBound + row - tap.first]
              let sums = UnsafeMutableBufferPointer(rebasing: result[target * width..<(target + 1) * width])
              for column in 0..<width { sums[column] += weight * mixed[column] }
              target += 1
            }
          }
        }
      }
    }
    return result
  }

  /// Mixes a row anew: `[source]` becomes `[target]`.
  private func mix(_ row: UnsafeBufferPointer<Float>, into mixed: UnsafeMutableBufferPointer<Float>) {
    weights.withUnsafeBufferPointer { weights in
      for (column, tap) in taps.enumerated() {
        var from = tap.first
        var sum: Float = 0
        for index in tap.weights {
          sum += weights[index] * row[from]
          from += 1
        }
        mixed[column] = sum
      }
    }
  }

  /// The old pixel that lies nearest to each new one's centre: for classes, which cannot be mixed.
  ///
  /// - Parameters:
  ///   - source: how many pixels there are.
  ///   - target: how many there shall be.
  ///   - kept: which of these are told; nil for all.
  /// - Returns: the places, one for each that is kept.
  public static func nearest(from source: Int, to target: Int, keeping kept: Range<Int>? = nil) -> [Int] {
    precondition(source > 0 && target > 0, "a row has at least one pixel, not \(source) and \(target)")
    return (kept ?? 0..<target).map { (2 * $0 + 1) * source / (2 * target) }
  }
}

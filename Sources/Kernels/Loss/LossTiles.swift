/// The stretches of pixels that losses are summed over, each with its sums: the same for any number of threads.
struct LossTiles {
  /// How many pixels a stretch has.
  static let length = 1 << 11

  private let tiles: Int
  private var losses: [Double]
  private var weights: [Double]
  private var counts: [Int]

  /// - Parameter pixels: the most pixels at once.
  init(pixels: Int) {
    tiles = (pixels + Self.length - 1) / Self.length
    losses = Array(repeating: 0, count: tiles)
    weights = losses
    counts = Array(repeating: 0, count: tiles)
  }

  /// What one stretch measured.
  struct Part {
    var loss = 0.0
    var weight = 0.0
    var correct = 0
  }

  /// Measures each stretch of `pixels` and adds the parts up in order.
  mutating func sum(_ pixels: Int, on pool: WorkerPool, _ measure: (Range<Int>) -> Part) -> Part {
    let used = (pixels + Self.length - 1) / Self.length
    precondition(used <= tiles, "there is room for \(tiles * Self.length) pixels, not for \(pixels)")
    losses.withUnsafeMutableBufferPointer { losses in
      weights.withUnsafeMutableBufferPointer { weights in
        counts.withUnsafeMutableBufferPointer { counts in
          pool.forEach(used) { tile in
            let part = measure(tile * Self.length..<min(pixels, (tile + 1) * Self.length))
            losses[tile] = part.loss
            weights[tile] = part.weight
            counts[tile] = part.correct
          }
        }
      }
    }
    var total = Part()
    for tile in 0..<used {
      total.loss += losses[tile]
      total.weight += weights[tile]
      total.correct += counts[tile]
    }
    return total
  }

  /// Goes through the same stretches where nothing is summed.
  static func forEach(_ pixels: Int, on pool: WorkerPool, _ body: (Range<Int>) -> Void) {
    pool.forEach((pixels + length - 1) / length) { body($0 * length..<min(pixels, ($0 + 1) * length)) }
  }
}

/// What one pass of a loss over pixels measured.
public struct LossMeasure: Sendable, Equatable {
  /// The sum over pixels of the loss, each times the weight of its class.
  public let lossSum: Double
  /// The sum over pixels of the weights of their classes; the number of pixels where classes have none.
  public let weightSum: Double
  /// How many pixels were given the right class.
  public let correct: Int

  /// The weighted mean over pixels; 0 where all weights are 0.
  public var mean: Double { weightSum == 0 ? 0 : lossSum / weightSum }
}

/// Where a loss hands over its gradient.
public struct LossGradient {
  /// The gradient of the logits, laid out as they are except for the stride.
  public var map: FeatureMap
  /// What the gradient is multiplied by: the loss's own part in a sum of losses.
  public var weight: Float
  /// Whether to add to what is there in place of overwriting it: true for all but the first loss of a sum.
  public var adding: Bool

  /// - Parameters:
  ///   - map: the gradient of the logits.
  ///   - weight: what the gradient is multiplied by.
  ///   - adding: whether to add to what is there.
  public init(_ map: FeatureMap, weight: Float = 1, adding: Bool = false) {
    self.map = map
    self.weight = weight
    self.adding = adding
  }
}

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

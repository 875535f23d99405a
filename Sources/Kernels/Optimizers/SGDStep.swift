/// The stretches that a parameter is cut into for an update.
enum StepTiles {
  /// How many numbers a stretch has.
  static let length = 1 << 14

  /// Calls `body` for each stretch of `count` numbers.
  static func forEach(_ count: Int, on pool: WorkerPool, _ body: (Range<Int>) -> Void) {
    pool.forEach((count + length - 1) / length) { body($0 * length..<min(count, ($0 + 1) * length)) }
  }
}

/// A step of plain gradient descent: w −= rate · (scale · g + decay · w).
public struct SGDStep: Sendable {
  /// How far to follow the gradient.
  public var rate: Float
  /// How much of each weight is added to its gradient (L2).
  public var decay: Float
  /// What gradients are multiplied by before anything else, as clipping asks.
  public var scale: Float

  /// - Parameters:
  ///   - rate: how far to follow the gradient.
  ///   - decay: how much of each weight is added to its gradient.
  ///   - scale: what gradients are multiplied by first.
  public init(rate: Float, decay: Float = 0, scale: Float = 1) {
    self.rate = rate
    self.decay = decay
    self.scale = scale
  }

  /// Changes the weights in one pass.
  ///
  /// - Parameters:
  ///   - weights: `[count]`.
  ///   - gradient: `[count]`.
  ///   - count: how many there are.
  ///   - pool: the threads to use.
  public func apply(
    to weights: UnsafeMutablePointer<Float>, gradient: UnsafePointer<Float>, count: Int, on pool: WorkerPool
  ) {
    StepTiles.forEach(count, on: pool) { range in
      var work = Work(self, weights, gradient)
      work.run(over: range)
    }
  }

  private struct Work: VectorizedColumns {
    let weights: UnsafeMutablePointer<Float>
    let gradient: UnsafePointer<Float>
    let step, decay, scale: Lanes

    init(_ step: SGDStep, _ weights: UnsafeMutablePointer<Float>, _ gradient: UnsafePointer<Float>) {
      self.weights = weights
      self.gradient = gradient
      self.step = Lanes(repeating: -step.rate)
      decay = Lanes(repeating: step.decay)
      scale = Lanes(repeating: step.scale)
    }

    @inline(__always)
    mutating func work(at column: Int, _ access: some LaneAccess) {
      let w = access.load(weights + column)
      let g = (access.load(gradient + column) * scale).adding(decay, times: w)
      access.store(w.adding(step, times: g), to: weights + column)
    }
  }
}

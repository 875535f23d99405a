/// A step of gradient descent with momentum, plain or Nesterov's.
///
/// With g′ = scale · g + decay · w the velocity becomes v = momentum · v + g′, and the weights follow v, or with Nesterov g′ + momentum · v.
/// - SeeAlso: Sutskever, Martens, Dahl, Hinton, “On the importance of initialization and momentum in deep learning”, 2013.
public struct MomentumStep: Sendable {
  /// How far to follow the velocity.
  public var rate: Float
  /// How much of the velocity stays.
  public var momentum: Float
  /// Whether to look one step ahead, as Nesterov does.
  public var isNesterov: Bool
  /// How much of each weight is added to its gradient (L2).
  public var decay: Float
  /// What gradients are multiplied by before anything else, as clipping asks.
  public var scale: Float

  /// - Parameters:
  ///   - rate: how far to follow the velocity.
  ///   - momentum: how much of the velocity stays.
  ///   - isNesterov: whether to look one step ahead.
  ///   - decay: how much of each weight is added to its gradient.
  ///   - scale: what gradients are multiplied by first.
  public init(rate: Float, momentum: Float, isNesterov: Bool = false, decay: Float = 0, scale: Float = 1) {
    self.rate = rate
    self.momentum = momentum
    self.isNesterov = isNesterov
    self.decay = decay
    self.scale = scale
  }

  /// Changes the weights and their velocity in one pass.
  ///
  /// - Parameters:
  ///   - weights: `[count]`.
  ///   - gradient: `[count]`.
  ///   - velocity: `[count]`; 0 before the first step.
  ///   - count: how many there are.
  ///   - pool: the threads to use.
  public func apply(
    to weights: UnsafeMutablePointer<Float>, gradient: UnsafePointer<Float>, velocity: UnsafeMutablePointer<Float>,
    count: Int, on pool: WorkerPool
  ) {
    StepTiles.forEach(count, on: pool) { range in
      var work = Work(self, weights, gradient, velocity)
      work.run(over: range)
    }
  }

  private struct Work: VectorizedColumns {
    let weights: UnsafeMutablePointer<Float>
    let gradient: UnsafePointer<Float>
    let velocity: UnsafeMutablePointer<Float>
    let step, momentum, decay, scale: Lanes
    let isNesterov: Bool

    init(
      _ step: MomentumStep, _ weights: UnsafeMutablePointer<Float>, _ gradient: UnsafePointer<Float>,
      _ velocity: UnsafeMutablePointer<Float>
    ) {
      self.weights = weights
      self.gradient = gradient
      self.velocity = velocity
      self.step = Lanes(repeating: -step.rate)
      momentum = Lanes(repeating: step.momentum)
      decay = Lanes(repeating: step.decay)
      scale = Lanes(repeating: step.scale)
      isNesterov = step.isNesterov
    }

    @inline(__always)
    mutating func work(at column: Int, _ access: some LaneAccess) {
      let w = access.load(weights + column)
      let g = (access.load(gradient + column) * scale).adding(decay, times: w)
      let v = g.adding(momentum, times: access.load(velocity + column))
      access.store(v, to: velocity + column)
      access.store(w.adding(step, times: isNesterov ? g.adding(momentum, times: v) : v), to: weights + column)
    }
  }
}

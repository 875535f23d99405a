/// A step of Adam, or of AdamW where the decay is decoupled.
///
/// With g′ = scale · g (+ decay · w for Adam) the moments become m = β₁·m + (1 − β₁)·g′ and v = β₂·v + (1 − β₂)·g′², and
/// w −= rate · m̂ / (√v̂ + ε) with m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ). AdamW first multiplies w by 1 − rate · decay.
/// - SeeAlso: Kingma, Ba, “Adam”, 2015; Loshchilov, Hutter, “Decoupled Weight Decay Regularization”, 2019.
public struct AdamStep: Sendable {
  /// How far to go.
  public var rate: Float
  /// How much of the mean of gradients stays.
  public var beta1: Double
  /// How much of the mean of squared gradients stays.
  public var beta2: Double
  /// What keeps the quotient from 0 / 0.
  public var epsilon: Float
  /// How much each weight decays.
  public var decay: Float
  /// Whether the decay acts on the weights alone (AdamW) in place of their gradients.
  public var isDecoupled: Bool
  /// What gradients are multiplied by before anything else, as clipping asks.
  public var scale: Float

  /// - Parameters:
  ///   - rate: how far to go.
  ///   - beta1: how much of the mean of gradients stays, from 0 to below 1.
  ///   - beta2: how much of the mean of squared gradients stays, from 0 to below 1.
  ///   - epsilon: what keeps the quotient from 0 / 0.
  ///   - decay: how much each weight decays.
  ///   - isDecoupled: whether the decay acts on the weights alone.
  ///   - scale: what gradients are multiplied by first.
  public init(
    rate: Float, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Float = 1e-8, decay: Float = 0,
    isDecoupled: Bool = false, scale: Float = 1
  ) {
    precondition((0..<1).contains(beta1) && (0..<1).contains(beta2), "betas are from 0 to below 1: \(beta1), \(beta2)")
    self.rate = rate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.decay = decay
    self.isDecoupled = isDecoupled
    self.scale = scale
  }

  /// Changes the weights and their moments in one pass.
  ///
  /// - Parameters:
  ///   - weights: `[count]`.
  ///   - gradient: `[count]`.
  ///   - mean: m above, `[count]`; 0 before the first step.
  ///   - square: v above, `[count]`; 0 before the first step.
  ///   - step: how many steps came before, from 0.
  ///   - count: how many weights there are.
  ///   - pool: the threads to use.
  public func apply(
    to weights: UnsafeMutablePointer<Float>, gradient: UnsafePointer<Float>, mean: UnsafeMutablePointer<Float>,
    square: UnsafeMutablePointer<Float>, step: Int, count: Int, on pool: WorkerPool
  ) {
    precondition(step >= 0, "steps are counted from 0, not from \(step)")
    let factors = Factors(self, step: step)
    StepTiles.forEach(count, on: pool) { range in
      var work = Work(factors: factors, weights: weights, gradient: gradient, mean: mean, square: square)
      work.run(over: range)
    }
  }

  /// What stays the same for all weights in a step.
  private struct Factors {
    let scale, decay, kept, beta1, rest1, beta2, rest2, rootFactor, epsilon, rate: Lanes

    init(_ step: AdamStep, step count: Int) {
      let bias1 = 1 - Self.power(step.beta1, count + 1)
      let bias2 = 1 - Self.power(step.beta2, count + 1)
      scale = Lanes(repeating: step.scale)
      decay = Lanes(repeating: step.isDecoupled ? 0 : step.decay)
      kept = Lanes(repeating: step.isDecoupled ? Float(1 - Double(step.rate) * Double(step.decay)) : 1)
      beta1 = Lanes(repeating: Float(step.beta1))
      rest1 = Lanes(repeating: Float(1 - step.beta1))
      beta2 = Lanes(repeating: Float(step.beta2))
      rest2 = Lanes(repeating: Float(1 - step.beta2))
      rootFactor = Lanes(repeating: Float(1 / bias2.squareRoot()))
      epsilon = Lanes(repeating: step.epsilon)
      rate = Lanes(repeating: Float(-Double(step.rate) / bias1))
    }

    /// `base` to the power of `exponent`, by squaring.
    private static func power(_ base: Double, _ exponent: Int) -> Double {
      var result = 1.0
      var square = base
      var rest = exponent
      while rest > 0 {
        if rest & 1 == 1 { result *= square }
        square *= square
        rest >>= 1
      }
      return result
    }
  }

  private struct Work: VectorizedColumns {
    let factors: Factors
    let weights: UnsafeMutablePointer<Float>
    let gradient: UnsafePointer<Float>
    let mean: UnsafeMutablePointer<Float>
    let square: UnsafeMutablePointer<Float>

    @inline(__always)
    mutating func work(at column: Int, _ access: some LaneAccess) {
      let w = access.load(weights + column)
      let g = (access.load(gradient + column) * factors.scale).adding(factors.decay, times: w)
      let m = (access.load(mean + column) * factors.beta1).adding(factors.rest1, times: g)
      let v = (access.load(square + column) * factors.beta2).adding(factors.rest2 * g, times: g)
      access.store(m, to: mean + column)
      access.store(v, to: square + column)
      let quotient = m / factors.epsilon.adding(Lanes.root(v), times: factors.rootFactor)
      access.store((w * factors.kept).adding(factors.rate, times: quotient), to: weights + column)
    }
  }
}

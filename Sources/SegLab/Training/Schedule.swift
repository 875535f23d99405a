/// How the learning rate changes from step to step; each is a factor for ``Training/learningRate``.
public indirect enum Schedule: Codable, Sendable, Equatable {
  /// It stays as it is.
  case constant
  /// It is multiplied by rate^(step / steps); with `staircase` the exponent is rounded down.
  case exponential(rate: Double, steps: Int, staircase: Bool = true)
  /// It is multiplied by `factor` once every `every` steps.
  case step(every: Int, factor: Double)
  /// It falls along half a cosine from 1 to `final` in `steps` steps, and stays there.
  case cosine(steps: Int, final: Double = 0)
  /// It rises to 1 in `steps` steps, (step + 1) / steps; `then` counts from there.
  case warmUp(steps: Int, then: Schedule)
}

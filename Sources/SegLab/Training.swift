/// How to train: the numbers that a learner turns.
///
/// Plain stochastic gradient descent. At step `s` the learning rate is `learningRate · decayRate^⌊s / decaySteps⌋`.
public struct Training: Codable, Sendable, Equatable {
  /// How far each step follows the gradient, at first.
  public var learningRate: Double
  /// What the learning rate is multiplied by every ``decaySteps`` steps; 1 leaves it as it is.
  public var decayRate: Double
  /// How many steps the learning rate stays the same.
  public var decaySteps: Int
  /// How many times the whole training set is gone through.
  public var epochs: Int
  /// How many images one step looks at.
  public var batchSize: Int
  /// The line in the lab.
  public var line: Int

  /// - Parameters:
  ///   - learningRate: how far each step follows the gradient, at first.
  ///   - decayRate: what the learning rate is multiplied by every `decaySteps` steps.
  ///   - decaySteps: how many steps the learning rate stays the same.
  ///   - epochs: how many times the training set is gone through.
  ///   - batchSize: how many images one step looks at.
  ///   - line: filled in by the compiler.
  public init(
    learningRate: Double = 0.01, decayRate: Double = 1, decaySteps: Int = 1000, epochs: Int = 1, batchSize: Int = 1,
    line: Int = #line
  ) {
    self.learningRate = learningRate
    self.decayRate = decayRate
    self.decaySteps = decaySteps
    self.epochs = epochs
    self.batchSize = batchSize
    self.line = line
  }
}

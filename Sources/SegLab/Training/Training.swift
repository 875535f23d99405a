/// How to train: the hyperparameters, as `model.compile` and `model.fit` of Keras take them.
///
/// At step `s` the learning rate is ``learningRate`` times what ``schedule`` says; where there is no schedule, times
/// decayRate^⌊s / decaySteps⌋.
public struct Training: Sendable, Equatable {
  /// How far each step follows the gradient, at first.
  public var learningRate: Double
  /// What the learning rate is multiplied by every ``decaySteps`` steps; 1 leaves it as it is.
  public var decayRate: Double
  /// How many steps the learning rate stays the same.
  public var decaySteps: Int
  /// How many times the whole training set is gone through.
  public var epochs: Int
  /// The batch size: how many images one step looks at.
  public var batchSize: Int
  /// How a step turns gradients into new weights.
  public var optimizer: Optimizer
  /// How the learning rate changes; nil for ``decayRate`` and ``decaySteps``.
  public var schedule: Schedule?
  /// The loss: what a training makes small.
  public var loss: Loss
  /// How heavily the pixels of each class count in a cross-entropy, from class 0 on; empty where all count the same.
  public var classWeights: [Double]
  /// How much of each weight is added to its gradient: weights that are not needed fade.
  public var weightDecay: Double
  /// The longest that all gradients together may be, as the root of the sum of their squares; nil where they are left as they are.
  public var clipNorm: Double?
  /// When to end before all epochs are done; nil for never.
  public var earlyStopping: EarlyStopping?
  /// Whether the weights of the best epoch are kept in place of the last's: best by the metric of ``earlyStopping``, by the validation
  /// loss where there is none.
  public var keepBest: Bool
  /// After how many epochs the training is written to the disk, so that it can go on after an interruption.
  public var checkpointEvery: Int
  /// The line in the lab.
  public var line: Int

  /// - Parameters:
  ///   - learningRate: how far each step follows the gradient, at first.
  ///   - decayRate: what the learning rate is multiplied by every `decaySteps` steps.
  ///   - decaySteps: how many steps the learning rate stays the same.
  ///   - epochs: how many times the training set is gone through.
  ///   - batchSize: the batch size, how many images one step looks at.
  ///   - optimizer: how a step turns gradients into new weights.
  ///   - schedule: how the learning rate changes; nil for `decayRate` and `decaySteps`.
  ///   - loss: the loss, which a training makes small.
  ///   - classWeights: how heavily the pixels of each class count; empty where all count the same.
  ///   - weightDecay: how much of each weight is added to its gradient.
  ///   - clipNorm: the longest that all gradients together may be; nil where they are left as they are.
  ///   - earlyStopping: when to end before all epochs are done; nil for never.
  ///   - keepBest: whether the weights of the best epoch are kept in place of the last's.
  ///   - checkpointEvery: after how many epochs the training is written to the disk.
  ///   - line: filled in by the compiler.
  public init(
    learningRate: Double = 0.01, decayRate: Double = 1, decaySteps: Int = 1000, epochs: Int = 1, batchSize: Int = 1,
    optimizer: Optimizer = .sgd, schedule: Schedule? = nil, loss: Loss = .crossEntropy, classWeights: [Double] = [],
    weightDecay: Double = 0, clipNorm: Double? = nil, earlyStopping: EarlyStopping? = nil, keepBest: Bool = false,
    checkpointEvery: Int = 1, line: Int = #line
  ) {
    self.learningRate = learningRate
    self.decayRate = decayRate
    self.decaySteps = decaySteps
    self.epochs = epochs
    self.batchSize = batchSize
    self.optimizer = optimizer
    self.schedule = schedule
    self.loss = loss
    self.classWeights = classWeights
    self.weightDecay = weightDecay
    self.clipNorm = clipNorm
    self.earlyStopping = earlyStopping
    self.keepBest = keepBest
    self.checkpointEvery = checkpointEvery
    self.line = line
  }
}

extension Training: Codable {
  private enum CodingKeys: String, CodingKey {
    case learningRate, decayRate, decaySteps, epochs, batchSize, optimizer, schedule, loss, classWeights, weightDecay
    case clipNorm, earlyStopping, keepBest, checkpointEvery, line
  }

  /// Reads a description; what is missing has its default, so that descriptions from before a number existed can still be read.
  ///
  /// - Throws: `DecodingError` where a number that every description has is missing, or anything has another type.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      learningRate: try container.decode(Double.self, forKey: .learningRate),
      decayRate: try container.decode(Double.self, forKey: .decayRate),
      decaySteps: try container.decode(Int.self, forKey: .decaySteps),
      epochs: try container.decode(Int.self, forKey: .epochs),
      batchSize: try container.decode(Int.self, forKey: .batchSize),
      optimizer: try container.decodeIfPresent(Optimizer.self, forKey: .optimizer) ?? .sgd,
      schedule: try container.decodeIfPresent(Schedule.self, forKey: .schedule),
      loss: try container.decodeIfPresent(Loss.self, forKey: .loss) ?? .crossEntropy,
      classWeights: try container.decodeIfPresent([Double].self, forKey: .classWeights) ?? [],
      weightDecay: try container.decodeIfPresent(Double.self, forKey: .weightDecay) ?? 0,
      clipNorm: try container.decodeIfPresent(Double.self, forKey: .clipNorm),
      earlyStopping: try container.decodeIfPresent(EarlyStopping.self, forKey: .earlyStopping),
      keepBest: try container.decodeIfPresent(Bool.self, forKey: .keepBest) ?? false,
      checkpointEvery: try container.decodeIfPresent(Int.self, forKey: .checkpointEvery) ?? 1,
      line: try container.decode(Int.self, forKey: .line))
  }
}

/// When to end a training that no longer gets better on the validation images.
public struct EarlyStopping: Codable, Sendable, Equatable {
  /// What is watched on the validation images after each epoch.
  public enum Metric: String, Codable, Sendable, CaseIterable {
    /// The loss, which should fall.
    case loss
    /// The Dice of class 1 over all images together, which should rise.
    case dice
  }

  /// How many epochs in a row may pass without getting better.
  public var patience: Int
  /// What is watched.
  public var metric: Metric
  /// By how much it must get better to count.
  public var minimumChange: Double

  /// - Parameters:
  ///   - patience: how many epochs in a row may pass without getting better.
  ///   - metric: what is watched.
  ///   - minimumChange: by how much it must get better to count.
  public init(patience: Int, metric: Metric = .loss, minimumChange: Double = 0) {
    self.patience = patience
    self.metric = metric
    self.minimumChange = minimumChange
  }
}

extension Lab {
  /// The numbers of a training as a lab writes them; nil keeps the default of `Training`.
  public struct TrainingValues: Sendable, Equatable {
    /// `learning_rate: 0.01`.
    public var learningRate: Double?
    /// `decay_rate: 0.75`.
    public var decayRate: Double?
    /// `decay_steps: 10_000`.
    public var decaySteps: Int?
    /// `epochs: 30`.
    public var epochs: Int?
    /// `batch_size: 8`.
    public var batchSize: Int?
    /// `optimizer: adam`.
    public var optimizer: OptimizerChoice?
    /// `schedule: {cosine: {steps: 1000}}`.
    public var schedule: ScheduleChoice?
    /// `loss: dice`.
    public var loss: LossChoice?
    /// `class_weights: [1, 5]`, from class 0 on.
    public var classWeights: [Double]?
    /// `weight_decay: 0.0001`.
    public var weightDecay: Double?
    /// `clip_norm: 1`.
    public var clipNorm: Double?
    /// `early_stopping: {patience: 5}`.
    public var earlyStopping: EarlyStoppingValues?
    /// `keep_best: true`.
    public var keepBest: Bool?
    /// `checkpoint_every: 1`, in epochs.
    public var checkpointEvery: Int?

    /// No numbers: every default is kept.
    public init() {}
  }

  /// How a step turns gradients into new weights.
  public enum OptimizerChoice: Sendable, Equatable {
    /// `sgd`.
    case sgd
    /// `momentum`, or `{momentum: 0.9}`.
    case momentum(Double?)
    /// `nesterov`, or `{nesterov: 0.9}`.
    case nesterov(Double?)
    /// `adam`, or `{adam: {beta1: 0.9}}`.
    case adam(beta1: Double?, beta2: Double?, epsilon: Double?)
    /// `adam_w`, or `{adam_w: {weight_decay: 0.01}}`.
    case adamW(beta1: Double?, beta2: Double?, epsilon: Double?, weightDecay: Double?)
  }

  /// How the learning rate changes from step to step.
  public indirect enum ScheduleChoice: Sendable, Equatable {
    /// `constant`.
    case constant
    /// `{exponential: {rate: 0.5, steps: 1000, staircase: true}}`.
    case exponential(rate: Double, steps: Int, staircase: Bool?)
    /// `{step: {every: 1000, factor: 0.1}}`.
    case step(every: Int, factor: Double)
    /// `{cosine: {steps: 1000, final: 0}}`.
    case cosine(steps: Int, final: Double?)
    /// `{warm_up: {steps: 100, then: constant}}`.
    case warmUp(steps: Int, then: ScheduleChoice)
  }

  /// What a training makes small.
  public indirect enum LossChoice: Sendable, Equatable {
    /// `cross_entropy`.
    case crossEntropy
    /// `binary_cross_entropy`.
    case binaryCrossEntropy
    /// `dice`, or `{dice: {smoothing: 1}}`.
    case dice(smoothing: Double?)
    /// `{weighted: [{weight: 0.5, loss: cross_entropy}, {weight: 0.5, loss: dice}]}`.
    case weighted([WeightedLoss])
  }

  /// A loss with its weight in a sum.
  public struct WeightedLoss: Sendable, Equatable {
    /// What the loss is multiplied by.
    public let weight: Double
    /// The loss.
    public let loss: LossChoice
  }

  /// When to end a training that no longer gets better.
  public struct EarlyStoppingValues: Sendable, Equatable {
    /// What can be watched on the validation images.
    public enum Metric: String, Sendable, CaseIterable {
      /// The loss.
      case loss
      /// The pooled Dice coefficient.
      case dice
    }

    /// How many epochs in a row may pass without getting better.
    public let patience: Int
    /// What is watched.
    public let metric: Metric?
    /// By how much it must get better to count.
    public let minimumChange: Double?
  }
}

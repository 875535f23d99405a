public import Networks

/// A training that was done, as it is kept: what it was, and what came of it.
public struct RunRecord: Codable, Sendable, Equatable {
  /// Names and versions this form of record.
  public static let currentSchema = "seglab/run/v1"
  /// The form of this record.
  public var schema = RunRecord.currentSchema
  /// What was done.
  public var plan: RunPlan
  /// When it ended, in seconds since 1970.
  public var ended: Double
  /// How long the training took, in seconds.
  public var seconds: Double
  /// How many threads worked on it.
  public var threads: Int
  /// How many times the training set was gone through, begun ones included.
  public var epochs: Int
  /// How many steps there were.
  public var steps: Int
  /// Where it stood after each step.
  public var history: [HistoryPoint]
  /// What was measured on the validation images after epochs, where the training watched them; nil in records from before it
  /// could.
  public var validation: [ValidationPoint]?
  /// The best epoch, from 0, whose weights were kept; nil where the last weights were. Called as in the records that are kept.
  public var bestEpoch: Int?
  /// What was measured on the validation images.
  public var metrics: Metrics
  /// SHA-256 of all weights at the end, and of the running statistics of batch normalisation.
  public var weightsDigest: String
  /// How many images were trained on.
  public var trainingImages: Int
  /// The validation images by name, in the order of their predictions.
  public var validationImages: [String]

  /// - Parameters: the parts, as documented on each property.
  public init(
    plan: RunPlan, ended: Double, seconds: Double, threads: Int, epochs: Int, steps: Int, history: [HistoryPoint],
    validation: [ValidationPoint]? = nil, bestEpoch: Int? = nil, metrics: Metrics, weightsDigest: String,
    trainingImages: Int, validationImages: [String]
  ) {
    self.plan = plan
    self.ended = ended
    self.seconds = seconds
    self.threads = threads
    self.epochs = epochs
    self.steps = steps
    self.history = history
    self.validation = validation
    self.bestEpoch = bestEpoch
    self.metrics = metrics
    self.weightsDigest = weightsDigest
    self.trainingImages = trainingImages
    self.validationImages = validationImages
  }
}

public import Messages
public import Networks
public import SegLab

/// What happens while a network trains.
public enum LaboratoryEvent: Codable, Sendable {
  /// Something about the training that a person should know: it goes on where it was interrupted, or could not be saved.
  case note(Message)
  /// A training is about to begin that will take about `seconds`, longer than the `limit` seconds that it should.
  case overBudget(seconds: Double, limit: Double)
  /// A training is about to begin that will take about `seconds`, more than a minute; of a sweep, all `trainings` that are left together.
  case forecast(seconds: Double, trainings: Int)
  /// The training up to this step is on the disk: after an interruption it goes on from there.
  case checkpoint(step: Int)
  /// The next training, if it is not found in the store, is that of the experiment `name`, the first, second … `number` of `count`.
  case began(name: String, number: Int, count: Int)
  /// The training is that of the run of this digest; it is found in the store or begins now.
  case run(String, steps: Int)
  /// The validation images were measured after an epoch.
  case validated(ValidationPoint)
  /// How weights and gradients lie after an epoch, where somebody looks at them.
  case histograms(WeightHistograms)
  /// The store does not have the run of this digest, and nothing is to be trained.
  case missing(run: String)
  /// The training of the run of this digest came to nothing.
  case failed(run: String, KnownFailure)
  /// A step was taken.
  case step(TrainingProgress)
  /// An epoch ended, and this is what the network makes of a few validation images; where that is asked.
  case preview(TrainingPreview)
  /// One training of a sweep is done, or came to nothing.
  case member(SweepMember)
  /// The training is done, or was found in the store, and was measured on the images of the set `dataset`.
  case ended(TrainingEnd, dataset: String)
}

/// One training of a sweep, once it is over.
public struct SweepMember: Codable, Sendable {
  /// What it was trained with.
  public let training: Training
  /// What was measured on the validation images; nil where nothing came of it.
  public let metrics: Metrics?
  /// The run's digest; empty where nothing came of it.
  public let run: String

  /// - Parameters: the parts, as documented on each property.
  public init(training: Training, metrics: Metrics?, run: String) {
    (self.training, self.metrics, self.run) = (training, metrics, run)
  }
}

/// How a training ended, in short.
public struct TrainingEnd: Codable, Sendable, Equatable {
  /// When, in seconds since 1970.
  public let ended: Double
  /// How many times the training set was gone through, begun ones included.
  public let epochs: Int
  /// How many steps there were.
  public let steps: Int
  /// What was measured on the validation images.
  public let metrics: Metrics
  /// How many images those are.
  public let validationImages: Int

  /// - Parameter record: the training as it is kept.
  init(_ record: RunRecord) {
    ended = record.ended
    epochs = record.epochs
    steps = record.steps
    metrics = record.metrics
    validationImages = record.validationImages.count
  }
}

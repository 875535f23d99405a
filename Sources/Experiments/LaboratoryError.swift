public import Datasets
public import Messages
public import Networks

/// Why an experiment came to no result.
public enum LaboratoryError: Error, Equatable, Sendable {
  /// The data set is missing, broken, or cannot be divided.
  case data(DatasetError)
  /// The set's images are not all of one size, as a network needs them; how many sizes there are, and what the network takes.
  case sizesDiffer(set: String, sizes: Int, height: Int, width: Int)
  /// The set's images cannot be prepared as the learner wrote it.
  case preprocessing(PreprocessingProblem)
  /// The training would take longer than it may; `seconds` is what was forecast.
  case tooLong(seconds: Double, limit: Double, epochs: Int)
  /// The training was ended because it came to the time that it may take, in seconds.
  case outOfTime(limit: Double)
  /// The training ended early.
  case training(TrainingFailure)
  /// The same training came to nothing before, and would again.
  case failedBefore(KnownFailure)
  /// The store does not have the run, and nothing is to be trained.
  case notInStore
  /// The run could not be kept.
  case store(StoreError)

  /// Whether it is the learner who can mend it, by other numbers or another network.
  public var isLearners: Bool {
    switch self {
    case .preprocessing, .tooLong, .sizesDiffer: true
    case .failedBefore(let failure): failure.isLearners
    case .training(.cancelled), .data, .store, .outOfTime, .notInStore: false
    case .training: true
    }
  }

  /// What happened, and what to try first.
  public var phrase: any Phrase {
    switch self {
    case .data(let error): error.phrase
    case .sizesDiffer(let set, let sizes, let height, let width):
      ExperimentPhrase.sizesDiffer(set: set, sizes: sizes, height: height, width: width)
    case .preprocessing(let problem): problem.phrase
    case .tooLong(let seconds, let limit, let epochs):
      CheckPhrase.trainingTooLong(seconds: seconds, limit: limit, epochs: epochs)
    case .failedBefore(let failure): failure.message.phrase
    case .notInStore: StandingPhrase.notRun
    case .outOfTime(let limit): ExperimentPhrase.outOfTime(limit: limit)
    case .training(let failure): Sentences(failure.phrase, failure.help)
    case .store(.notWritten(let path, let reason)): CommandPhrase.notWritten(path: path, reason: reason)
    }
  }
}

/// Why a training came to nothing, for whoever would do the same one again: it is as sure to fail as it was to be the same.
public struct KnownFailure: Codable, Sendable, Hashable {
  /// What happened, and what to try first.
  public let message: Message
  /// Whether it is the learner who can mend it.
  public let isLearners: Bool

  /// - Parameters: the parts, as documented on each property.
  public init(message: Message, isLearners: Bool) { (self.message, self.isLearners) = (message, isLearners) }
}

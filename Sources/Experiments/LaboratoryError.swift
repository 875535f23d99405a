public import Datasets
public import Messages
public import Networks

/// Why an experiment came to no result.
public enum LaboratoryError: Error, Equatable, Sendable {
  /// The data set is missing, broken, or cannot be divided.
  case data(DatasetError)
  /// The set's images are not all of one size, as a network needs them; how many sizes there are.
  case sizesDiffer(set: String, sizes: Int)
  /// The set's images cannot be prepared as the learner wrote it.
  case preparation(PreparationProblem)
  /// The training would take longer than it may; `seconds` is what was forecast.
  case tooLong(seconds: Double, limit: Double, epochs: Int)
  /// The training was ended because it came to the time that it may take, in seconds.
  case outOfTime(limit: Double)
  /// The training ended early.
  case training(TrainingFailure)
  /// The run could not be kept.
  case store(StoreError)

  /// Whether it is the learner who can mend it, by other numbers or another network.
  public var isLearners: Bool {
    switch self {
    case .preparation, .tooLong: true
    case .training(.cancelled), .data, .sizesDiffer, .store, .outOfTime: false
    case .training: true
    }
  }

  /// What happened, and what to try first.
  public var phrase: any Phrase {
    switch self {
    case .data(let error): error.phrase
    case .sizesDiffer(let set, let sizes): ExperimentPhrase.sizesDiffer(set: set, sizes: sizes)
    case .preparation(let problem): problem.phrase
    case .tooLong(let seconds, let limit, let epochs):
      CheckPhrase.trainingTooLong(seconds: seconds, limit: limit, epochs: epochs)
    case .outOfTime(let limit): ExperimentPhrase.outOfTime(limit: limit)
    case .training(let failure): Sentences(failure.phrase, failure.help)
    case .store(.notWritten(let path, let reason)): CommandPhrase.notWritten(path: path, reason: reason)
    }
  }
}

public import Diagnostics
public import Experiments
public import Messages
public import Networks
public import Workbench

/// What a lab's networks are and will cost, before anything trains.
public struct LabSummary: Codable, Sendable {
  /// The lab, by id.
  public let lab: String
  /// The learner's networks, by constant.
  public let networks: [NetworkSummary]
  /// The trainings that the lab asks for and whose network and settings are there.
  public let trainings: [TrainingSummary]
  /// What keeps trainings from being done, one for each experiment at most.
  public let faults: [CheckResult]
  /// The most parameters that the lab allows; nil where it sets no limit.
  public let parameterLimit: Int?
  /// The most seconds that a training should take here; nil where the lab sets no limit.
  public let limitSeconds: Double?
  /// Messages about places in the lab.
  public let diagnostics: [Diagnostic]
  /// What else the learner should know of how the cells were run.
  public let remarks: [Message]
  /// What the learner's program was kept in.
  public let sandbox: Sandbox.Kind

  /// Whether every network fits and all of it is within the lab's limits.
  public var isSound: Bool {
    let areLegal = !diagnostics.contains { $0.severity == .error || $0.severity == .hole }
    let areSmall = networks.allSatisfy { network in parameterLimit.map { network.parameters <= $0 } ?? true }
    let areShort = trainings.allSatisfy { training in
      guard let limitSeconds, let seconds = training.forecast?.seconds else { return true }
      return seconds <= limitSeconds
    }
    return areLegal && areSmall && areShort && faults.isEmpty
  }
}

/// A learner's network in numbers.
public struct NetworkSummary: Codable, Sendable {
  /// The constant that holds it.
  public let constant: String
  /// Its layers, down to the first that does not fit.
  public let layers: [LayerSummary]
  /// How many parameters they have together.
  public let parameters: Int
  /// Multiply-adds for one image, forward.
  public let multiplyAdds: Int
  /// Multiply-adds for one image in a training step.
  public let trainingMultiplyAdds: Int
  /// The batch size of its trainings.
  public let batchSize: Int
  /// Bytes of memory that training takes at most.
  public let bytes: Int
}

/// How long a lab's training will take here.
public struct TrainingSummary: Codable, Sendable {
  /// The experiment, by name.
  public let experiment: String
  /// The constant that holds its network.
  public let network: String
  /// The data set, by name.
  public let dataset: String
  /// How many trainings there are: more than one in a sweep.
  public let trainings: Int
  /// What was measured of the first; nil where it cannot even begin.
  public let forecast: Forecast?
}

public import Diagnostics
internal import Experiments
internal import Networks

/// What a lab's networks are and will cost, before anything trains.
public struct LabSummary: Sendable {
  /// The lab, by id.
  public let lab: String
  /// The learner's networks, by constant.
  public let networks: [NetworkSummary]
  /// The trainings that the lab asks for and whose network and numbers are there.
  public let trainings: [TrainingSummary]
  /// The most learnable numbers that the lab allows; nil where it sets no limit.
  public let parameterLimit: Int?
  /// The most seconds that a training should take here; nil where the lab sets no limit.
  public let limitSeconds: Double?
  /// Messages about places in the lab.
  public let diagnostics: [Diagnostic]

  /// Whether every network fits and all of it is within the lab's limits.
  public var isSound: Bool {
    let areLegal = !diagnostics.contains { $0.severity == .error || $0.severity == .hole }
    let areSmall = networks.allSatisfy { network in parameterLimit.map { network.cost.parameters <= $0 } ?? true }
    let areShort = trainings.allSatisfy { training in
      guard let limitSeconds, let seconds = training.forecast?.seconds else { return true }
      return seconds <= limitSeconds
    }
    return areLegal && areSmall && areShort
  }
}

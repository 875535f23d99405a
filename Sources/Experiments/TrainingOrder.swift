public import Datasets
public import Networks
public import SegLab

/// What is to be trained, and on what.
public struct TrainingOrder: Sendable {
  /// The network, its shapes known to fit.
  public var network: NetworkPlan
  /// The numbers that the learner turned.
  public var training: Training
  /// The most steps, where the profile sets a limit.
  public var stepLimit: Int?
  /// The data set, by name.
  public var dataset: String
  /// How the set is divided.
  public var split: Split.Rule
  /// What random numbers start from.
  public var seed: UInt64

  /// - Parameters: the parts, as documented on each property.
  public init(
    network: NetworkPlan, training: Training, stepLimit: Int?, dataset: String, split: Split.Rule, seed: UInt64
  ) {
    self.network = network
    self.training = training
    self.stepLimit = stepLimit
    self.dataset = dataset
    self.split = split
    self.seed = seed
  }
}

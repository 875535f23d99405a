public import Experiments

/// How long a lab's training will take here.
public struct TrainingSummary: Sendable {
  /// The experiment, by name.
  public let experiment: String
  /// The constant that holds its network.
  public let network: String
  /// The data set, by name.
  public let dataset: String
  /// What was measured; nil where the training cannot even begin.
  public let forecast: Forecast?
}

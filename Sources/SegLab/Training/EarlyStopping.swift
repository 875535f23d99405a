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

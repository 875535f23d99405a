/// What a training did.
public struct TrainingOutcome: Sendable {
  /// Where it stood after each step.
  public let history: [HistoryPoint]
  /// What was measured on the validation images after epochs, where the training watched them.
  public let validation: [ValidationPoint]
  /// How many steps there were.
  public let steps: Int
  /// How many epochs were begun.
  public let epochs: Int
  /// The best epoch, from 0, whose weights were kept; nil where the last weights were.
  public let keptEpoch: Int?
  /// Whether it ended before all epochs were done, because it no longer got better.
  public let stoppedEarly: Bool
  /// How many seconds it took, those before an interruption included.
  public let seconds: Double
  /// The share of the steps' time that was spent on getting images, by waiting for them or loading them; of the steps since the last
  /// interruption.
  public let dataShare: Double
}

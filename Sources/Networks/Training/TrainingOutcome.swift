/// What a training did.
public struct TrainingOutcome: Sendable {
  /// Where it stood after each step.
  public let history: [HistoryPoint]
  /// How many steps there were.
  public let steps: Int
  /// How many epochs were begun.
  public let epochs: Int
  /// How many seconds it took.
  public let seconds: Double
}

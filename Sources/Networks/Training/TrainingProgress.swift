/// How far a training is.
public struct TrainingProgress: Codable, Sendable {
  /// The step that just ended.
  public let point: HistoryPoint
  /// How many steps the whole training has.
  public let steps: Int
  /// How many epochs the whole training has.
  public let epochs: Int
  /// How many seconds the training has taken so far.
  public let seconds: Double

  /// How many steps have ended.
  public var stepsDone: Int { point.step + 1 }
  /// How many steps a second there were on average.
  public var stepsPerSecond: Double { seconds > 0 ? Double(stepsDone) / seconds : 0 }
  /// How many seconds are left, at that pace.
  public var secondsLeft: Double { stepsPerSecond > 0 ? Double(steps - stepsDone) / stepsPerSecond : 0 }
}

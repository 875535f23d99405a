/// How a training has gone so far: all that is needed to go on with it, besides the trainer's numbers.
public struct TrainingCourse: Sendable, Equatable {
  /// Where it stood after each step.
  public var history: [HistoryPoint] = []
  /// What was measured on the validation images after epochs.
  public var validation: [ValidationPoint] = []
  /// The best epoch so far, from 0, and what was measured then; nil where none was measured.
  public var best: Best?
  /// How many epochs in a row have passed without getting better.
  public var waited = 0
  /// Whether it ended before all epochs were done, because it no longer got better.
  public var stoppedEarly = false
  /// How many seconds it has taken.
  public var seconds = 0.0

  /// The best epoch of a training.
  public struct Best: Sendable, Equatable {
    /// The epoch, from 0.
    public var epoch: Int
    /// What was watched: a loss or a Dice.
    public var value: Double

    /// - Parameters:
    ///   - epoch: the epoch, from 0.
    ///   - value: what was watched.
    public init(epoch: Int, value: Double) {
      self.epoch = epoch
      self.value = value
    }
  }

  /// A training that has not begun.
  public init() {}

  /// How many steps have been taken.
  public var steps: Int { history.count }
}

internal import Networks

extension [ExperimentReport] {
  /// Each experiment with how much its pooled Dice is above that of the one before; nil for the first.
  public var withChanges: [(experiment: ExperimentReport, change: Double?)] {
    enumerated().map { index, experiment in
      (experiment, index == 0 ? nil : experiment.metrics.dice - self[index - 1].metrics.dice)
    }
  }
}

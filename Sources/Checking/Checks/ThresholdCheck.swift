internal import Labs
internal import Messages
internal import Networks

/// A check that holds one measured number against a threshold.
protocol ThresholdCheck: RunCheck {
  /// On which side of what number it must be.
  var bound: Lab.Bound { get }

  /// How many digits after the point say enough.
  var places: Int { get }

  /// What is said of the number.
  ///
  /// - Parameters:
  ///   - metrics: what was measured.
  ///   - holds: whether the number is on the right side.
  /// - Returns: the message; nil for nothing.
  func message(_ metrics: Metrics, holds: Bool) -> CheckPhrase?
}

extension ThresholdCheck {
  var threshold: Lab.Bound? { bound }

  var planned: [CheckValue?] { [CheckValue(bound)] }

  var places: Int { 4 }

  func result(for run: CheckedRun, line: Int) -> CheckResult {
    let number = measured(in: run.metrics)
    let holds = number.map(bound.holds) ?? false
    return CheckResult(
      name, holds ? .passed : .notYet, expected: CheckValue(bound),
      measured: number.map { .number($0, places: places) },
      message: message(run.metrics, holds: holds), line: line)
  }
}

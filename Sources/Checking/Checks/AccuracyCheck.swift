internal import Labs
internal import Messages
internal import Networks

/// The share of the validation pixels given the right class.
///
/// Most pixels are background, so that an accuracy may pass its threshold and still be below that of the all-background baseline, which
/// looks at no image: then the check says so.
struct AccuracyCheck: RunCheck {
  /// On which side of what share it must be.
  let bound: Lab.Bound

  var name: CheckName { .accuracy }

  var planned: [CheckValue?] { [CheckValue(bound)] }

  func measured(in metrics: Metrics) -> Double? { metrics.accuracy }

  func result(for run: CheckedRun, line: Int) -> CheckResult {
    let metrics = run.metrics
    let holds = bound.holds(for: metrics.accuracy)
    let message: CheckPhrase? =
      !holds
      ? .accuracyOutside(bound: CheckValue(bound).text, measured: metrics.accuracy, baseline: metrics.baselineAccuracy)
      : metrics.accuracy < metrics.baselineAccuracy
        ? .accuracyBelowBaseline(measured: metrics.accuracy, baseline: metrics.baselineAccuracy) : nil
    return CheckResult(
      name, holds ? .passed : .notYet, expected: CheckValue(bound), measured: .number(metrics.accuracy, places: 4),
      message: message, line: line)
  }
}

internal import Networks
internal import Phrases

/// Compares the accuracy with that of calling every pixel background.
enum BaselineChecker {
  static func check(metrics: Metrics, line: Int) -> CheckResult {
    let beats = metrics.accuracy > metrics.baselineAccuracy
    return CheckResult(
      name: "beats-background", verdict: beats ? .passed : .notYet,
      expected: "> \(metrics.baselineAccuracy.places(4))", measured: metrics.accuracy.places(4),
      message: beats
        ? nil : CheckPhrase.notAboveBaseline(measured: metrics.accuracy, baseline: metrics.baselineAccuracy), line: line
    )
  }
}

internal import Messages
internal import Networks

/// Compares the accuracy with that of calling every pixel background.
enum BaselineChecker {
  static func check(metrics: Metrics, line: Int) -> CheckResult {
    let beats = metrics.accuracy > metrics.baselineAccuracy
    return CheckResult(
      .beatsBackground, beats ? .passed : .notYet, expected: .limit(">", metrics.baselineAccuracy, places: 4),
      measured: .number(metrics.accuracy, places: 4),
      message: beats
        ? nil : CheckPhrase.notAboveBaseline(measured: metrics.accuracy, baseline: metrics.baselineAccuracy), line: line
    )
  }
}

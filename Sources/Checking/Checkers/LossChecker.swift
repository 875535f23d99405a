internal import Networks
internal import Phrases

/// Looks whether the loss fell: its mean over the last quarter of the steps is below that over the first.
///
/// A mean over many steps, because the loss of one batch jumps from step to step.
enum LossChecker {
  static func check(history: [HistoryPoint], line: Int) -> CheckResult {
    let quarter = max(1, history.count / 4)
    let start = mean(history.prefix(quarter))
    let end = mean(history.suffix(quarter))
    let falls = end < start
    return CheckResult(
      name: "loss-falls", verdict: falls ? .passed : .notYet, expected: "< \(start.places(3))", measured: end.places(3),
      message: falls ? nil : CheckPhrase.lossDoesNotFall(start: start, end: end), line: line)
  }

  private static func mean(_ points: ArraySlice<HistoryPoint>) -> Double {
    points.isEmpty ? .nan : points.reduce(0) { $0 + $1.loss } / Double(points.count)
  }
}

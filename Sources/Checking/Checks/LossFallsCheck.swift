internal import Labs
internal import Messages
internal import Networks

/// Looks whether the loss fell: its mean over the last quarter of the steps is below that over the first, by more than chance would give, and
/// not above that of the first step.
///
/// A mean over many steps, because the loss of one batch jumps from step to step; and held against how far it jumps, because the means of
/// two quarters differ even where nothing is learned. The few steps of a quick profile cannot tell the two apart: there any fall will do.
struct LossFallsCheck: RunCheck {
  static let form = CheckForm(.loss, word: "falls", rule: LossFallsCheck())

  /// By how many standard errors of the difference the loss must fall: chance alone gives that once in a thousand trainings.
  static let leastErrors = 3.0
  /// A loss at the end above so many times that of the first step has exploded on its way.
  static let mostGrowth = 2.0

  var name: CheckName { .lossFalls }

  var planned: [CheckValue?] { [nil] }

  var threshold: Lab.Bound? { nil }

  func measured(in metrics: Metrics) -> Double? { nil }

  func result(for run: CheckedRun, line: Int) -> CheckResult {
    let history = run.history
    let quarter = max(1, history.count / 4)
    let start = Quarter(history.prefix(quarter))
    let end = Quarter(history.suffix(quarter))
    let spread = run.isQuick ? 0 : Self.leastErrors * (start.squaredError + end.squaredError).squareRoot()
    // What exploded in its first steps and came half down again has not fallen.
    let first = history.first?.loss ?? start.mean
    let exploded = end.mean > Self.mostGrowth * first
    let falls = end.mean < start.mean - spread && !exploded
    return CheckResult(
      name, falls ? .passed : .notYet, expected: .limit("<", start.mean, places: 3),
      measured: .number(end.mean, places: 3),
      message: falls
        ? nil : CheckPhrase.lossDoesNotFall(start: exploded ? first : start.mean, end: end.mean, spread: spread),
      line: line)
  }

  /// The mean of some steps' losses, and the square of its standard error.
  private struct Quarter {
    let mean: Double
    let squaredError: Double

    init(_ points: ArraySlice<HistoryPoint>) {
      let count = Double(points.count)
      let mean = points.isEmpty ? .nan : points.reduce(0) { $0 + $1.loss } / count
      self.mean = mean
      let squares = points.reduce(0) { $0 + ($1.loss - mean) * ($1.loss - mean) }
      squaredError = points.count > 1 ? squares / (count - 1) / count : 0
    }
  }
}

internal import Labs
internal import Messages
internal import Networks

/// Whether the accuracy is above that of the all-background baseline, which calls every pixel background.
struct BeatsBackgroundCheck: RunCheck {
  static let form = CheckForm(.beats, word: "background", rule: BeatsBackgroundCheck())

  var name: CheckName { .beatsBackground }

  var planned: [CheckValue?] { [nil] }

  var threshold: Lab.Bound? { nil }

  func measured(in metrics: Metrics) -> Double? { nil }

  func result(for run: CheckedRun, line: Int) -> CheckResult {
    let (accuracy, baseline) = (run.metrics.accuracy, run.metrics.baselineAccuracy)
    let beats = accuracy > baseline
    return CheckResult(
      name, beats ? .passed : .notYet, expected: .limit(">", baseline, places: 4),
      measured: .number(accuracy, places: 4),
      message: beats ? nil : CheckPhrase.notAboveBaseline(measured: accuracy, baseline: baseline), line: line)
  }
}

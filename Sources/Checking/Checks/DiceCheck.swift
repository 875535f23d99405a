internal import Labs
internal import Messages
internal import Networks

/// The Dice coefficient pooled over the validation set.
struct DiceCheck: RunCheck {
  /// On which side of what coefficient it must be.
  let bound: Lab.Bound

  var name: CheckName { .dice }

  var planned: [CheckValue?] { [CheckValue(bound)] }

  func measured(in metrics: Metrics) -> Double? { metrics.dice }

  func result(for run: CheckedRun, line: Int) -> CheckResult {
    let dice = run.metrics.dice
    let holds = bound.holds(for: dice)
    return CheckResult(
      name, holds ? .passed : .notYet, expected: CheckValue(bound), measured: .number(dice, places: 4),
      message: holds ? nil : CheckPhrase.diceOutside(bound: CheckValue(bound).text, measured: dice), line: line)
  }
}

internal import Labs
internal import Messages
internal import Networks

/// How much better the predictions fit their own labels than those of other images, in pooled Dice.
///
/// It is near 0 where predictions do not depend on what is in the image; where a lab wants it small, and it is, the check says what
/// that means.
struct PermutationGainCheck: RunCheck {
  /// On which side of what gain it must be.
  let bound: Lab.Bound

  var name: CheckName { .permutationGain }

  var planned: [CheckValue?] { [CheckValue(bound)] }

  func measured(in metrics: Metrics) -> Double? { metrics.dice - metrics.swappedDice }

  func result(for run: CheckedRun, line: Int) -> CheckResult {
    let (own, swapped) = (run.metrics.dice, run.metrics.swappedDice)
    let gain = own - swapped
    let holds = bound.holds(for: gain)
    let isSmall = holds && bound.comparison == .atMost
    let message: CheckPhrase? =
      isSmall
      ? .permutationGainMeans(own: own, swapped: swapped)
      : holds ? nil : .permutationGainOutside(bound: CheckValue(bound).text, own: own, swapped: swapped)
    return CheckResult(
      name, holds ? .passed : .notYet, expected: CheckValue(bound), measured: .number(gain, places: 4),
      message: message, line: line)
  }
}

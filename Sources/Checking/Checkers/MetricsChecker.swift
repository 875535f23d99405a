internal import Labs
internal import Messages
internal import Networks

/// Compares what was measured on the validation images with the lab's bounds.
enum MetricsChecker {
  /// The accuracy; passed below the background's, it says what that means.
  static func check(accuracy bound: Lab.Bound, metrics: Metrics, line: Int) -> CheckResult {
    let holds = bound.holds(for: metrics.accuracy)
    let message: CheckPhrase? =
      !holds
      ? .accuracyOutside(bound: CheckValue(bound).text, measured: metrics.accuracy, baseline: metrics.baselineAccuracy)
      : metrics.accuracy < metrics.baselineAccuracy
        ? .accuracyBelowBaseline(measured: metrics.accuracy, baseline: metrics.baselineAccuracy) : nil
    return CheckResult(
      .accuracy, holds ? .passed : .notYet, expected: CheckValue(bound), measured: .number(metrics.accuracy, places: 4),
      message: message, line: line)
  }

  /// The Dice coefficient pooled over the validation set.
  static func check(dice bound: Lab.Bound, metrics: Metrics, line: Int) -> CheckResult {
    let holds = bound.holds(for: metrics.dice)
    return CheckResult(
      .dice, holds ? .passed : .notYet, expected: CheckValue(bound), measured: .number(metrics.dice, places: 4),
      message: holds ? nil : CheckPhrase.diceOutside(bound: CheckValue(bound).text, measured: metrics.dice), line: line)
  }

  /// One of the other measures; where it has no value the predictions are too poor to have one.
  static func check(_ name: MetricName, _ bound: Lab.Bound, metrics: Metrics, line: Int) -> CheckResult {
    let measured = metrics.value(of: name)
    let holds = measured.map(bound.holds) ?? false
    let fault: CheckPhrase =
      measured.map { .metricOutside(name, bound: CheckValue(bound).text, measured: $0) }
      ?? .metricMissing(name, bound: CheckValue(bound).text)
    let message = holds ? nil : fault
    return CheckResult(
      CheckName(name), holds ? .passed : .notYet, expected: CheckValue(bound),
      measured: measured.map { .number($0, places: name.isShare ? 4 : 2) }, message: message, line: line)
  }

  /// How much better the predictions fit their own labels than those of other images.
  static func check(ownLabelGain bound: Lab.Bound, metrics: Metrics, line: Int) -> CheckResult {
    let gain = metrics.dice - metrics.swappedDice
    let holds = bound.holds(for: gain)
    let small = holds && bound.comparison == .atMost
    return CheckResult(
      .ownLabelGain, holds ? .passed : .notYet, expected: CheckValue(bound), measured: .number(gain, places: 4),
      message: small
        ? CheckPhrase.ownLabelGainMeans(own: metrics.dice, swapped: metrics.swappedDice)
        : holds
          ? nil
          : CheckPhrase.ownLabelGainOutside(
            bound: CheckValue(bound).text, own: metrics.dice, swapped: metrics.swappedDice),
      line: line)
  }
}

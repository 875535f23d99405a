internal import Labs
internal import Messages
internal import Networks

/// The Dice coefficient pooled over the validation set.
struct DiceCheck: ThresholdCheck {
  static let form = CheckForm(.dice, limit: ">= 0.5") { DiceCheck(bound: $0) }

  /// On which side of what coefficient it must be.
  let bound: Lab.Bound

  var name: CheckName { .dice }

  func measured(in metrics: Metrics) -> Double? { metrics.dice }

  func message(_ metrics: Metrics, holds: Bool) -> CheckPhrase? {
    holds ? nil : .diceOutside(bound: CheckValue(bound).text, measured: metrics.dice)
  }
}

internal import Labs
internal import Messages
internal import Networks

/// How much better the predictions fit their own labels than those of other images, in pooled Dice.
///
/// It is near 0 where predictions do not depend on what is in the image; where a lab wants it small, and it is, the check says what
/// that means.
struct PermutationGainCheck: ThresholdCheck {
  static let form = CheckForm(.permutationGain, limit: "<= 0.02") { PermutationGainCheck(bound: $0) }

  /// On which side of what gain it must be.
  let bound: Lab.Bound

  var name: CheckName { .permutationGain }

  func measured(in metrics: Metrics) -> Double? { metrics.dice - metrics.swappedDice }

  func message(_ metrics: Metrics, holds: Bool) -> CheckPhrase? {
    let (own, swapped) = (metrics.dice, metrics.swappedDice)
    guard holds else { return .permutationGainOutside(bound: CheckValue(bound).text, own: own, swapped: swapped) }
    return bound.comparison == .atMost ? .permutationGainMeans(own: own, swapped: swapped) : nil
  }
}

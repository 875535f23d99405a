internal import Labs
internal import Messages
internal import Networks

/// The share of the validation pixels given the right class.
///
/// Most pixels are background, so that an accuracy may pass its threshold and still be below that of the all-background baseline, which
/// looks at no image: then the check says so.
struct AccuracyCheck: ThresholdCheck {
  static let form = CheckForm(.accuracy, limit: ">= 0.9") { AccuracyCheck(bound: $0) }

  /// On which side of what share it must be.
  let bound: Lab.Bound

  var name: CheckName { .accuracy }

  func measured(in metrics: Metrics) -> Double? { metrics.accuracy }

  func message(_ metrics: Metrics, holds: Bool) -> CheckPhrase? {
    let (accuracy, baseline) = (metrics.accuracy, metrics.baselineAccuracy)
    guard holds else { return .accuracyOutside(bound: CheckValue(bound).text, measured: accuracy, baseline: baseline) }
    return accuracy < baseline ? .accuracyBelowBaseline(measured: accuracy, baseline: baseline) : nil
  }
}

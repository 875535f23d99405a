internal import Labs
internal import Messages
internal import Networks

/// One of the other measures; where it has no value the predictions are too poor to have one.
struct MetricCheck: ThresholdCheck {
  /// How it is written.
  ///
  /// - Parameters:
  ///   - key: its key in a lab.
  ///   - metric: the measure.
  /// - Returns: the form.
  static func form(_ key: CheckKey, _ metric: MetricName) -> CheckForm {
    CheckForm(key, limit: metric.isShare ? ">= 0.7" : "<= 10", isShare: metric.isShare) {
      MetricCheck(metric: metric, bound: $0)
    }
  }

  let metric: MetricName
  let bound: Lab.Bound

  var name: CheckName { CheckName(metric) }

  var places: Int { metric.isShare ? 4 : 2 }

  func measured(in metrics: Metrics) -> Double? {
    switch metric {
    case .iou: metrics.iou
    case .precision: metrics.precision
    case .recall: metrics.recall
    case .hausdorff95: metrics.hausdorff95
    case .meanDice: metrics.meanDice
    }
  }

  func message(_ metrics: Metrics, holds: Bool) -> CheckPhrase? {
    guard !holds else { return nil }
    let text = CheckValue(bound).text
    guard let number = measured(in: metrics) else { return .metricMissing(metric, bound: text) }
    return .metricOutside(metric, bound: text, measured: number)
  }
}

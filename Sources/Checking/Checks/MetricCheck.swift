internal import Labs
internal import Messages
internal import Networks

/// One of the other measures; where it has no value the predictions are too poor to have one.
struct MetricCheck: RunCheck {
  let metric: MetricName
  let bound: Lab.Bound

  var name: CheckName { CheckName(metric) }

  var planned: [CheckValue?] { [CheckValue(bound)] }

  func measured(in metrics: Metrics) -> Double? {
    switch metric {
    case .iou: metrics.iou
    case .precision: metrics.precision
    case .recall: metrics.recall
    case .hausdorff95: metrics.hausdorff95
    case .meanDice: metrics.meanDice
    }
  }

  func result(for run: CheckedRun, line: Int) -> CheckResult {
    let measured = measured(in: run.metrics)
    let holds = measured.map(bound.holds) ?? false
    let fault: CheckPhrase =
      measured.map { .metricOutside(metric, bound: CheckValue(bound).text, measured: $0) }
      ?? .metricMissing(metric, bound: CheckValue(bound).text)
    return CheckResult(
      name, holds ? .passed : .notYet, expected: CheckValue(bound),
      measured: measured.map { .number($0, places: metric.isShare ? 4 : 2) }, message: holds ? nil : fault, line: line)
  }
}

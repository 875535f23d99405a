public import Labs
internal import Messages
internal import Networks

extension Lab.Rule {
  /// The number that a bar of this kind is held against; nil where it is none, or has no value for these predictions.
  public func measured(in run: ExperimentReport) -> Double? {
    switch self {
    case .accuracy: return run.metrics.accuracy
    case .dice: return run.metrics.dice
    case .ownLabelGain: return run.metrics.dice - run.metrics.swappedDice
    case .metric(let name, _): return run.metrics.value(of: name)
    case .shape, .parameters, .function, .lossFalls, .beatsBackground: return nil
    }
  }
}

extension Metrics {
  /// The measure of that name; nil where it has no value for these predictions.
  func value(of name: MetricName) -> Double? {
    switch name {
    case .iou: iou
    case .precision: precision
    case .recall: recall
    case .hausdorff95: hausdorff95
    case .meanDice: meanDice
    }
  }
}

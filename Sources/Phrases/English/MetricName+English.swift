extension MetricName {
  var english: String {
    switch self {
    case .iou: return "intersection over union (IoU)"
    case .precision: return "precision"
    case .recall: return "recall"
    case .hausdorff95: return "Hausdorff distance (95 %, in pixels)"
    case .meanDice: return "mean of the images' Dice coefficients"
    }
  }
}

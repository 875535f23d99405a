extension MetricName {
  var korean: String {
    switch self {
    case .iou: return "IoU(교집합/합집합)"
    case .precision: return "정밀도"
    case .recall: return "재현율"
    case .hausdorff95: return "하우스도르프 거리(95 %, 픽셀)"
    case .meanDice: return "영상별 Dice 계수의 평균"
    }
  }
}

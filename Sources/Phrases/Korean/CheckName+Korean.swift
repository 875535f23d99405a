extension CheckName {
  var korean: String {
    switch self {
    case .holes: "남은 빈칸"
    case .compiles: "컴파일 오류"
    case .runs: "프로그램 실행"
    case .shapesFit: "층끼리 맞물림"
    case .shape: "출력 형태"
    case .parameters: "파라미터 수"
    case .budget: "한도"
    case .training: "학습 설정"
    case .preparation: "전처리"
    case .function: "함수"
    case .trains: "네트워크 학습"
    case .accuracy: "정확도"
    case .dice: "Dice (합쳐서)"
    case .lossFalls: "손실 감소"
    case .beatsBackground: "모두 배경일 때보다 나은가"
    case .ownLabelGain: "자기 영상을 아는 정도"
    case .iou: MetricName.iou.korean
    case .precision: MetricName.precision.korean
    case .recall: MetricName.recall.korean
    case .hausdorff95: MetricName.hausdorff95.korean
    case .meanDice: MetricName.meanDice.korean
    case .answer: "답"
    }
  }
}

extension SetFactPhrase {
  var korean: String {
    switch self {
    case .listed(let name, let images, let sizes, let patients, let foreground, let digest):
      return "\(name)  영상 \(images)장, \(sizes), 환자 \(patients)명, 전경 \(foreground.percent), "
        + "다이제스트 \(digest.prefix(12))"
    case .images(let count, let sizes): return "영상        \(count)장 (\(sizes.joined(separator: ", ")))"
    case .patients(let count): return "환자        \(count)명"
    case .classes(let shares):
      return "클래스      픽셀 비율 "
        + shares.enumerated().map { "\($0.offset): \($0.element.percent)" }.joined(separator: ", ")
    case .greyLabels(let mean, let deviation, let least, let most, let binary):
      return "레이블      회색 \(least)~\(most), 평균 \(mean.places(1)), 표준편차 \(deviation.places(1)). 이진으로 바꾸면 픽셀의 "
        + "\(binary.percent)가 1이에요"
    case .cardiacCard:
      return "설명        만들어 낸 심장 단축 단면이에요. 클래스 1은 좌심실 내강이에요. 이것을 여덟 장씩 600스텝 학습한 작은 U-Net은 실제 "
        + "Sunnybrook 단면 260장에서 합산 Dice 0.73을 얻었어요. 늘 같은 마스크를 내면 0.56~0.60이에요"
    case .kneeCard:
      return "설명        만들어 낸 좌우 무릎 엑스레이예요. 레이블은 대퇴골이고 경계가 부드러운 회색이라, 클래스가 둘인 네트워크에는 "
        + "먼저 `Threshold()`가 있어야 해요"
    case .emptyLabels(let count): return "빈 레이블   \(count)장"
    case .intensities(let mean, let deviation, let least, let most):
      return "밝기        평균 \(mean.places(4)), 표준편차 \(deviation.places(4)), 범위 \(least.places(4))~\(most.places(4))"
    case .baseline(let accuracy): return "기준선      모두 배경이라고 답할 때 정확도 \(accuracy.places(4))"
    case .split(let rule, let training, let validation, let shared):
      return "나누기      \(rule == "patient" ? "환자" : "영상") 단위: 학습 \(training)장, 검증 \(validation)장, "
        + (shared == 0 ? "양쪽에 모두 있는 환자 없음" : "양쪽에 모두 있는 환자 \(shared)명")
    case .digest(let digest): return "다이제스트  \(digest)"
    }
  }
}

extension CalibrationPhrase {
  var korean: String {
    switch self {
    case .seed(let seed, let seeds): return "시드 \(seed)/\(seeds)"
    case .bar(let cell, let line, let bar, let mean, let deviation, let margin):
      return "\(cell) \(line)번째 줄, \(bar): 평균 \(mean.places(4)), 표준편차 \(deviation.places(4)), "
        + "여유는 표준편차의 \(margin.places(1))배"
    case .notMeasured(let cell, let line):
      return "\(cell) \(line)번째 줄: 모든 시드에서 재지는 못했어요. 풀이가 통과하는지 seglab verify로 확인해 보세요."
    case .noPlace(let file, let line):
      return "\(file):\(line): 검사를 `-`로 시작하는 한 줄에 쓰면 그 아래에 잰 값을 적을 수 있어요."
    }
  }
}

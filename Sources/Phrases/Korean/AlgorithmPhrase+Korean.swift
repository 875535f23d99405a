extension AlgorithmPhrase {
  var korean: String {
    switch self {
    case .stridesDiffer(let way): return "\(way) 제외: 세로와 가로의 스트라이드가 달라요"
    case .strideTooLong(let way, let stride, let most): return "\(way) 제외: 스트라이드가 \(stride)이에요. \(most)까지만 돼요"
    case .taps(let way, let taps): return "\(way) 제외: 필터를 스트라이드로 나누면 \(taps)인데, 이 방법에는 맞지 않아요"
    case .tooFewChannels(let way, let channels, let least):
      return "\(way) 제외: 채널이 \(channels)개예요. \(least)개 이상이어야 해요"
    case .tooManyChannels(let way, let channels, let most):
      return "\(way) 제외: 채널이 \(channels)개예요. \(most)개까지만 돼요"
    case .savesTooLittle(let way, let saving): return "\(way) 제외: 곱셈이 \(saving.places(1))배만 줄어요"
    case .notWidening(let way): return "\(way) 제외: 특징 맵을 키울 때 쓰는 방법이에요"
    }
  }
}

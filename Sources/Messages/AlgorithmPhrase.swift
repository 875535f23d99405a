/// Why a way to work out a convolution was not taken; the first value is the way.
public enum AlgorithmPhrase: Phrase {
  /// The filter moves differently down and across.
  case stridesDiffer(String)
  /// The filter moves further than `most` at a time.
  case strideTooLong(String, Int, most: Int)
  /// Along an axis a step of the filter covers `taps` numbers, and the way is made for others.
  case taps(String, Int)
  /// There are too few channels.
  case tooFewChannels(String, Int, least: Int)
  /// There are too many channels.
  case tooManyChannels(String, Int, most: Int)
  /// It would save too few products.
  case savesTooLittle(String, saving: Double)
  /// It is made for maps that grow.
  case notWidening(String)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension AlgorithmPhrase {
  var english: String {
    switch self {
    case .stridesDiffer(let way): return "not \(way): its strides down and across differ"
    case .strideTooLong(let way, let stride, let most):
      return "not \(way): its stride is \(stride), and \(most) is the most"
    case .taps(let way, let taps): return "not \(way): its filter over its stride is \(taps), and others are wanted"
    case .tooFewChannels(let way, let channels, let least):
      return "not \(way): \(channels) \(channels == 1 ? "channel" : "channels"), and \(least) are the least"
    case .tooManyChannels(let way, let channels, let most):
      return "not \(way): \(channels) channels, and \(most) are the most"
    case .savesTooLittle(let way, let saving): return "not \(way): it would save only \(saving.places(1)) times"
    case .notWidening(let way): return "not \(way): it is for feature maps that grow"
    }
  }
}

// MARK: Korean

extension AlgorithmPhrase {
  var korean: String {
    switch self {
    case .stridesDiffer(let way): return "\(way) 제외: 세로와 가로의 스트라이드가 달라요"
    case .strideTooLong(let way, let stride, let most):
      return "\(way) 제외: 스트라이드가 \(stride)\(.copula, after: stride). \(most)까지만 돼요"
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

extension NetworkAdvicePhrase {
  /// Why, without what to write: for where the line that does it is written out already.
  ///
  /// - Parameter language: in which words.
  /// - Returns: nothing where the words say no more than the line; all of them where they are no such suggestion.
  func reason(in language: Language) -> String {
    switch self {
    case .writeAs, .writeChannels, .writeInput, .useIdentity, .putBetween: return ""
    case .cropOrUseSizes(let sizes, crop: true, uneven: nil) where sizes.isEmpty: return ""
    case .changeFirstDimension, .changeFilterChannels:
      let other =
        switch language {
        case .english: " (or change the layer above)"
        case .korean: ". 앞 층을 바꿔도 돼요"
        }
      return (grounds(in: language) ?? "") + other
    default: return grounds(in: language) ?? text(in: language)
    }
  }

  /// What a suggestion that ends with what to write begins with; nil for any other.
  func grounds(in language: Language) -> String? {
    switch language {
    case .english: return englishGrounds
    case .korean: return koreanGrounds
    }
  }
}

// MARK: English

extension NetworkAdvicePhrase {
  private var englishGrounds: String? {
    switch self {
    case .leaveBatchOut: "a shape is [height, width, channels]; how many images a batch has is no part of it"
    case .swapWeights: "the two dimensions are swapped: weights are `[in, out]`"
    case .changeFirstDimension: "the first dimension is what comes in"
    case .swapFilterChannels: "channels in and out are swapped: a filter is `[kh, kw, in, out]`"
    case .reorderFilter(let found, _): "this looks like `\(found)`; here a filter is `[kh, kw, in, out]`"
    case .changeFilterChannels: "the third dimension is the channels that come in"
    case .giveCount(let layer, let weights): "`\(layer)` has to give \((weights.last ?? 0).grouped) values"
    case .giveChannels(let layer, let channels, let filter):
      filter.isEmpty ? nil : "`\(layer)` has to give \(channels) channels"
    case .channelsLast: "the classes stand last"
    case .useReLU: "a Conv2D has an activation only where one is written"
    default: nil
    }
  }
}

// MARK: Korean

extension NetworkAdvicePhrase {
  private var koreanGrounds: String? {
    switch self {
    case .leaveBatchOut: "형태는 [높이, 너비, 채널]이고, 배치에 영상이 몇 장인지는 쓰지 않아요"
    case .swapWeights: "두 차원의 순서가 바뀌었어요. 가중치는 `[들어오는 값, 나가는 값]` 순서예요"
    case .changeFirstDimension: "첫 번째 차원은 들어오는 값의 개수예요"
    case .swapFilterChannels: "들어오는 채널과 나가는 채널의 순서가 바뀌었어요. 필터는 `[행, 열, 들어오는 채널, 나가는 채널]` 순서예요"
    case .reorderFilter(let found, _): "`\(found)` 순서로 쓴 것 같아요. 여기서 필터는 `[행, 열, 들어오는 채널, 나가는 채널]` 순서예요"
    case .changeFilterChannels: "세 번째 차원은 들어오는 채널 수예요"
    case .giveCount(let layer, let weights): "`\(layer)` 층이 값을 \((weights.last ?? 0).grouped)개 내야 해요"
    case .giveChannels(let layer, let channels, let filter):
      filter.isEmpty ? nil : "`\(layer)` 층이 채널을 \(channels)개 내야 해요"
    case .channelsLast: "클래스는 마지막에 와요"
    case .useReLU: "Conv2D에는 쓴 활성화 함수만 있어요"
    default: nil
    }
  }
}

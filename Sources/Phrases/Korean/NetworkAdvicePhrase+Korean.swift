extension NetworkAdvicePhrase {
  var korean: String {
    switch self {
    case .startWithInput: return "`Input(shape: [높이, 너비, 채널])`로 시작해 보세요"
    case .moveInput: return "`Input`은 첫 층에 하나만 남겨 보세요"
    case .nameApart: return "둘 중 하나의 이름을 바꿔 보세요"
    case .shortName: return "`conv1`처럼 짧은 이름을 지어 보세요"
    case .plainName: return "글자와 숫자, `_`로만 이름을 지어 보세요"
    case .didYouMean(let name): return "혹시 `\(name)`인가요?"
    case .readFromAbove(let layer): return "`\(layer)`보다 위에 있는 층의 이름을 써 보세요"
    case .readOrRemove(let layer): return "아래의 다른 층이 `\(layer)` 층을 읽게 하거나, 이 층을 빼 보세요"
    case .nameAll(let names):
      return "읽을 층의 이름을 모두 `of: \(names.map { "\"\($0)\"" }.joined(separator: ", "))`처럼 써 보세요"
    case .keepIsWhatPasses: return "`keep`은 통과하는 숫자의 비율이에요. 절반이면 0.5, 전부면 1이라고 써 보세요"
    case .writeAs(let argument, let form): return "`\(argument): \(form)`처럼 써 보세요"
    case .putFlattenBefore(let layer, let count):
      return "`\(layer)` 앞에 `Flatten()`을 넣어 보세요" + (count.map { ". 그러면 [\($0)]이 들어와요" } ?? "")
    case .swapWeights(let weights):
      return "두 크기의 순서가 바뀌었어요. 가중치는 `[in, out]`이니 `weights: \(weights.asShape)`라고 써 보세요"
    case .changeFirstExtent(let weights):
      return "첫 번째 크기는 들어오는 숫자의 개수예요. `weights: \(weights.asShape)`라고 쓰거나 위층을 바꿔 보세요"
    case .factorised(let count, let shape):
      return "\(count.grouped) = \(shape.asProduct)이니 \(shape.asShape)이면 맞아요"
    case .putReshapeBefore(let layer):
      return "`\(layer)` 앞에 `Reshape(shape: [높이, 너비, 채널])`을 넣거나, 특징 맵을 내는 층을 읽게 해 보세요"
    case .swapFilterChannels(let filter):
      return "들어오는 채널과 나가는 채널의 순서가 바뀌었어요. 필터는 `[kh, kw, in, out]`이니 `filter: \(filter.asShape)`라고 써 보세요"
    case .reorderFilter(let found, let filter):
      return "`\(found)` 순서로 쓴 것 같아요. 여기서 필터는 `[kh, kw, in, out]`이니 `filter: \(filter.asShape)`라고 써 보세요"
    case .changeFilterChannels(let filter):
      return "세 번째 크기는 들어오는 채널 수예요. `filter: \(filter.asShape)`라고 쓰거나 위층을 바꿔 보세요"
    case .writeChannels(let channels): return "`channels: \(channels)`라고 써 보세요"
    case .padOrShrinkWindow(let most):
      return "`padding: .same`이라고 쓰거나, 창을 \([most, most].asSize) 이하로 줄여 보세요"
    case .padEverywhere: return "모든 층에 `padding: .same`을 쓰면 다 맞아요"
    case .exchangeWindowAndStride(let layer, let window, let extents, let stride):
      let size = extents.count == 1 ? "\(extents[0])" : extents.asShape
      return "`\(layer)` 층에서 창과 스트라이드가 서로 바뀐 것 같아요. `\(window): \(size), stride: \(stride)`라고 쓰면 다 맞아요"
    case .shortenStride: return "스트라이드를 창보다 크지 않게 해 보세요. 둘이 서로 바뀌었을 수도 있어요"
    case .cropOrUseSizes(let sizes, let crop, let uneven):
      let reason = uneven.map { $0.korean + ". " } ?? ""
      let images = sizes.isEmpty ? nil : "크기가 \(sizes.sizes(or: "또는"))인 영상을 써 보세요"
      guard let images else { return reason + "`crop: true`라고 써 보세요" }
      return reason + (crop ? "`crop: true`라고 쓰거나, " : "") + images
    case .joinAnother(let layer, let other): return "`\(other)` 대신 `\(layer)` 층을 읽으면 다 맞아요"
    case .joinEqualSizes(let first, let second):
      return "크기가 같은 층끼리 합쳐야 해요. `\(first)` 층과 `\(second)` 층까지의 스트라이드를 따라가 보세요"
    case .matchChannels(let layer, let channels):
      return "`\(layer)` 층의 채널을 \(channels)개로 하거나, `Concat`으로 이어 붙여 보세요"
    case .useSizes(let sizes, let uneven):
      return (uneven.map { $0.korean + ". " } ?? "") + "크기가 \(sizes.sizes(or: "또는"))인 영상이면 맞아요"
    case .balanceStrides(let down, let up):
      let smaller = down == 1 ? "특징 맵을 줄이지 않는데" : "특징 맵을 \(down)분의 1로 줄이고"
      let larger = up == 1 ? "다시 키우지는 않아요" : "\(up)배로 키워요"
      return "스트라이드가 \(smaller) \(larger). 줄인 만큼 키워 보세요"
    case .useReLU: return "`activation: .identity`를 빼 보세요. Conv2D는 따로 쓰지 않아도 ReLU로 끝나요"
    case .strideIsAStep: return "스트라이드는 창이 한 번에 움직이는 픽셀 수예요. 1이면 크기가 그대로이고 2면 절반이 돼요"
    case .giveFunction(let layer, let channels):
      return "`\(layer)` 층은 함수가 만들어요. 함수를 부르는 곳에서 들어오는 채널을 \(channels)개로 하거나, 읽는 층을 바꿔 보세요"
    case .channelsLast(let layer, let shape):
      return "클래스는 마지막에 와요. `\(layer)` 층에 `shape: \(shape.asShape)`라고 써 보세요"
    case .twoChannelsOrBinary(let height, let width):
      return "출력이 [\(height), \(width), 2]인 층으로 끝내거나 `loss: .binaryCrossEntropy`로 학습해 보세요"
    case .writeInput(let shape): return "`Input(shape: \(shape.asShape))`라고 써 보세요"
    case .endWithClasses(let height, let width, let classes):
      return "출력이 [\(height), \(width), \(classes)]인 층으로 끝내 보세요"
    case .useIdentity: return "`activation: .identity`라고 써 보세요"
    case .takeOut(let layer): return "`\(layer)` 층을 빼 보세요"
    case .oneChannelOrCrossEntropy(let height, let width):
      return "출력이 [\(height), \(width), 1]인 층으로 끝내거나 `loss: .crossEntropy`로 학습해 보세요"
    case .makeSmaller(let layer, let parameters):
      return "`\(layer)` 층에만 \(parameters.grouped)개가 있어요. 이 층을 더 작게 만들어 보세요"
    case .makeSmallerOrFewer(let layer): return "`\(layer)` 층을 더 작게 만들거나 배치 크기를 줄여 보세요"
    case .fewerImages(let most): return "`batchSize: \(most)` 이하로 써 보세요"
    case .lessWork(let layer):
      return "`\(layer)` 층의 창이나 채널 수를 줄이거나, 이 층이 읽는 특징 맵을 스트라이드로 줄여 보세요"
    case .shrinkWindow(let most): return "창을 \(most.asSize) 이하로 줄여 보세요"
    case .lowerLearningRate(let rate):
      return "이 네트워크에는 보폭이 너무 커요. 학습률을 \(rate) 대신 \(Float(rate / 10))로 낮춰 보세요"
    case .lowerLearningRateSomewhat: return "보폭이 너무 컸어요. 학습률을 10분의 1로 낮춰 보세요"
    case .moreClassesOrCleanLabels(let classes):
      return "네트워크의 클래스를 \(classes)개로 늘리거나, 레이블이 생각한 대로인지 확인해 보세요"
    }
  }
}

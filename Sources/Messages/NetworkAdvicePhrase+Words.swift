extension NetworkAdvicePhrase {
  private func because(_ language: Language) -> String { grounds(in: language) ?? "" }
}

// MARK: English

extension NetworkAdvicePhrase {
  var english: String {
    switch self {
    case .startWithInput: return "begin with `Input(shape: [height, width, channels])`"
    case .moveInput: return "keep one `Input`, as the first layer"
    case .nameApart: return "give one of them another name"
    case .shortName: return "give it a short name, such as `conv1`"
    case .plainName: return "name it with letters, digits and `_`"
    case .didYouMean(let name): return "did you mean `\(name)`?"
    case .readFromAbove(let layer): return "name a layer that stands above `\(layer)`"
    case .readOrMake(let layer, let name): return "name a layer that stands above `\(layer)`, or make `\(name)` there"
    case .readOrRemove(let layer): return "let a layer below read `\(layer)`, or take it out"
    case .nameAll(let names):
      return "name all that it reads: `of: \(names.map { "\"\($0)\"" }.joined(separator: ", "))`"
    case .rateIsWhatIsDropped:
      return "`rate` is the share of values that are switched off: 0.5 for half of them, 0 for none"
    case .leaveBatchOut(let shape):
      return
        because(.english) + ": write `shape: \(shape.asShape)`"
    case .writeAs(let argument, let form): return "write `\(argument): \(form)`"
    case .putFlattenBefore(let layer, let count):
      return "put a `Flatten()` before `\(layer)`" + (count.map { ": then [\($0)] arrives" } ?? "")
    case .swapWeights(let weights):
      return because(.english) + ", so write `weights: \(weights.asShape)`"
    case .changeFirstDimension(let weights):
      return because(.english) + ": write `weights: \(weights.asShape)`, or change the layer above"
    case .factorised(let count, let shape): return "\(count.grouped) = \(shape.asProduct), so \(shape.asShape) fits"
    case .putReshapeBefore(let layer):
      return
        "put a `Reshape(shape: [height, width, channels])` before `\(layer)`, or read a layer that gives a feature map"
    case .swapFilterChannels(let filter):
      return because(.english) + ", so write `filter: \(filter.asShape)`"
    case .reorderFilter(_, let filter):
      return because(.english) + ", so write `filter: \(filter.asShape)`"
    case .changeFilterChannels(let filter):
      return because(.english) + ": write `filter: \(filter.asShape)`, or change the layer above"
    case .writeChannels(let channels): return "write `channels: \(channels)`"
    case .padOrShrinkWindow(let most):
      return "write `padding: .same`, or make the window at most \([most, most].asSize)"
    case .padEverywhere: return "with `padding: .same` in every layer everything fits"
    case .exchangeWindowAndStride(let layer, let window, let dimensions, let stride):
      let size = dimensions.count == 1 ? "\(dimensions[0])" : dimensions.asShape
      return "in `\(layer)` window and stride look exchanged: with `\(window): \(size), stride: \(stride)` "
        + "everything fits"
    case .changeStride(let layer, let found, let stride):
      return "`\(layer)` has a stride of \(found): with `stride: \(stride)` everything fits"
    case .padLayer(let layer):
      return "with `padding: .same` in `\(layer)` (or no `padding:` at all) everything fits"
    case .giveCount(_, let weights):
      return because(.english) + ": write `weights: \(weights.asShape)`"
    case .shortenStride: return "make the stride at most as long as the window; the two may be exchanged"
    case .cropOrUseSizes(let sizes, let crop, let uneven):
      let ways = [crop ? "write `crop: true`" : nil, sizes.isEmpty ? nil : "use images of " + sizes.sizes(or: "or")]
      return (uneven.map { $0.english + "; " } ?? "") + ways.compactMap { $0 }.joined(separator: ", or ")
    case .joinAnother(let layer, let other): return "read `\(layer)` in place of `\(other)`: then everything fits"
    case .joinEqualSizes(let first, let second):
      return "join layers of one size: follow the strides that lead to `\(first)` and to `\(second)`"
    case .matchChannels(let layer, let channels):
      return "give `\(layer)` \(channels) channels, or put the feature maps behind one another with `Concat`"
    case .useSizes(let sizes, let uneven):
      return (uneven.map { $0.english + "; " } ?? "") + "images of \(sizes.sizes(or: "or")) fit"
    case .balanceStrides(let down, let up):
      let smaller = down == 1 ? "never smaller" : "\(down) times smaller"
      let larger = up == 1 ? "never larger" : "\(up) times larger"
      return "the strides on the way make feature maps \(smaller) and \(larger): let the two be equal"
    case .exchangeLines(let layer, let other): return "put `\(layer)` below `\(other)`: exchange the two lines"
    case .useReLU: return "write `activation: .relu` there: " + because(.english)
    case .strideIsAStep:
      return
        "the stride is how many pixels the window moves at a time: 1 keeps the size, 2 halves it, or doubles it in a `ConvTranspose2D`"
    case .giveFunction(let layer, let channels):
      return "a function makes `\(layer)`: where it is called, let \(channels) channels come in, "
        + "or change what it reads"
    case .giveChannels(let layer, let channels, let filter):
      return "`\(layer)` has to give \(channels) channels: "
        + (filter.isEmpty
          ? "see to it where the function that makes it is called" : "write `filter: \(filter.asShape)`")
    case .channelsLast(let layer, let shape):
      return because(.english) + ": write `shape: \(shape.asShape)` in `\(layer)`"
    case .twoChannelsOrBinary(let height, let width):
      return "end with a layer that gives [\(height), \(width), 2], or train with `loss: .binaryCrossEntropy`"
    case .writeInput(let shape): return "write `Input(shape: \(shape.asShape))`"
    case .endWithClasses(let height, let width, let classes):
      return "end with a layer that gives [\(height), \(width), \(classes)]"
    case .useIdentity: return "write `activation: .identity`"
    case .takeOut(let layer): return "take `\(layer)` out"
    case .countYourself:
      return
        "no number stands for the rest here: write out how many there are, what comes in divided by the other dimensions"
    case .putBetween(let layer, let after, let before):
      if before.isEmpty && after.isEmpty { return "write `\(layer)` on a line of its own, as the lab describes it" }
      if before.isEmpty { return "write `\(layer)` on a line behind `\(after)`, as the lab describes it" }
      if after.isEmpty { return "write `\(layer)` on a line before `\(before)`, as the lab describes it" }
      return "write `\(layer)` on a line between `\(after)` and `\(before)`, as the lab describes it"
    case .oneChannelOrCrossEntropy(let height, let width):
      return "end with a layer that gives [\(height), \(width), 1], or train with `loss: .crossEntropy`"
    case .makeSmaller(let layer, let parameters):
      return "`\(layer)` alone has \(parameters.grouped) of them: make it smaller"
    case .makeSmallerOrFewer(let layer): return "make `\(layer)` smaller, or lower the batch size"
    case .fewerImages(let most): return "write `batchSize: \(most)` or less"
    case .lessWork(let layer):
      return
        "give `\(layer)` a smaller window or fewer channels, or make the feature map that it reads smaller by a stride"
    case .shrinkWindow(let most): return "use a window of at most \(most.asSize)"
    case .lowerLearningRate(let rate):
      return "the learning rate is too high for this network: try \(Float(rate / 10)) in place of \(rate)"
    case .lowerLearningRateSomewhat: return "the learning rate was too high: try a tenth of it"
    case .moreClassesOrCleanLabels(let classes):
      return "give the network \(classes) classes, or look whether the labels are what you think they are"
    }
  }
}

// MARK: Korean

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
    case .readOrMake(let layer, let name):
      return "`\(layer)`보다 위에 있는 층의 이름을 쓰거나, `\(name)` 층을 그 위에 만들어 보세요"
    case .readOrRemove(let layer): return "아래의 다른 층이 `\(layer)` 층을 읽게 하거나, 이 층을 빼 보세요"
    case .nameAll(let names):
      return "읽을 층의 이름을 모두 `of: \(names.map { "\"\($0)\"" }.joined(separator: ", "))`처럼 써 보세요"
    case .rateIsWhatIsDropped: return "`rate`는 꺼지는 값의 비율이에요. 절반이면 0.5, 하나도 끄지 않으려면 0이라고 써 보세요"
    case .leaveBatchOut(let shape):
      return
        because(.korean) + ". `shape: \(shape.asShape)`\(.quotation, after: shape.asShape) 써 보세요"
    case .writeAs(let argument, let form): return "`\(argument): \(form)`처럼 써 보세요"
    case .putFlattenBefore(let layer, let count):
      return "`\(layer)` 앞에 `Flatten()`을 넣어 보세요" + (count.map { ". 그러면 [\($0)]\(.subject, after: $0) 들어와요" } ?? "")
    case .swapWeights(let weights):
      return
        because(.korean) + ". `weights: \(weights.asShape)`\(.quotation, after: weights.asShape) 써 보세요"
    case .changeFirstDimension(let weights):
      return because(.korean) + ". `weights: \(weights.asShape)`\(.quotation, after: weights.asShape) 쓰거나 앞 층을 바꿔 보세요"
    case .factorised(let count, let shape):
      return "\(count.grouped) = \(shape.asProduct)이니 \(shape.asShape)이면 맞아요"
    case .putReshapeBefore(let layer):
      return "`\(layer)` 앞에 `Reshape(shape: [높이, 너비, 채널])`을 넣거나, 특징 맵을 내는 층을 읽게 해 보세요"
    case .swapFilterChannels(let filter):
      return
        because(.korean) + ". `filter: \(filter.asShape)`\(.quotation, after: filter.asShape) 써 보세요"
    case .reorderFilter(_, let filter):
      return
        because(.korean) + ". `filter: \(filter.asShape)`\(.quotation, after: filter.asShape) 써 보세요"
    case .changeFilterChannels(let filter):
      return because(.korean) + ". `filter: \(filter.asShape)`\(.quotation, after: filter.asShape) 쓰거나 앞 층을 바꿔 보세요"
    case .writeChannels(let channels): return "`channels: \(channels)`\(.quotation, after: channels) 써 보세요"
    case .padOrShrinkWindow(let most):
      return "`padding: .same`이라고 쓰거나, 창을 \([most, most].asSize) 이하로 줄여 보세요"
    case .padEverywhere: return "모든 층에 `padding: .same`을 쓰면 다 맞아요"
    case .exchangeWindowAndStride(let layer, let window, let dimensions, let stride):
      let size = dimensions.count == 1 ? "\(dimensions[0])" : dimensions.asShape
      return
        "`\(layer)` 층에서 창과 스트라이드가 서로 바뀐 것 같아요. `\(window): \(size), stride: \(stride)`\(.quotation, after: stride) 쓰면 다 맞아요"
    case .changeStride(let layer, let found, let stride):
      return "`\(layer)` 층의 스트라이드가 \(found)인데, `stride: \(stride)`\(.toward, after: stride) 쓰면 다 맞아요"
    case .padLayer(let layer): return "`\(layer)` 층에 `padding: .same`을 쓰면(`padding:`을 빼도 돼요) 다 맞아요"
    case .giveCount(_, let weights):
      return
        because(.korean) + ". `weights: \(weights.asShape)`\(.toward, after: weights.asShape) 써 보세요"
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
    case .exchangeLines(let layer, let other):
      return "`\(layer)`\(.object, after: layer) `\(other)` 아래에 두어 보세요. 두 줄을 서로 바꾸면 돼요"
    case .useReLU: return "거기에 `activation: .relu`를 써 보세요. " + because(.korean)
    case .strideIsAStep: return "스트라이드는 창이 한 번에 움직이는 픽셀 수예요. 1이면 크기가 그대로이고 2면 절반이 되며, `ConvTranspose2D`에서는 두 배가 돼요"
    case .giveFunction(let layer, let channels):
      return "`\(layer)` 층은 함수가 만들어요. 함수를 부르는 곳에서 들어오는 채널을 \(channels)개로 하거나, 읽는 층을 바꿔 보세요"
    case .giveChannels(let layer, let channels, let filter):
      return "`\(layer)` 층이 채널을 \(channels)개 내야 해요. "
        + (filter.isEmpty
          ? "그 층을 만드는 함수를 부르는 곳을 고쳐 보세요" : "`filter: \(filter.asShape)`\(.toward, after: filter.asShape) 써 보세요")
    case .channelsLast(let layer, let shape):
      return because(.korean) + ". `\(layer)` 층에 `shape: \(shape.asShape)`\(.quotation, after: shape.asShape) 써 보세요"
    case .twoChannelsOrBinary(let height, let width):
      return "출력이 [\(height), \(width), 2]인 층으로 끝내거나 `loss: .binaryCrossEntropy`로 학습해 보세요"
    case .writeInput(let shape): return "`Input(shape: \(shape.asShape))`\(.quotation, after: shape.asShape) 써 보세요"
    case .endWithClasses(let height, let width, let classes):
      return "출력이 [\(height), \(width), \(classes)]인 층으로 끝내 보세요"
    case .useIdentity: return "`activation: .identity`라고 써 보세요"
    case .takeOut(let layer): return "`\(layer)` 층을 빼 보세요"
    case .countYourself: return "여기서는 -1로 나머지를 대신할 수 없어요. 들어오는 값의 개수를 다른 차원으로 나눈 수를 직접 써 보세요"
    case .putBetween(let layer, let after, let before):
      // What is written with its values is a step.
      if before.isEmpty && after.isEmpty { return "실습에 나온 대로 `\(layer)` \(layer.hasSuffix(")") ? "단계를" : "층을") 써 보세요" }
      if before.isEmpty { return "`\(after)` 다음 줄에 실습에 나온 대로 `\(layer)` 층을 써 보세요" }
      if after.isEmpty { return "`\(before)` 앞줄에 실습에 나온 대로 `\(layer)` 층을 써 보세요" }
      return "`\(after)`, `\(before)` 사이에 실습에 나온 대로 `\(layer)` 층을 써 보세요"
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
      return "이 신경망에는 학습률이 너무 커요. \(rate) 대신 \(Float(rate / 10))\(.toward, after: Float(rate / 10)) 낮춰 보세요"
    case .lowerLearningRateSomewhat: return "보폭이 너무 컸어요. 학습률을 10분의 1로 낮춰 보세요"
    case .moreClassesOrCleanLabels(let classes):
      return "신경망의 클래스를 \(classes)개로 늘리거나, 레이블이 생각한 대로인지 확인해 보세요"
    }
  }
}

/// A size that a stride does not divide, so that what is made smaller does not come back as large as it was.
public struct UnevenStride: Codable, Sendable, Hashable {
  /// The layer that makes it smaller.
  public let layer: String
  /// The size before, in pixels along one axis.
  public let size: Int
  /// The stride.
  public let stride: Int
  /// The size after.
  public let result: Int

  /// - Parameters: the parts, as documented on each property.
  public init(layer: String, size: Int, stride: Int, result: Int) {
    self.layer = layer
    self.size = size
    self.stride = stride
    self.result = result
  }

  var english: String { "`\(layer)` makes \(size) pixels into \(result), and \(stride) · \(result) is not \(size)" }

  var korean: String {
    "`\(layer)` 층이 \(size)픽셀을 \(result)픽셀로 줄이는데, "
      + "\(stride) · \(Josa.topic.after("\(result)")) \(Josa.subject.after("\(size)")) 아니에요"
  }
}

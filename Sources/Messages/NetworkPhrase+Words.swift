// MARK: English

extension NetworkPhrase {
  var english: String {
    switch self {
    case .noLayers(let network): return "the network `\(network)` has no layers yet"
    case .tooManyLayers(let found, let limit):
      return "the network has \(found.grouped) layers, and \(limit.grouped) is the most"
    case .nameTwice(let name, let line): return "two layers are called `\(name)`: this one and the one on line \(line)"
    case .nameTooLong(let name, let isNetwork, let limit):
      return "the \(isNetwork ? "network" : "layer") called `\(name)` has a name of more than \(limit) signs"
    case .nameHasSign(let name, let isNetwork, let sign):
      return "the name of the \(isNetwork ? "network" : "layer") `\(name)` holds the sign U+\(sign.hexadecimal), "
        + "which cannot be shown"
    case .inputNotFirst(let layer):
      return "a network begins with an `Input`, and the first layer here is `\(layer)`"
    case .secondInput(let layer): return "a network has one `Input`, at the top, and `\(layer)` is another"
    case .unknownInput(let layer, let name): return "`\(layer)` reads `\(name)`, and no layer above it has that name"
    case .readsBelow(let layer, let name, let line):
      return layer == name
        ? "`\(layer)` reads itself" : "`\(layer)` reads `\(name)`, which only comes later, on line \(line)"
    case .wrongNumberOfInputs(let layer, let least, let most, let found):
      let wanted = least == most ? least.layers : found < least ? "at least \(least.layers)" : "at most \(most.layers)"
      return "`\(layer)` reads \(wanted), and \(found.layers) \(found == 1 ? "is" : "are") named"
    case .unread(let layer): return "nothing reads `\(layer)`, so it changes nothing and learns nothing"
    case .holeInLayer(let layer, let argument): return "`\(argument)` of `\(layer)` is still a hole"
    case .wrongNumberOfDimensions(let layer, let argument, let expected, let found):
      return "`\(argument)` of `\(layer)` takes \(expected) dimensions, and \(found.asShape) has \(found.count)"
    case .tooManyAxes(let layer, let found, let limit):
      return "the shape of `\(layer)` has \(found) axes, and \(limit) is the most"
    case .dimensionNotPositive(let layer, let argument, let axis, let found):
      return "in `\(argument)` of `\(layer)` the dimension `\(axis)` must be at least 1, and it is \(found)"
    case .dimensionTooLarge(let layer, let argument, let axis, let found, let limit):
      return
        "in `\(argument)` of `\(layer)` the dimension `\(axis)` is \(found.grouped), and \(limit.grouped) is the most"
    case .numberNotPositive(let layer, let argument, let found):
      return "`\(argument)` of `\(layer)` must be at least 1, and it is \(found)"
    case .numberTooLarge(let layer, let argument, let found, let limit):
      return "`\(argument)` of `\(layer)` is \(found.grouped), and \(limit.grouped) is the most"
    case .numberOutside(let layer, let argument, let found, let least, let takesLeast, let most, let takesMost):
      return "`\(argument)` of `\(layer)` must be \(takesLeast ? "at least" : "above") \(least.plain) and "
        + "\(takesMost ? "at most" : "below") \(most.plain), and it is \(found.plain)"
    case .denseNeedsARow(let layer, let arriving, let from):
      return "`\(layer)` is a Dense layer and reads a row of values `[in]`, and `\(from)` gives \(arriving.asShape)"
    case .denseInputs(let layer, let weights, let arriving, let from):
      return
        "`\(layer)` has weights \(weights.asShape), made for \(weights.size(0)) values, and `\(from)` gives [\(arriving)]"
    case .reshapeCount(let layer, let shape, let holds, let arriving, let from, let count):
      let room = holds.map { "holds \($0.grouped) values" } ?? "holds more values than can be counted"
      return "`\(layer)` asks for \(shape.asShape), which \(room), and `\(from)` gives \(arriving.asShape), "
        + "\(count.grouped) of them"
    case .needsAMap(let layer, let arriving, let from):
      return "`\(layer)` reads a feature map `[height, width, channels]`, and `\(from)` gives \(arriving.asShape)"
    case .filterChannels(let layer, let filter, let arriving, let from):
      return "`\(layer)` has a filter \(filter.asShape), made for \(filter.size(2).channels), "
        + "and `\(from)` gives \(arriving.asShape)"
    case .normalisedChannels(let layer, let channels, let arriving, let from):
      return "`\(layer)` is made for \(channels.channels), and `\(from)` gives \(arriving.asShape)"
    case .windowTooLarge(let layer, let window, let arriving, let from):
      return "`\(layer)` slides a window of \(window.asSize) over the feature maps of `\(from)`, "
        + "which are only \(arriving.asSize)"
    case .windowBeyondMap(let layer, let window, let arriving, let from):
      return
        "`\(layer)` has a window of \(window.asSize), and the feature maps of `\(from)` are only \(arriving.asSize): "
        + "most of it would never see anything but padding"
    case .linearPair(let first, let second):
      return "`\(first)` ends without an activation, and `\(second)` reads it: "
        + "two linear layers can do no more than one"
    case .skipsPixels(let layer, let window, let stride):
      return "`\(layer)` moves a window of \(window) pixels by \(stride) at a time and never sees the pixels between"
    case .sizesDiffer(let layer, let first, let firstShape, let second, let secondShape):
      return "`\(layer)` joins feature maps of different sizes: `\(first)` gives \(firstShape.asShape), "
        + "and `\(second)` gives \(secondShape.asShape)"
    case .addedChannels(let layer, let first, let firstShape, let second, let secondShape):
      return "`\(layer)` adds feature maps value by value, and they differ in channels: `\(first)` gives "
        + "\(firstShape.asShape), and `\(second)` gives \(secondShape.asShape)"
    case .tooManyNumbers(let layer, let shape):
      return "`\(layer)` would give \(shape.asShape), more values than can be counted"
    case .imagesDiffer(let written, let images):
      return "the `Input` takes images of \(written.asShape), and the data set's are \(images.asShape)"
    case .preparedImagesDiffer(let written, let images):
      return
        "the `Input` takes images of \(written.asShape), and your preprocessing makes them \(images.asShape), height first"
    case .otherImages(let written, let images):
      return "the `Input` takes images of \(written.asShape), and the lab's images are \(images.asShape), height first"
    case .linesExchanged(let first, let second):
      return "the lines of `\(first)` and `\(second)` have changed places: `\(first)` comes first"
    case .outputIsNoMap(let layer, let found, let expected):
      return "the network must give a score for each class at each pixel, \(expected), "
        + "and its last layer `\(layer)` gives \(found.asShape)"
    case .outputIsNoSingleMap(let layer, let found, let expected):
      return "for binary cross-entropy the network must give one score at each pixel, \(expected.asShape), "
        + "and its last layer `\(layer)` gives \(found.asShape)"
    case .softmaxBeforeLoss(let layer):
      return "`\(layer)` ends in a softmax, and the loss applies one itself: twice, it flattens the gradient"
    case .sigmoidBeforeLoss(let layer):
      return "`\(layer)` ends in a sigmoid, and the loss applies one itself: twice, it flattens the gradient"
    case .sigmoidBeforeSoftmax(let layer):
      return "`\(layer)` ends in a sigmoid: no class gets a score outside 0…1, so the network can never be sure"
    case .reluBeforeLoss(let layer):
      return "`\(layer)` ends in a ReLU: no class gets a score below 0, and where all are 0 nothing is learned"
    case .tooManyParameters(let found, let bytes, let limit):
      return
        "the network has \(found.grouped) parameters (\(bytes.asBytes)), and \(limit.grouped) is the most here"
    case .tooMuchMemory(let found, let limit, let batchSize):
      return "training with a batch size of \(batchSize.grouped) takes \(found.asBytes) of memory, "
        + "and \(limit.asBytes) is the most here"
    case .tooMuchWork(let layer, let found, let limit, let batchSize):
      let images = batchSize == 1 ? "1 image" : "\(batchSize.grouped) images"
      return "a training step for \(images) takes \(found.asCount) multiply-adds, most of them in `\(layer)`, "
        + "and \(limit.asCount) are the most here"
    case .layerCommented(let layer):
      return "the line of `\(layer)` is a comment (`//`), and so the layer is not there"
    case .callMissing(let call): return "the line `\(call)` is missing here, and without it the layers below do not fit"
    case .sizeUneven(let size, let factor):
      return
        "images of \(size.asSize) pixels do not come back as large: the layers make them smaller by \(factor), so height and width have to be multiples of \(factor)"
    case .stridesCancel(let first, let second, let stride):
      return
        "one stride of `\(first)` and `\(second)` is as much too large as the other is too small: with \(stride) in both everything fits"
    case .joinsCrossed(let first, let second):
      return "`\(first)` and `\(second)` each read the layer that belongs to the other"
    case .notTransposed(let layer):
      return
        "`\(layer)` is to make its map larger, and with its stride `Conv2D` makes it smaller: it is the transposed convolution, `ConvTranspose2D`, that enlarges"
    case .lossNotFinite(let step, let layer):
      return "at step \(step.grouped) the loss stopped being a number; it began in the output of `\(layer)`"
    case .validationNotFinite(let layer):
      return "on the validation images the loss is not a number; it begins in the output of `\(layer)`"
    case .trainingCancelled(let step): return "the training was ended after \(step.grouped) steps"
    case .noImages: return "there are no images"
    case .unknownClass(let image, let label, let classes):
      return
        "the label of `\(image)` has a pixel of class \(label), and the network knows the classes 0 to \(classes &- 1)"
    }
  }
}

extension Int {
  fileprivate var layers: String { self == 1 ? "1 layer" : "\(self) layers" }
  fileprivate var channels: String { self == 1 ? "1 channel" : "\(self) channels" }
}

extension [Int] {
  /// The size in a place; 0 where there is none, as in a message that came with somebody else's report.
  fileprivate func size(_ place: Int) -> Int { indices.contains(place) ? self[place] : 0 }
}

// MARK: Korean

extension NetworkPhrase {
  var korean: String {
    switch self {
    case .noLayers(let network): return "신경망 `\(network)`에 아직 층이 없어요"
    case .tooManyLayers(let found, let limit): return "층이 \(found.grouped)개예요. 최대 \(limit.grouped)개까지 쓸 수 있어요"
    case .nameTwice(let name, let line): return "이름이 `\(name)`인 층이 두 개예요. 여기와 \(line)번째 줄에 있어요"
    case .nameTooLong(let name, let isNetwork, let limit):
      return "\(isNetwork ? "신경망" : "층") `\(name)`의 이름이 너무 길어요. 이름은 최대 \(limit)자까지 쓸 수 있어요"
    case .nameHasSign(let name, let isNetwork, let sign):
      return
        "\(isNetwork ? "신경망" : "층") 이름 `\(name)`에 화면에 보여 줄 수 없는 문자(U+\(sign.hexadecimal))\(.subject, after: sign.hexadecimal) 들어 있어요"
    case .inputNotFirst(let layer): return "신경망은 `Input`으로 시작해야 하는데, 첫 층이 `\(layer)`\(.copula, after: layer)"
    case .secondInput(let layer): return "`Input`은 맨 위에 하나만 있어야 하는데, \(Josa.subject.after("`\(layer)`")) 또 있어요"
    case .unknownInput(let layer, let name):
      return "\(Josa.subject.after("`\(layer)`")) `\(name)` 층을 읽으려고 하는데, 그 위에 그런 이름의 층이 없어요"
    case .readsBelow(let layer, let name, let line):
      return layer == name
        ? "\(Josa.subject.after("`\(layer)`")) 자기 자신을 읽고 있어요"
        : "\(Josa.subject.after("`\(layer)`")) `\(name)` 층을 읽으려고 하는데, 그 층은 더 아래 \(line)번째 줄에 있어요"
    case .wrongNumberOfInputs(let layer, let least, let most, let found):
      let wanted = least == most ? "\(least)개" : found < least ? "\(least)개 이상" : "\(most)개까지"
      return "\(Josa.topic.after("`\(layer)`")) 층을 \(wanted) 읽는데, 이름이 \(found)개 적혀 있어요"
    case .unread(let layer):
      return "`\(layer)` 층의 출력을 읽는 층이 없어요. 그래서 아무것도 바꾸지 않고 학습하지도 않아요"
    case .holeInLayer(let layer, let argument): return "`\(layer)` 층의 `\(argument)` 값이 아직 빈칸이에요"
    case .wrongNumberOfDimensions(let layer, let argument, let expected, let found):
      return "`\(layer)` 층의 `\(argument)`에는 차원이 \(expected)개 필요한데, \(found.asShape)에는 \(found.count)개가 있어요"
    case .tooManyAxes(let layer, let found, let limit):
      return "`\(layer)` 층의 shape에 축이 \(found)개예요. 최대 \(limit)개까지 쓸 수 있어요"
    case .dimensionNotPositive(let layer, let argument, let axis, let found):
      return "`\(layer)` 층의 `\(argument)`에서 `\(axis)` 차원은 1 이상이어야 하는데 \(found)\(.copula, after: found)"
    case .dimensionTooLarge(let layer, let argument, let axis, let found, let limit):
      return
        "`\(layer)` 층의 `\(argument)`에서 `\(axis)` 차원이 \(found.grouped)\(.copula, after: found.grouped). 최대 \(limit.grouped)까지 쓸 수 있어요"
    case .numberNotPositive(let layer, let argument, let found):
      return "`\(layer)` 층의 `\(argument)` 값은 1 이상이어야 하는데 \(found)\(.copula, after: found)"
    case .numberTooLarge(let layer, let argument, let found, let limit):
      return
        "`\(layer)` 층의 `\(argument)` 값이 \(found.grouped)\(.copula, after: found.grouped). 최대 \(limit.grouped)까지 쓸 수 있어요"
    case .numberOutside(let layer, let argument, let found, let least, let takesLeast, let most, let takesMost):
      return "`\(layer)` 층의 `\(argument)` 값은 \(least.plain) \(takesLeast ? "이상" : "초과") "
        + "\(most.plain) \(takesMost ? "이하여야" : "미만이어야") 하는데 \(found.plain)\(.copula, after: found.plain)"
    case .denseNeedsARow(let layer, let arriving, let from):
      return
        "`\(layer)` 층은 Dense라서 한 줄로 늘어선 값 `[in]`을 읽는데, `\(from)` 층의 출력은 \(arriving.asShape)\(.copula, after: arriving.asShape)"
    case .denseInputs(let layer, let weights, let arriving, let from):
      return "`\(layer)` 층의 가중치 \(weights.asShape)에는 입력이 \(weights.size(0))개 들어와야 하는데, "
        + "`\(from)` 층의 출력은 [\(arriving)]\(.copula, after: "\(arriving)")"
    case .reshapeCount(let layer, let shape, let holds, let arriving, let from, let count):
      let room = holds.map { "값이 \($0.grouped)개 들어가는데" } ?? "셀 수 없이 많은 값이 들어가는데"
      return "`\(layer)` 층의 형태 \(shape.asShape)에는 \(room), "
        + "`\(from)` 층의 출력 \(arriving.asShape)에는 \(count.grouped)개가 있어요"
    case .needsAMap(let layer, let arriving, let from):
      return
        "`\(layer)` 층은 특징 맵 `[높이, 너비, 채널]`을 읽는데, `\(from)` 층의 출력은 \(arriving.asShape)\(.copula, after: arriving.asShape)"
    case .filterChannels(let layer, let filter, let arriving, let from):
      return "`\(layer)` 층의 필터 \(filter.asShape)에는 채널이 \(filter.size(2))개 들어와야 하는데, "
        + "`\(from)` 층의 출력은 \(arriving.asShape)\(.copula, after: arriving.asShape)"
    case .normalisedChannels(let layer, let channels, let arriving, let from):
      return
        "`\(layer)` 층에는 채널이 \(channels)개 들어와야 하는데, `\(from)` 층의 출력은 \(arriving.asShape)\(.copula, after: arriving.asShape)"
    case .windowTooLarge(let layer, let window, let arriving, let from):
      return "`\(layer)` 층의 창은 \(window.asSize)인데, `\(from)` 층이 내는 특징 맵은 \(arriving.asSize)밖에 안 돼요"
    case .windowBeyondMap(let layer, let window, let arriving, let from):
      return "`\(layer)` 층의 창은 \(window.asSize)인데, `\(from)` 층의 특징 맵은 \(arriving.asSize)밖에 안 돼요. "
        + "창의 대부분이 패딩만 보게 돼요"
    case .linearPair(let first, let second):
      return "`\(first)` 층이 활성화 함수 없이 끝나고 `\(second)` 층이 그 출력을 읽어요. 선형인 층 둘은 하나보다 더 많은 일을 하지 못해요"
    case .skipsPixels(let layer, let window, let stride):
      return "`\(layer)` 층은 픽셀 \(window)개짜리 창을 한 번에 \(stride)칸씩 옮겨서, 그 사이의 픽셀은 보지 못해요"
    case .sizesDiffer(let layer, let first, let firstShape, let second, let secondShape):
      return
        "`\(layer)` 층이 합치려는 특징 맵의 크기가 서로 달라요. `\(first)` 층의 출력은 \(firstShape.asShape)\(.copulaAnd, after: firstShape.asShape) "
        + "`\(second)` 층의 출력은 \(secondShape.asShape)\(.copula, after: secondShape.asShape)"
    case .addedChannels(let layer, let first, let firstShape, let second, let secondShape):
      return "`\(layer)` 층은 같은 자리의 값끼리 더하는데 채널 수가 서로 달라요. `\(first)` 층의 출력은 "
        + "\(firstShape.asShape)\(.copulaAnd, after: firstShape.asShape) `\(second)` 층의 출력은 \(secondShape.asShape)\(.copula, after: secondShape.asShape)"
    case .tooManyNumbers(let layer, let shape):
      return "`\(layer)` 층의 출력 \(shape.asShape)에는 셀 수 없이 많은 값이 들어가요"
    case .imagesDiffer(let written, let images):
      return "`Input`은 \(written.asShape) 크기의 영상을 받는데, 데이터의 영상은 \(images.asShape)\(.copula, after: images.asShape)"
    case .preparedImagesDiffer(let written, let images):
      return
        "`Input`은 \(written.asShape) 크기의 영상을 받는데, 전처리를 거친 영상은 높이부터 써서 \(images.asShape)\(.copula, after: images.asShape)"
    case .otherImages(let written, let images):
      return
        "`Input`은 \(written.asShape) 크기의 영상을 받는데, 실습의 영상은 높이부터 써서 \(images.asShape)\(.copula, after: images.asShape)"
    case .linesExchanged(let first, let second):
      return "`\(first)`\(.with, after: first) `\(second)`의 줄이 서로 바뀌었어요. `\(first)`\(.subject, after: first) 먼저예요"
    case .outputIsNoMap(let layer, let found, let expected):
      return "신경망의 출력은 픽셀마다 클래스별 점수 \(expected)\(.must, after: expected) 하는데, "
        + "마지막 층 `\(layer)`의 출력은 \(found.asShape)\(.copula, after: found.asShape)"
    case .outputIsNoSingleMap(let layer, let found, let expected):
      return "이진 교차 엔트로피를 쓰려면 신경망의 출력이 픽셀마다 점수 하나 \(expected.asShape)\(.must, after: expected.asShape) 하는데, "
        + "마지막 층 `\(layer)`의 출력은 \(found.asShape)\(.copula, after: found.asShape)"
    case .softmaxBeforeLoss(let layer):
      return "`\(layer)` 층이 소프트맥스로 끝나는데, 손실 함수가 소프트맥스를 이미 적용해요. 두 번 적용하면 기울기가 작아져요"
    case .sigmoidBeforeLoss(let layer):
      return "`\(layer)` 층이 시그모이드로 끝나는데, 손실 함수가 시그모이드를 이미 적용해요. 두 번 적용하면 기울기가 작아져요"
    case .sigmoidBeforeSoftmax(let layer):
      return "`\(layer)` 층이 시그모이드로 끝나요. 클래스별 점수가 0…1을 벗어나지 못해서 신경망이 확신할 수 없어요"
    case .reluBeforeLoss(let layer):
      return "`\(layer)` 층이 ReLU로 끝나요. 클래스별 점수가 0보다 작아지지 못하고, 모두 0인 곳에서는 학습이 되지 않아요"
    case .tooManyParameters(let found, let bytes, let limit):
      return
        "파라미터가 \(found.grouped)개(\(bytes.asBytes))\(.copula, after: bytes.asBytes). 여기서는 최대 \(limit.grouped)개까지 쓸 수 있어요"
    case .tooMuchMemory(let found, let limit, let batchSize):
      return "한 번에 영상 \(batchSize.grouped)장씩 학습하면 메모리가 \(found.asBytes) 필요해요. "
        + "여기서는 최대 \(limit.asBytes)까지 쓸 수 있어요"
    case .tooMuchWork(let layer, let found, let limit, let batchSize):
      return
        "배치 크기 \(batchSize.grouped)\(.toward, after: batchSize.grouped) 한 스텝을 학습하려면 곱셈과 덧셈이 \(found.asCount)번 필요한데, "
        + "대부분 `\(layer)` 층에서 일어나요. 여기서는 최대 \(limit.asCount)번까지 할 수 있어요"
    case .layerCommented(let layer):
      return "`\(layer)` 층의 줄이 주석(`//`)이라서 그 층이 없어요"
    case .callMissing(let call): return "여기에 `\(call)` 줄이 빠졌어요. 그래서 아래의 층이 맞지 않아요"
    case .sizeUneven(let size, let factor):
      return "\(size.asSize) 픽셀인 영상은 줄였다가 다시 키우면 크기가 달라져요. 층을 지나며 \(factor)분의 1로 줄어드니 높이와 너비가 \(factor)의 배수여야 해요"
    case .stridesCancel(let first, let second, let stride):
      return
        "\(Josa.with.after("`\(first)`")) `\(second)` 층의 스트라이드가 하나는 크고 하나는 그만큼 작아요. 둘 다 \(stride)\(.toward, after: stride) 쓰면 다 맞아요"
    case .joinsCrossed(let first, let second):
      return "\(Josa.with.after("`\(first)`")) `\(second)` 층이 서로 상대가 읽어야 할 층을 읽고 있어요"
    case .notTransposed(let layer):
      return
        "\(Josa.topic.after("`\(layer)`")) 특성 맵을 키워야 하는데, `Conv2D`는 스트라이드만큼 줄여요. 키우는 것은 전치 합성곱(`ConvTranspose2D`)이에요"
    case .lossNotFinite(let step, let layer):
      return "\(step.grouped)번째 스텝에서 손실이 수가 아니게 되었어요. `\(layer)` 층의 출력에서 시작됐어요"
    case .validationNotFinite(let layer):
      return "검증 영상에서 손실이 수가 아니에요. `\(layer)` 층의 출력에서 시작돼요"
    case .trainingCancelled(let step): return "\(step.grouped)스텝까지 하고 학습을 멈췄어요"
    case .noImages: return "영상이 하나도 없어요"
    case .unknownClass(let image, let label, let classes):
      return "`\(image)`의 레이블에 클래스 \(label)인 픽셀이 있는데, 신경망이 아는 클래스는 0부터 \(classes &- 1)까지예요"
    }
  }
}

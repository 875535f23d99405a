/// What is likely behind a training that came to nothing: the cause, and the evidence for it.
public enum DiagnosisPhrase: Phrase {
  /// The learning rate has become next to nothing before the end.
  case decayed(rate: Double, every: Int, step: Int, left: Double)
  /// There are few steps, because a step looks at many images.
  case fewSteps(steps: Int, batchSize: Int, images: Int)
  /// There are few steps.
  case shortTraining(steps: Int, epochs: Int)
  /// Hardly a value passes a dropout; the share that does.
  case dropout(layer: String, kept: Double)
  /// Nothing but convolutions and sums: no activation at all.
  case noActivation(layers: Int)
  /// A label becomes class 1 from nearly black on.
  case lowThreshold(level: Double)
  /// A random step changes more than a label bears.
  case strongAugmentation(step: String)
  /// The images are not normalized.
  case notNormalized
  /// The margin was counted among the pixels.
  case normalizedAfterPadding
  /// The loss has grown without measure.
  case diverged(first: Double, last: Double, rate: Double)
  /// The loss hardly changed, and the rate is small.
  case rateTooLow(rate: Double, first: Double, last: Double)
  /// The loss goes up and down, and the rate is large.
  case rateTooHigh(rate: Double, first: Double, last: Double)
  /// Everything became background.
  case allBackground(share: Double)
  /// Everything became foreground.
  case allForeground(share: Double)
  /// The loss on what was learned is small, and new images are not understood.
  case overfit(loss: Double, validation: Double)
  /// The skip connection reads a layer from the middle of a block.
  case earlySkip(layer: String, joins: String, last: String)

  // MARK: What to try

  /// Leave the decay out, or let it come later.
  case decayLater(every: Int)
  /// A smaller batch.
  case smallerBatch(Int)
  /// More epochs.
  case moreEpochs
  /// So many epochs.
  case epochs(Int)
  /// Drop less.
  case dropLess
  /// Write an activation.
  case activate
  /// Half of white.
  case halfOfWhite
  /// Turn and shift less.
  case changeLess
  /// Normalize first.
  case normalizeFirst
  /// A smaller rate.
  case lowerRate(Double)
  /// A larger rate.
  case higherRate(Double)
  /// Look at the loss.
  case weighClasses
  /// More images, or fewer weights.
  case regularize
  /// Join the last layer of the block.
  case joinLast(String)

  /// A learning rate as people write it.
  public static func written(_ rate: Double) -> String { rate.rate }

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}

extension Double {
  /// A share in per cent: `0.4 %`, `12 %`.
  fileprivate var shareWords: String { self < 0.1 ? "\((self * 100).places(1)) %" : "\(Int((self * 100).rounded())) %" }
  /// A rate as people write it, with two digits that count.
  fileprivate var rate: String {
    guard self > 0, isFinite else { return plain }
    if self >= 0.001 { return places(4).replacing(/\.?0+$/, with: "") }
    var (number, power) = (self, 0)
    while number < 1, power > -320 { (number, power) = (number * 10, power - 1) }
    return "\(number.places(1).replacing(/\.0$/, with: ""))e\(power)"
  }
}

// MARK: English

extension DiagnosisPhrase {
  var english: String {
    switch self {
    case .decayed(let rate, let every, let step, let left):
      return
        "the learning rate has decayed to nothing: multiplied by \(rate.plain) every \(every == 1 ? "step" : "\(every) steps"), "
        + "it is \(left.rate) of what it was at step \(step)"
    case .fewSteps(let steps, let batchSize, let images):
      return
        "there \(steps == 1 ? "is 1 step" : "are only \(steps) steps"): with a batch size of \(batchSize), \(images) images are gone through in a few"
    case .shortTraining(let steps, let epochs):
      return "the training is short: \(steps) steps in \(epochs) epoch\(epochs == 1 ? "" : "s")"
    case .dropout(let layer, let kept):
      return "dropout `\(layer)` switches off \((1 - kept).shareWords) of the values while it trains"
    case .noActivation(let layers):
      return
        "the network is linear: none of its \(layers) layers with weights has an activation, so together they can do no more than one"
    case .lowThreshold(let level):
      return
        "labels become class 1 from \(level.plain) of white on: their soft edges count too, and what is to be found grows"
    case .strongAugmentation(let step):
      return "`\(step)` changes images and labels so much that little of them is left where it was"
    case .notNormalized:
      return "the images are not normalized: there is no `Normalize` among the steps, and grey values are all above 0"
    case .normalizedAfterPadding:
      return "`Normalize` stands behind the padding, so the black margin counts in mean and deviation"
    case .diverged(let first, let last, let rate):
      return
        "the training diverged: the loss went from \(first.places(2)) to \(last.places(2)) with a learning rate of \(rate.rate)"
    case .rateTooLow(let rate, let first, let last):
      return
        "the loss hardly moved, from \(first.places(4)) to \(last.places(4)): the learning rate, \(rate.rate), is likely too low"
    case .rateTooHigh(let rate, let first, let last):
      return
        "the loss does not come down, \(first.places(4)) at first and \(last.places(4)) in the end: the learning rate, \(rate.rate), is likely too high"
    case .allBackground(let share):
      return "every pixel became background, and \(share.shareWords) of the pixels are to be found"
    case .allForeground(let share):
      return "nearly every pixel became foreground, and only \(share.shareWords) of them are"
    case .overfit(let loss, let validation):
      return
        "the network knows its training images by heart (loss \(loss.places(3))) and not the new ones (\(validation.places(3))): it overfits"
    case .earlySkip(let layer, let joins, let last):
      return
        "`\(layer)` joins `\(joins)`, and `\(last)` comes after it at the same size: a skip connection usually takes what stands right before the pooling"
    case .decayLater(let every): return "leave `decayRate:` and `decaySteps:` out, or write `decaySteps: \(every)`"
    case .smallerBatch(let size): return "write `batchSize: \(size)`, or more epochs"
    case .moreEpochs: return "write more `epochs:`"
    case .epochs(let count): return "write `epochs: \(count)`"
    case .dropLess: return "write a `rate:` of 0.5 or less, or leave the dropout out"
    case .activate: return "give every convolution but the last an activation: `.relu`"
    case .halfOfWhite: return "write 0.5, half of white"
    case .changeLess: return "turn by a few degrees, shift by a few hundredths, or leave the step out"
    case .normalizeFirst: return "write `Normalize(.perImage)` as the first step"
    case .lowerRate(let rate): return "try `learningRate: \(rate.rate)`"
    case .higherRate(let rate): return "try `learningRate: \(rate.rate)`"
    case .weighClasses:
      return
        "train longer or with another learning rate; where one class is rare, a loss with `.dice()` in it looks at that class"
    case .regularize: return "train with augmentation or fewer epochs, or make the network smaller"
    case .joinLast(let name): return "write `\"\(name)\"`"
    }
  }
}

// MARK: Korean

extension DiagnosisPhrase {
  var korean: String {
    switch self {
    case .decayed(let rate, let every, let step, let left):
      return "학습률이 거의 0으로 줄었어요(decay): \(every)스텝마다 \(rate.plain)배가 되어, \(step)스텝에는 처음의 \(left.rate)배예요"
    case .fewSteps(let steps, let batchSize, let images):
      return "스텝이 \(steps)번뿐이에요. 배치 크기가 \(batchSize)라서 영상 \(images)장이 금방 끝나요"
    case .shortTraining(let steps, let epochs): return "학습이 짧아요: \(epochs)에포크, \(steps)스텝"
    case .dropout(let layer, let kept):
      return "드롭아웃 `\(layer)` 층이 학습할 때 값의 \((1 - kept).shareWords)\(.object, after: (1 - kept).shareWords) 꺼요"
    case .noActivation(let layers): return "신경망이 선형이에요. 가중치가 있는 층 \(layers)개에 활성화 함수가 하나도 없어서, 모두 합쳐도 한 층과 같아요"
    case .lowThreshold(let level): return "레이블이 흰색의 \(level.plain)배부터 클래스 1이 돼요. 흐린 가장자리까지 들어가서 찾을 곳이 커져요"
    case .strongAugmentation(let step): return "`\(step)` 단계가 영상과 레이블을 너무 많이 바꿔요"
    case .notNormalized: return "영상을 정규화하지 않았어요. 단계 가운데 `Normalize`가 없어서 밝기 값이 모두 0보다 커요"
    case .normalizedAfterPadding: return "`Normalize`가 여백을 채운 뒤에 있어서 검은 여백까지 평균과 표준편차에 들어가요"
    case .diverged(let first, let last, let rate):
      return "학습이 발산했어요. 학습률 \(rate.rate)에서 손실이 \(first.places(2))에서 \(last.places(2))까지 갔어요"
    case .rateTooLow(let rate, let first, let last):
      return
        "손실이 \(first.places(4))에서 \(last.places(4))까지 거의 움직이지 않았어요. 학습률 \(rate.rate)\(.subject, after: rate.rate) 너무 작은 것 같아요"
    case .rateTooHigh(let rate, let first, let last):
      return
        "손실이 내려가지 않았어요(처음 \(first.places(4)), 끝 \(last.places(4))). 학습률 \(rate.rate)\(.subject, after: rate.rate) 너무 큰 것 같아요"
    case .allBackground(let share):
      return "모든 픽셀이 배경이 됐어요. 찾을 픽셀은 \(share.shareWords)\(.copula, after: share.shareWords)"
    case .allForeground(let share): return "거의 모든 픽셀이 전경이 됐어요. 실제로는 \(share.shareWords)뿐이에요"
    case .overfit(let loss, let validation):
      return "학습 영상은 외웠지만(손실 \(loss.places(3))) 새 영상은 몰라요(\(validation.places(3))). 과적합이에요"
    case .earlySkip(let layer, let joins, let last):
      return "`\(layer)` 층이 `\(joins)` 층을 잇는데, 같은 크기의 `\(last)` 층이 그 뒤에 있어요. 스킵 연결은 보통 풀링 바로 앞의 층을 이어요"
    case .decayLater(let every):
      return "`decayRate:`와 `decaySteps:`를 빼거나 `decaySteps: \(every)`\(.toward, after: every) 써 보세요"
    case .smallerBatch(let size): return "`batchSize: \(size)`\(.toward, after: size) 쓰거나 에포크를 늘려 보세요"
    case .moreEpochs: return "`epochs:`를 늘려 보세요"
    case .epochs(let count): return "`epochs: \(count)`\(.object, after: count) 써 보세요"
    case .dropLess: return "`rate:`를 0.5 이하로 쓰거나 드롭아웃을 빼 보세요"
    case .activate: return "마지막 층을 뺀 합성곱 층마다 활성화 함수 `.relu`를 써 보세요"
    case .halfOfWhite: return "흰색의 절반인 0.5를 써 보세요"
    case .changeLess: return "몇 도만 돌리고 몇 백분의 일만 옮기거나, 이 단계를 빼 보세요"
    case .normalizeFirst: return "첫 단계로 `Normalize(.perImage)`를 써 보세요"
    case .lowerRate(let rate): return "`learningRate: \(rate.rate)`\(.object, after: rate.rate) 시험해 보세요"
    case .higherRate(let rate): return "`learningRate: \(rate.rate)`\(.object, after: rate.rate) 시험해 보세요"
    case .weighClasses: return "더 오래, 또는 다른 학습률로 학습시켜 보세요. 한 클래스가 드물면 `.dice()`가 든 손실이 그 클래스를 봐요"
    case .regularize: return "데이터 증강을 쓰거나 에포크를 줄이거나 신경망을 작게 만들어 보세요"
    case .joinLast(let name): return "`\"\(name)\"`로 써 보세요"
    }
  }
}

// MARK: English

extension CheckPhrase {
  var english: String {
    switch self {
    case .holesLeft(let count):
      return count == 1
        ? "One hole is left: put your own value in place of .FIXME."
        : "\(count) holes are left: put your own values in place of each .FIXME."
    case .doesNotCompile(let count):
      return count == 1
        ? "Swift does not understand one place in this cell; the message above says where."
        : "Swift does not understand \(count) places in this cell; start with the first message above."
    case .blockedByCheck(let check): return "Waits for the check “\(check.english)” before it."
    case .blockedByCell(let cell): return "Waits for the cell “\(cell)”."
    case .givenWaits(let cell):
      return "Nothing in this experiment is yours: it counts once the cell “\(cell)” is right."
    case .madeElsewhere(let name, let kind, let other):
      guard let other else { return "This cell should make `\(name)`: write `let \(name) = \(kind)(…)` in it." }
      return
        "This cell should make `\(name)`, and the cell “\(other)” does. Move it here: it is judged where the lab asks for it."
    case .constantMissing(let name, let kind):
      return "The lab needs a constant called `\(name)`, and no cell makes one. Write `let \(name) = \(kind)(…)`."
    case .shapeDiffers(let layer, let expected, let measured):
      return "Layer “\(layer)” should give \(expected), and it gives \(measured). "
        + "Look at its numbers, and then at the layers that it reads."
    case .noSuchLayer(let layer, let layers):
      return "There should be a layer called “\(layer)”. Your layers are: \(layers.listedInEnglish)."
    case .parametersDiffer(let expected, let measured):
      let difference = abs(measured - expected)
      return "\(measured.grouped) parameters, where \(expected.grouped) were expected: \(difference.grouped) too "
        + "\(measured > expected ? "many" : "few"). Compare each layer's line with the text above the cell."
    case .biasDiffers(let expected, let measured, let layer, let isThere):
      return "\(measured.grouped) parameters, where \(expected.grouped) were expected. "
        + "The bias of “\(layer)” makes the difference: write `bias: \(!isThere)`."
    case .overBudget(let limit, let measured):
      return
        "\(measured.grouped) parameters are more than this lab's limit of \(limit.grouped). Make a layer smaller."
    case .trainingNumberTiny(let field, let found, let effect, let least):
      switch effect {
      case .noWeightMoves:
        return "`\(field)` is \(found), so small that no weight moves. Write \(least) or more"
          + (field == "learningRate" ? "; 0.01 is a good start." : ".")
      case .countsAsZero:
        return "`\(field)` is \(found), so small that it counts as 0. Write \(least) or more."
      }
    case .lossParts(let found, let most):
      return found == 0
        ? "The loss is a sum of nothing: write `loss: .crossEntropy`, or a sum such as `.crossEntropy + .dice()`."
        : "The loss is a sum of more than \(most) losses. Add up losses of one kind, their weights too."
    case .trainingNumber(let field, let found, let expected):
      return
        "\(Self.isList(field) ? "One of the " : "")`\(field)` is \(found); it should be \(Condition.inEnglish(expected))."
        + (Self.remedy(field, found, expected).map {
          " Write `\($0.write)`\($0.more ? " or more" : $0.less ? " or less" : "")."
        } ?? "")
    case .accuracyOutside(let bound, let measured, let baseline):
      return "The accuracy is \(measured.places(4)); it should be \(Condition.inEnglish(bound)). "
        + "The all-background baseline has \(baseline.places(4)). Look at the learning rate and the number of epochs first."
    case .accuracyBelowBaseline(let measured, let baseline):
      return "\(measured.places(4)) is what this lab asks for, and still below the \(baseline.places(4)) "
        + "of calling every pixel background: accuracy alone says little here."
    case .diceOutside(let bound, let measured):
      return
        "The Dice coefficient is \(measured.places(4)); it should be \(Condition.inEnglish(bound)). Train longer, or change the learning rate."
    case .metricOutside(let name, let bound, let measured):
      return
        "\(name.english.capitalisedFirst): \(measured.places(name.isShare ? 4 : 2)); it should be \(Condition.inEnglish(bound)). "
        + "Look at the predictions, then train longer or change the learning rate."
    case .metricMissing(let name, let bound):
      return
        "\(name.english.capitalisedFirst): it should be \(Condition.inEnglish(bound)), and these predictions have none, because "
        + "nothing was found in them. Train longer, or change the learning rate."
    case .lossContradicts:
      return "The loss adds cross-entropy, which takes two channels or more, to binary cross-entropy, which takes one. "
        + "Keep one of the two."
    case .classWeightsUnused:
      return
        "`classWeights` count in a cross-entropy alone, and the loss is `.dice()` without one. Leave them out, or write "
        + "`loss: 0.5 * .crossEntropy + 0.5 * .dice()`."
    case .classWeights(let found, let classes):
      return "`classWeights` has \(found) values, and the network tells \(classes) classes apart: write one for each, "
        + "class 0 first."
    case .lossChannels(let loss, let wanted, let network, let found, let other):
      return "`loss: .\(loss)` takes a network that ends with \(wanted), and `\(network)` ends with \(found). "
        + (other.isEmpty ? "Give it another number of channels." : "Write `loss: .\(other)`.")
    case .trainingMemory(let found, let limit, let batchSize):
      return "This training takes \(found.asBytes) of memory, and there are \(limit.asBytes). "
        + (batchSize > 1
          ? "Write a `batchSize` below \(batchSize)."
          : "Write `optimizer: .sgd`, which keeps least, or make a layer smaller.")
    case .lossDoesNotFall(let start, let end, let spread):
      return end > start
        ? "The loss went from \(start.places(3)) up to \(end.places(3)) and should fall. Try a smaller learning rate."
        : "The loss went from \(start.places(3)) to \(end.places(3)), no more than chance alone moves it "
          + "(± \(spread.places(3))). Try a larger learning rate, or more epochs."
    case .trainingTooLong(let seconds, let limit, let epochs):
      return "This would train for about \(seconds.clock) here, and the lab is made for \(limit.clock). "
        + (epochs > 1 ? "Lower `epochs` (\(epochs.grouped) now)" : "Make the network smaller")
        + ", or run with `--minutes` and a larger number if you mean it."
    case .notAboveBaseline(let measured, let baseline):
      return "The accuracy is \(measured.places(4)), and calling every pixel background gives \(baseline.places(4)). "
        + "Look at the predictions: does the network find anything?"
    case .permutationGainOutside(let bound, let own, let swapped):
      return "Against their own labels the predictions reach a Dice of \(own.places(4)), against those of other images "
        + "\(swapped.places(4)); the lab expects a difference of \(bound). Is the network the one that the lab describes?"
    case .permutationGainMeans(let own, let swapped):
      return "Held against the labels of other images, the predictions do as well as against their own "
        + "(Dice \(swapped.places(4)) and \(own.places(4))): where the heart is hardly matters to them. "
        + "The question below asks why."
    case .questionOpen(let id): return "No answer yet: write yours in the cell `answer=\(id)`."
    case .answerUnknown(let found, let keys):
      return "“\(found)” is none of the answers. Write one of \(keys.listedInEnglish)."
    case .answerNotANumber(let found):
      return "“\(found)” is not a number. Write one such as 0.5, 3/8, 12.5 % or 1,200."
    case .answerFarOff(let found, let tolerance):
      let asked = tolerance > 0 ? " (the answer may be off by \(tolerance.plain))" : ""
      return "\(found) is not it\(asked). Read what stands above the question in the lab once more, and work it out."
    case .justification(let why): return why
    }
  }
}

// MARK: Korean

extension CheckPhrase {
  var korean: String {
    switch self {
    case .holesLeft(let count): return "빈칸이 \(count)개 남아 있어요. .FIXME 자리마다 알맞은 값을 넣어 보세요."
    case .doesNotCompile(let count):
      return
        "\(count == 1 ? "이 셀에 고칠 곳이 하나 있어요. 위 메시지를 보세요." : "이 셀에 고칠 곳이 \(count)군데 있어요. 위에 나온 첫 번째 메시지부터 고쳐 보세요.")"
    case .blockedByCheck(let check): return "앞의 ‘\(check.korean)’ 검사를 먼저 통과해야 해요."
    case .blockedByCell(let cell): return "‘\(cell)’ 셀을 먼저 통과해야 해요."
    case .givenWaits(let cell):
      return "이 실험에는 직접 쓴 셀이 하나도 없어요. ‘\(cell)’ 셀을 맞게 채워야 점수가 돼요."
    case .madeElsewhere(let name, let kind, let other):
      guard let other else {
        return "이 셀에서 `\(name)`\(.object, after: name) 만들어야 해요. 여기에 `let \(name) = \(kind)(…)`라고 써 보세요."
      }
      return "이 셀에서 만들어야 할 `\(name)`\(.object, after: name) ‘\(other)’ 셀에서 만들고 있어요. 이 셀로 옮겨 주세요. 실습이 묻는 셀에서만 채점해요."
    case .constantMissing(let name, let kind):
      return "이 실습에는 `\(name)` 상수가 필요한데, 어느 셀에도 없어요. `let \(name) = \(kind)(…)`라고 써 보세요."
    case .shapeDiffers(let layer, let expected, let measured):
      return
        "‘\(layer)’ 층의 출력은 \(expected)\(.must, after: expected) 하는데 \(measured)\(.copula, after: measured). 이 층의 차원부터 보고, 그다음 이 층이 읽는 층들을 보세요."
    case .noSuchLayer(let layer, let layers):
      return "이름이 ‘\(layer)’인 층이 있어야 해요. 지금 있는 층은 \(layers.listedInKorean)\(.copula, after: layers.listedInKorean)."
    case .parametersDiffer(let expected, let measured):
      let difference = abs(measured - expected).grouped
      return "파라미터가 \(measured.grouped)개예요. \(expected.grouped)개여야 하니 \(difference)개가 "
        + "\(measured > expected ? "많아요" : "모자라요"). 층마다 셀 위의 글과 비교해 보세요."
    case .biasDiffers(let expected, let measured, let layer, let isThere):
      return "파라미터가 \(measured.grouped)개예요. \(expected.grouped)개여야 해요. "
        + "‘\(layer)’ 층의 편향만큼 차이가 나니 `bias: \(!isThere)`라고 써 보세요."
    case .overBudget(let limit, let measured):
      return "파라미터가 \(measured.grouped)개로, 이 실습의 한도 \(limit.grouped)개를 넘었어요. 층 하나를 더 작게 만들어 보세요."
    case .trainingNumberTiny(let field, let found, let effect, let least):
      switch effect {
      case .noWeightMoves:
        return "`\(field)` 값이 \(found)\(.copula, after: found). 너무 작아서 가중치가 움직이지 않아요. \(least) 이상으로 써 보세요."
          + (field == "learningRate" ? " 0.01로 시작하면 좋아요." : "")
      case .countsAsZero:
        return "`\(field)` 값이 \(found)\(.copula, after: found). 너무 작아서 0과 같아요. \(least) 이상으로 써 보세요."
      }
    case .lossParts(let found, let most):
      return found == 0
        ? "손실이 아무것도 더하지 않아요. `loss: .crossEntropy`나 `.crossEntropy + .dice()`처럼 써 보세요."
        : "손실 \(most)개보다 많이 더하고 있어요. 같은 손실은 가중치까지 더해서 하나로 써 보세요."
    case .trainingNumber(let field, let found, let expected):
      return "`\(field)` 값\(Self.isList(field) ? " 하나가" : "이") \(found)인데, "
        + (Condition.isBound(expected) ? Condition(expected).korean + "." : "\(Josa.must.after(expected)) 해요.")
        + (Self.remedy(field, found, expected).map {
          " `\($0.write)`\($0.more ? " 이상으로" : $0.less ? " 이하로" : "처럼") 써 보세요."
        } ?? "")
    case .accuracyOutside(let bound, let measured, let baseline):
      return
        "정확도가 \(measured.places(4))\(.copula, after: measured.places(4)). 기준은 \(Condition.inKoreanAlone(bound)). 모두 배경이라고 답하면 \(baseline.places(4))\(.subject, after: baseline.places(4)) 나와요. "
        + "학습률과 에포크 수부터 확인해 보세요."
    case .accuracyBelowBaseline(let measured, let baseline):
      return "\(measured.places(4)): 이 실습의 기준은 넘었지만, 모든 픽셀을 배경이라고 답할 때의 \(baseline.places(4))보다 낮아요. "
        + "여기서는 정확도만으로 알 수 있는 것이 적어요."
    case .diceOutside(let bound, let measured):
      return
        "다이스 계수가 \(measured.places(4))\(.copula, after: measured.places(4)). 기준은 \(Condition.inKoreanAlone(bound)). 더 오래 학습하거나 학습률을 바꿔 보세요."
    case .metricOutside(let name, let bound, let measured):
      return
        "\(name.korean): \(measured.places(name.isShare ? 4 : 2))\(.copula, after: measured.places(name.isShare ? 4 : 2)). 기준은 \(Condition.inKoreanAlone(bound)). "
        + "예측 그림을 보고, 더 오래 학습하거나 학습률을 바꿔 보세요."
    case .metricMissing(let name, let bound):
      return "\(name.korean): 기준은 \(Condition.inKoreanAlone(bound, ending: "인데")), 예측에서 찾아낸 것이 없어서 값을 잴 수 없어요. "
        + "더 오래 학습하거나 학습률을 바꿔 보세요."
    case .lossContradicts:
      return "손실이 채널이 둘 이상이어야 하는 교차 엔트로피와 하나여야 하는 이진 교차 엔트로피를 함께 더하고 있어요. "
        + "둘 중 하나만 남겨 보세요."
    case .classWeightsUnused:
      return "`classWeights`는 교차 엔트로피에서만 쓰이는데, 손실에는 `.dice()`만 있어요. `classWeights`를 빼거나 "
        + "`loss: 0.5 * .crossEntropy + 0.5 * .dice()`라고 써 보세요."
    case .classWeights(let found, let classes):
      return "`classWeights`에 값이 \(found)개 있는데 신경망이 구별하는 클래스는 \(classes)개예요. "
        + "클래스 0부터 하나씩 써 보세요."
    case .lossChannels(let loss, let wanted, let network, let found, let other):
      return
        "`loss: .\(loss)` 손실은 \(wanted)\(.toward, after: wanted) 끝나는 신경망에 써요. 그런데 `\(network)` 신경망의 출력 채널은 \(found)개예요. "
        + (other.isEmpty ? "출력 채널 수를 바꿔 보세요." : "`loss: .\(other)`\(.quotation, after: other) 써 보세요.")
    case .trainingMemory(let found, let limit, let batchSize):
      return "이 학습에는 메모리가 \(found.asBytes) 필요한데, 쓸 수 있는 것은 \(limit.asBytes)\(.copula, after: limit.asBytes). "
        + (batchSize > 1
          ? "`batchSize`를 \(batchSize)보다 작게 써 보세요." : "가장 적게 쓰는 `optimizer: .sgd`로 바꾸거나, 층 하나를 더 작게 만들어 보세요.")
    case .lossDoesNotFall(let start, let end, let spread):
      return end > start
        ? "손실이 \(start.places(3))에서 \(end.places(3))까지 커졌어요. 줄어들어야 해요. 학습률을 낮춰 보세요."
        : "손실이 \(start.places(3))에서 \(end.places(3))까지 바뀌었는데, 우연히 오르내리는 폭(± \(spread.places(3)))\(.object, after: spread.places(3)) 넘지 못했어요. "
          + "학습률을 높이거나 에포크 수를 늘려 보세요."
    case .trainingTooLong(let seconds, let limit, let epochs):
      return "이 컴퓨터에서는 학습에 약 \(seconds.clock)\(.subject, after: seconds.clock) 걸려요. 이 실습은 \(limit.clock)에 맞춰져 있어요. "
        + (epochs > 1 ? "`epochs`를 줄여 보세요(지금 \(epochs.grouped))." : "신경망을 더 작게 만들어 보세요.")
        + " 정말 오래 학습하려면 `--minutes`에 더 큰 수를 주고 실행하세요."
    case .notAboveBaseline(let measured, let baseline):
      return
        "정확도가 \(measured.places(4))\(.copulaAnd, after: measured.places(4)), 모든 픽셀을 배경이라고 답하면 \(baseline.places(4))\(.copula, after: baseline.places(4)). "
        + "예측 그림을 보세요. 신경망이 무언가를 찾았나요?"
    case .permutationGainOutside(let bound, let own, let swapped):
      return
        "예측을 자기 레이블과 비교하면 다이스가 \(own.places(4)), 다른 영상의 레이블과 비교하면 \(swapped.places(4))\(.copula, after: swapped.places(4)). "
        + "이 실습이 기대하는 차이는 \(bound)\(.copula, after: bound). 실습에 나온 신경망과 같은지 확인해 보세요."
    case .permutationGainMeans(let own, let swapped):
      return "예측을 다른 영상의 레이블과 비교해도 자기 레이블과 비교할 때와 점수가 비슷해요 "
        + "(다이스 \(swapped.places(4)), \(own.places(4))). 심장이 어디에 있는지가 예측을 거의 바꾸지 못해요. "
        + "왜 그런지는 아래 질문에서 생각해 보세요."
    case .questionOpen(let id): return "아직 답이 없어요. `answer=\(id)` 셀에 답을 써 보세요."
    case .answerUnknown(let found, let keys):
      return "\(Josa.topic.after("‘\(found)’")) 보기에 없어요. \(keys.listedInKorean) 가운데 하나를 써 보세요."
    case .answerNotANumber(let found):
      return "\(Josa.topic.after("‘\(found)’")) 수가 아니에요. 0.5, 3/8, 12.5 %, 1,200처럼 써 보세요."
    case .answerFarOff(let found, let tolerance):
      let asked = tolerance > 0 ? " (오차가 \(tolerance.plain) 이하이면 맞는 것으로 쳐요)" : ""
      return "\(Josa.topic.after("‘\(found)’")) 정답이 아니에요\(asked). 실습에서 질문 위에 있는 설명을 다시 읽고 계산해 보세요."
    case .justification(let why): return why
    }
  }
}

extension CheckPhrase {
  /// What to write for a number that a training cannot have: `epochs: 1`; nil for any other message, and where nothing is near.
  public var remedy: String? {
    guard case .trainingNumber(let field, let found, let expected) = self else { return nil }
    return Self.remedy(field, found, expected)?.write
  }

  /// Whether it is a sweep's, of which several are tried: a list of one value would try nothing.
  private static func isList(_ field: String) -> Bool { field.hasSuffix("Rates") || field == "batchSizes" }

  /// What to write in the place of a training's number, and whether more or less than that is as good; nil where there is no telling.
  private static func remedy(
    _ field: String, _ found: String, _ expected: String
  ) -> (write: String, more: Bool, less: Bool)? {
    guard let number = Double(found), !isList(field) else { return nil }
    if let near = Condition(expected).nearest(to: number) {
      return ("\(field): \(near.value)", near.isLow, !near.isLow)
    }
    guard field == "learningRate", number <= 0 else { return nil }
    return ("\(field): \(number < 0 && number >= -1 ? (-number).plain : "0.01")", false, false)
  }
}

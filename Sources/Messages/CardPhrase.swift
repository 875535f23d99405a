/// The words of a model card: headings, the names of rows, and what is said of limits.
public enum CardPhrase: Phrase {
  /// The heading for what the network is.
  case network
  /// The heading for the data.
  case data
  /// The heading for how it was trained.
  case training
  /// The heading for what was measured.
  case metrics
  /// The heading for patients.
  case patients
  /// The heading for the images that turned out worst.
  case worst
  /// The heading for the images that are shown.
  case pictures
  /// The heading for limits.
  case limits
  /// The heading for how to do it again.
  case repeating

  /// One sentence: what the run is, and what it came to.
  case summary(title: String, dataset: String, dice: Double, baseline: Double, accuracy: Double)
  /// The columns of the table of layers.
  case layerColumns
  /// How many parameters there are.
  case parameters(Int)
  /// The data set and how it was divided.
  case split(dataset: String, digest: String, training: Int, validation: Int, rule: String)
  /// The patients that were only measured on.
  case heldOut([String])
  /// What is done to images first; nothing where there is no step.
  case preprocessing([String])
  /// How it was trained, in numbers.
  case plan(
    optimizer: String, loss: String, rate: Double, batch: Int, epochs: Int, steps: Int, seed: Int, seconds: Double)
  /// The most steps of a quick profile.
  case stoppedAt(step: Int)
  /// The columns of the table of metrics.
  case metricColumns
  /// The name of the pooled Dice.
  case pooledDice
  /// The columns of the table of patients.
  case patientColumns
  /// The columns of the table of images.
  case imageColumns
  /// What the four parts of each picture are.
  case pictureLegend
  /// One image that is shown: where it stands among all, and its Dice.
  case picture(CardRank, name: String, dice: Double)
  /// The images are not at hand, so that none can be told by itself.
  case noImages(dataset: String)
  /// What the numbers do not say.
  case limitOfData(images: Int, dataset: String)
  /// Images of one patient are on both sides.
  case limitOfSplit
  /// The set is generated.
  case limitOfPhantoms
  /// Only part of the training was done.
  case limitOfSteps(steps: Int)
  /// It is no medical device.
  case limitOfUse
  /// The commands that do it again.
  case commands(lab: String, title: String, engine: String)
  /// The digests.
  case digests(run: String, weights: String, data: String)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

/// Where an image stands among all that a run was measured on.
public enum CardRank: Sendable, Hashable, Codable {
  /// The worst, from 1.
  case worst(Int)
  /// In the middle.
  case median
  /// The best.
  case best
}

// MARK: English

extension CardPhrase {
  var english: String {
    switch self {
    case .network: return "Network"
    case .data: return "Data"
    case .training: return "Training"
    case .metrics: return "Metrics on the validation set"
    case .patients: return "By patient"
    case .worst: return "The worst images"
    case .pictures: return "In pictures"
    case .limits: return "Limits"
    case .repeating: return "Do it again"
    case .summary(let title, let dataset, let dice, let baseline, let accuracy):
      return "`\(title)`, trained on \(dataset.isEmpty ? "a set without a name" : "“\(dataset)”"), comes to a pooled "
        + "Dice of "
        + "\(dice.places(3)) on the validation set. Its accuracy is \(accuracy.places(4)); calling everything "
        + "background would come to "
        + "\(baseline.places(4))."
    case .layerColumns: return "| layer | kind | gives | parameters |"
    case .parameters(let count): return "\(count.grouped) parameters in all."
    case .split(let dataset, let digest, let training, let validation, let rule):
      let name = dataset.isEmpty ? "The set" : "“\(dataset)”"
      return "\(name), digest `\(digest.prefix(16))`: \(training.grouped) images to train on, \(validation.grouped) "
        + "to validate, divided by "
        + "\(rule)."
    case .heldOut(let names): return "Only validated on: \(names.listedInEnglish)."
    case .preprocessing(let steps):
      return steps.isEmpty
        ? "Images are used as they are, intensities in 0 … 1." : "Preprocessing: " + steps.quoted + "."
    case .plan(let optimizer, let loss, let rate, let batch, let epochs, let steps, let seed, let seconds):
      return "\(optimizer), loss \(loss), learning rate \(rate), batch size \(batch), \(epochs.grouped) epochs, "
        + "\(steps.grouped) steps, "
        + "seed \(seed), \(seconds.clock) on the machine that trained it."
    case .stoppedAt(let step): return "A quick profile: stopped after \(step.grouped) steps."
    case .metricColumns: return "| metric | value |"
    case .pooledDice: return "Dice, pooled"
    case .patientColumns: return "| patient | images | Dice |"
    case .imageColumns: return "| image | patient | Dice | false negatives (missed) | false positives (invented) |"
    case .pictureLegend:
      return
        "From left to right: the image, its label (blue), the prediction (orange), and both: near-white what is right, "
        + "blue what was missed, orange what was invented."
    case .picture(let rank, let name, let dice):
      let place =
        switch rank {
        case .worst(1): "The worst"
        case .worst(let number): "The worst but \(number - 1)"
        case .median: "The median"
        case .best: "The best"
        }
      return "\(place): \(name), Dice \(dice.places(4))"
    case .noImages(let dataset):
      return "The images are not here any more (\(dataset.isEmpty ? "the set has no name" : "“\(dataset)”")), so "
        + "that patients and images "
        + "cannot be told by themselves."
    case .limitOfData(let images, let dataset):
      return "All numbers are of \(images.grouped) \(images == 1 ? "image" : "images") of "
        + "\(dataset.isEmpty ? "one set" : "“\(dataset)”"). Of "
        + "other scanners, hospitals "
        + "and diseases they say nothing."
    case .limitOfSplit:
      return "The set was divided by image: slices of one patient may be on both sides, so that the numbers are "
        + "better than for a new "
        + "patient."
    case .limitOfPhantoms: return "The images are generated. Real ones are harder."
    case .limitOfSteps(let steps):
      return "Only \(steps.grouped) steps were trained: this shows that it works, not "
        + "what it can learn."
    case .limitOfUse:
      return "A network from a course. It is no medical device, and must not decide anything about a "
        + "person."
    case .commands(let lab, let title, let engine):
      let command = lab.isEmpty ? "seglab run LAB" : "seglab run \(lab)"
      return "`\(command)` with engine \(engine) on the same processor family gives the same weights, to the bit. "
        + "`seglab export onnx \(title) --out model.onnx` hands the network on."
    case .digests(let run, let weights, let data): return "run `\(run)`, weights `\(weights)`, data `\(data)`"
    }
  }
}

// MARK: Korean

extension CardPhrase {
  var korean: String {
    switch self {
    case .network: return "신경망"
    case .data: return "데이터"
    case .training: return "학습"
    case .metrics: return "검증 세트에서 잰 값"
    case .patients: return "환자별"
    case .worst: return "결과가 가장 나쁜 영상"
    case .pictures: return "그림으로 보기"
    case .limits: return "한계"
    case .repeating: return "다시 해 보기"
    case .summary(let title, let dataset, let dice, let baseline, let accuracy):
      return "\(dataset.isEmpty ? "이름 없는 데이터 세트" : "‘\(dataset)’")로 학습한 `\(title)`의 검증 세트 전체 다이스 계수는 "
        + "\(dice.places(3))\(.copula, after: dice.places(3)). "
        + "정확도는 \(accuracy.places(4))\(.copulaAnd, after: accuracy.places(4)), 모두 배경이라고 하면 \(baseline.places(4))\(.copula, after: baseline.places(4))."
    case .layerColumns: return "| 층 | 종류 | 출력 | 파라미터 |"
    case .parameters(let count): return "파라미터는 모두 \(count.grouped)개예요."
    case .split(let dataset, let digest, let training, let validation, let rule):
      return "\(dataset.isEmpty ? "데이터 세트" : "‘\(dataset)’"), 다이제스트 `\(digest.prefix(16))`: 학습 영상 "
        + "\(training.grouped)장, 검증 영상 "
        + "\(validation.grouped)장, \(rule == "patient" ? "환자 단위" : "영상 단위")로 나눴어요."
    case .heldOut(let names): return "검증에만 쓴 환자: \(names.listedInKorean)."
    case .preprocessing(let steps): return steps.isEmpty ? "영상은 그대로(0 … 1) 써요." : "전처리: " + steps.quoted + "."
    case .plan(let optimizer, let loss, let rate, let batch, let epochs, let steps, let seed, let seconds):
      return "\(optimizer), 손실 \(loss), 학습률 \(rate), 배치 크기 \(batch), \(epochs.grouped)에포크, \(steps.grouped)스텝, 시드 "
        + "\(seed), "
        + "학습한 컴퓨터에서 \(seconds.clock)."
    case .stoppedAt(let step): return "빠른 프로필: \(step.grouped)스텝에서 멈췄어요."
    case .metricColumns: return "| 지표 | 값 |"
    case .pooledDice: return "다이스 계수(전체)"
    case .patientColumns: return "| 환자 | 영상 | 다이스 계수 |"
    case .imageColumns: return "| 영상 | 환자 | 다이스 계수 | 거짓 음성(놓친 것) | 거짓 양성(지어낸 것) |"
    case .pictureLegend:
      return "왼쪽부터 영상, 레이블(파랑), 예측(주황), 그리고 둘을 겹친 그림이에요: 맞은 곳은 흰색, 놓친 곳은 파랑, 지어낸 곳은 주황이에요."
    case .picture(let rank, let name, let dice):
      let place =
        switch rank {
        case .worst(let number): "결과가 나쁜 순서로 \(number)번째"
        case .median: "가운데"
        case .best: "결과가 가장 좋은 영상"
        }
      return "\(place): \(name), 다이스 계수 \(dice.places(4))"
    case .noImages(let dataset):
      return "영상이 이제 여기 없어서(\(dataset.isEmpty ? "이름 없는 데이터 세트" : "‘\(dataset)’")) 환자와 영상을 하나씩 보여 줄 수 없어요."
    case .limitOfData(let images, let dataset):
      return "모든 수는 \(dataset.isEmpty ? "한 데이터 세트" : "‘\(dataset)’")의 영상 \(images.grouped)장에서 나왔어요. 다른 장비, 병원, 질환에 "
        + "대해서는 아무것도 말해 주지 않아요."
    case .limitOfSplit: return "영상 단위로 나눠서 한 환자의 단면이 양쪽에 있을 수 있어요. 그래서 새 환자보다 수가 좋게 나와요."
    case .limitOfPhantoms: return "만들어 낸 영상이에요. 진짜 영상은 더 어려워요."
    case .limitOfSteps(let steps): return "\(steps.grouped)스텝만 학습했어요. 돌아간다는 것만 보여 줄 뿐, 무엇을 배울 수 있는지는 보여 주지 않아요."
    case .limitOfUse: return "수업에서 만든 신경망이에요. 의료 기기가 아니며, 사람에 대해 어떤 것도 결정해서는 안 돼요."
    case .commands(let lab, let title, let engine):
      let command = lab.isEmpty ? "seglab run LAB" : "seglab run \(lab)"
      return
        "같은 계열의 프로세서에서 엔진 \(engine)\(.toward, after: engine) \(Josa.object.after("`\(command)`")) 실행하면 비트 하나까지 똑같은 가중치가 나와요. "
        + "`seglab export onnx \(title) --out model.onnx`로 신경망을 넘겨줄 수 있어요."
    case .digests(let run, let weights, let data): return "학습 기록 `\(run)`, 가중치 `\(weights)`, 데이터 `\(data)`"
    }
  }
}

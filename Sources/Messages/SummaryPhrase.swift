/// What `seglab summary` says of a lab's networks and trainings.
public enum SummaryPhrase: Phrase {
  /// The heading of a network's table.
  case network(constant: String)
  /// The column of output shapes.
  case output
  /// The column of layers' names.
  case layer
  /// The column of parameters.
  case parameters
  /// The column of multiply-adds.
  case multiplyAdds
  /// The column of bytes.
  case memory
  /// The column of lines.
  case line
  /// The column of the ways to work a layer out.
  case way
  /// The last row.
  case total
  /// What a training step takes of memory and work.
  case step(batchSize: Int, bytes: Int, multiplyAdds: Int)
  /// There are more parameters than the lab allows.
  case overParameters(found: Int, limit: Int)
  /// How long a training will take here.
  case forecast(experiment: String, steps: Int, secondsPerStep: Double, seconds: Double)
  /// How long a step takes, measured on noise because the set is not at hand.
  case forecastOnNoise(experiment: String, dataset: String, secondsPerStep: Double)
  /// A training could not even begin.
  case notMeasured(experiment: String)
  /// A training will take longer than the lab's limit.
  case overTime(training: String, seconds: Double, limit: Double)
  /// No cell makes a network yet.
  case noNetwork

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension SummaryPhrase {
  var english: String {
    switch self {
    case .network(let constant): return "Network `\(constant)`"
    case .output: return "output"
    case .layer: return "layer"
    case .parameters: return "parameters"
    case .multiplyAdds: return "multiply-adds"
    case .memory: return "memory"
    case .line: return "line"
    case .way: return "algorithm"
    case .total: return "total"
    case .step(let batchSize, let bytes, let multiplyAdds):
      let images = batchSize == 1 ? "1 image" : "\(batchSize.grouped) images"
      return
        "A training step of \(images): at most \(bytes.asBytes) of memory, with what gradients and working space take beside the layers, "
        + "and \(multiplyAdds.grouped) multiply-adds."
    case .overParameters(let found, let limit):
      return "\(found.grouped) parameters are more than this lab's limit of \(limit.grouped). "
        + "Make the largest layer smaller."
    case .forecast(let experiment, let steps, let secondsPerStep, let seconds):
      return "\(experiment): \(steps.grouped) steps of \((secondsPerStep * 1000).places(1)) ms, "
        + "about \(seconds.clock) on this machine."
    case .forecastOnNoise(let experiment, let dataset, let secondsPerStep):
      return "\(experiment): \((secondsPerStep * 1000).places(1)) ms a step on this machine, measured on noise: "
        + "the data set “\(dataset)” is not here."
    case .notMeasured(let experiment):
      return "\(experiment): the training stops in its first steps, so its time could not be measured. "
        + "Try a smaller learning rate."
    case .overTime(let training, let seconds, let limit):
      return
        "\(training): about \(seconds.clock) here, and the lab reckons with \(limit.clock) at most. It trains all the same. "
        + "Where epochs and layers are yours, fewer are faster; `--profile quick` tries the whole lab in a few steps."
    case .noNetwork: return "No cell of this lab makes a network yet."
    }
  }
}

// MARK: Korean

extension SummaryPhrase {
  var korean: String {
    switch self {
    case .network(let constant): return "신경망 `\(constant)`"
    case .output: return "출력"
    case .layer: return "층"
    case .parameters: return "파라미터"
    case .multiplyAdds: return "곱셈·덧셈"
    case .memory: return "메모리"
    case .line: return "줄"
    case .way: return "계산 방법"
    case .total: return "합계"
    case .step(let batchSize, let bytes, let multiplyAdds):
      return "영상 \(batchSize.grouped)장을 보는 학습 스텝 하나: 층의 메모리에 기울기와 작업 공간까지 더해 최대 \(bytes.asBytes), "
        + "곱셈·덧셈 \(multiplyAdds.grouped)번이에요."
    case .overParameters(let found, let limit):
      return "파라미터가 \(found.grouped)개로, 이 실습의 한도 \(limit.grouped)개를 넘었어요. 가장 큰 층을 줄여 보세요."
    case .forecast(let experiment, let steps, let secondsPerStep, let seconds):
      return "\(experiment): 한 스텝에 \((secondsPerStep * 1000).places(1)) ms씩 \(steps.grouped)스텝, "
        + "이 컴퓨터에서 약 \(seconds.clock) 걸려요."
    case .forecastOnNoise(let experiment, let dataset, let secondsPerStep):
      return "\(experiment): 이 컴퓨터에서 한 스텝에 \((secondsPerStep * 1000).places(1)) ms 걸려요. "
        + "데이터 ‘\(dataset)’\(.subject, after: dataset) 없어서 잡음으로 쟀어요."
    case .notMeasured(let experiment):
      return "\(experiment): 학습이 첫 스텝에서 멈춰서 시간을 재지 못했어요. 학습률을 낮춰 보세요."
    case .overTime(let training, let seconds, let limit):
      return
        "\(training): 이 컴퓨터에서 약 \(seconds.clock) 걸려요. 이 실습이 어림한 시간은 길어도 \(limit.clock)\(.copula, after: limit.clock). 그래도 학습은 해요. "
        + "에포크 수와 층을 스스로 정했다면 줄여 보세요. `--profile quick`은 실습 전체를 몇 스텝만 시험해 봐요."
    case .noNetwork: return "아직 신경망을 만드는 셀이 없어요."
    }
  }
}

extension SummaryPhrase {
  var korean: String {
    switch self {
    case .network(let constant): return "네트워크 `\(constant)`"
    case .output: return "출력"
    case .layer: return "층"
    case .parameters: return "파라미터"
    case .multiplyAdds: return "곱셈·덧셈"
    case .memory: return "메모리"
    case .line: return "줄"
    case .way: return "계산 방법"
    case .total: return "합계"
    case .step(let batchSize, let bytes, let multiplyAdds):
      return "영상 \(batchSize.grouped)장을 보는 학습 스텝 하나: 메모리 최대 \(bytes.asBytes), "
        + "곱셈·덧셈 \(multiplyAdds.grouped)번이에요."
    case .overParameters(let found, let limit):
      return "파라미터가 \(found.grouped)개로, 이 실습의 한도 \(limit.grouped)개를 넘었어요. 가장 큰 층을 줄여 보세요."
    case .forecast(let experiment, let steps, let secondsPerStep, let seconds):
      return "\(experiment): 한 스텝에 \((secondsPerStep * 1000).places(1)) ms씩 \(steps.grouped)스텝, "
        + "이 컴퓨터에서 약 \(seconds.clock) 걸려요."
    case .forecastOnNoise(let experiment, let dataset, let secondsPerStep):
      return "\(experiment): 이 컴퓨터에서 한 스텝에 \((secondsPerStep * 1000).places(1)) ms 걸려요. "
        + "데이터 ‘\(dataset)’이(가) 없어서 잡음으로 쟀어요."
    case .notMeasured(let experiment):
      return "\(experiment): 학습이 첫 스텝에서 멈춰서 시간을 재지 못했어요. 학습률을 낮춰 보세요."
    case .overTime(let seconds, let limit):
      return "이 학습은 여기서 약 \(seconds.clock) 걸리는데, 이 실습의 한도는 \(limit.clock)이에요. "
        + "에폭 수를 줄이거나 네트워크를 작게 만들어 보세요. Ctrl-C로 멈출 수 있어요."
    case .noNetwork: return "아직 네트워크를 만드는 셀이 없어요."
    }
  }
}

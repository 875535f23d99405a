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
    case .way: return "way"
    case .total: return "total"
    case .step(let batchSize, let bytes, let multiplyAdds):
      let images = batchSize == 1 ? "1 image" : "\(batchSize.grouped) images"
      return "A training step of \(images): at most \(bytes.asBytes) of memory, \(multiplyAdds.grouped) multiply-adds."
    case .overParameters(let found, let limit):
      return "\(found.grouped) learnable numbers are more than this lab's limit of \(limit.grouped). "
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
    case .overTime(let seconds, let limit):
      return "This training will take about \(seconds.clock) here, and the lab's limit is \(limit.clock). "
        + "Try fewer epochs or a smaller network; Ctrl-C stops it."
    case .noNetwork: return "No cell of this lab makes a network yet."
    }
  }
}

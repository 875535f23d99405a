extension Lab.TrainingValues {
  /// The numbers that the lab sets, by the names that a learner's code gives them: `learningRate 0.01`.
  public var words: [String] {
    [
      learningRate.map { "learningRate \($0)" }, decayRate.map { "decayRate \($0)" },
      decaySteps.map { "decaySteps \($0)" }, epochs.map { "epochs \($0)" }, batchSize.map { "batchSize \($0)" },
      optimizer.map { "optimizer \($0.words)" }, schedule.map { "schedule \($0.words)" },
      loss.map { "loss \($0.words)" }, classWeights.map { "classWeights \($0)" },
      weightDecay.map { "weightDecay \($0)" }, clipNorm.map { "clipNorm \($0)" },
      earlyStopping.map { "earlyStopping \($0.words)" }, keepBest.map { "keepBest \($0)" },
      checkpointEvery.map { "checkpointEvery \($0)" },
    ].compactMap { $0 }
  }
}

extension Lab.OptimizerChoice {
  fileprivate var words: String {
    switch self {
    case .sgd: return "sgd"
    case .momentum(let momentum): return called("momentum", [("", momentum)])
    case .nesterov(let momentum): return called("nesterov", [("", momentum)])
    case .adam(let beta1, let beta2, let epsilon):
      return called("adam", [("beta1: ", beta1), ("beta2: ", beta2), ("epsilon: ", epsilon)])
    case .adamW(let beta1, let beta2, let epsilon, let weightDecay):
      let numbers = [("beta1: ", beta1), ("beta2: ", beta2), ("epsilon: ", epsilon), ("weightDecay: ", weightDecay)]
      return called("adamW", numbers)
    }
  }

  private func called(_ name: String, _ numbers: [(label: String, number: Double?)]) -> String {
    let given = numbers.compactMap { item in item.number.map { item.label + "\($0)" } }
    return given.isEmpty ? name : "\(name)(\(given.joined(separator: ", ")))"
  }
}

extension Lab.ScheduleChoice {
  fileprivate var words: String {
    switch self {
    case .constant: return "constant"
    case .exponential(let rate, let steps, let staircase):
      return "exponential(rate: \(rate), steps: \(steps)" + (staircase.map { ", staircase: \($0))" } ?? ")")
    case .step(let every, let factor): return "step(every: \(every), factor: \(factor))"
    case .cosine(let steps, let final): return "cosine(steps: \(steps)" + (final.map { ", final: \($0))" } ?? ")")
    case .warmUp(let steps, let then): return "warmUp(steps: \(steps), then: \(then.words))"
    }
  }
}

extension Lab.LossChoice {
  fileprivate var words: String {
    switch self {
    case .crossEntropy: return "crossEntropy"
    case .binaryCrossEntropy: return "binaryCrossEntropy"
    case .dice(let smoothing): return "dice" + (smoothing.map { "(smoothing: \($0))" } ?? "")
    case .weighted(let parts): return parts.map { "\($0.weight) · \($0.loss.words)" }.joined(separator: " + ")
    }
  }
}

extension Lab.EarlyStoppingValues {
  fileprivate var words: String {
    let parts = ["patience: \(patience)"] + (metric.map { ["metric: \($0.rawValue)"] } ?? [])
    return (parts + (minimumChange.map { ["minimumChange: \($0)"] } ?? [])).joined(separator: ", ")
  }
}

internal import Labs
internal import SegLab

extension Lab.TrainingValues {
  /// The numbers as the engine trains with them; those that the lab does not set keep their defaults.
  ///
  /// - Parameter line: where they stand in the lab.
  /// - Returns: the training.
  func training(line: Int) -> Training {
    var training = Training(line: line)
    if let learningRate { training.learningRate = learningRate }
    if let decayRate { training.decayRate = decayRate }
    if let decaySteps { training.decaySteps = decaySteps }
    if let epochs { training.epochs = epochs }
    if let batchSize { training.batchSize = batchSize }
    if let optimizer { training.optimizer = optimizer.optimizer }
    training.schedule = schedule?.schedule
    if let loss { training.loss = loss.loss }
    if let classWeights { training.classWeights = classWeights }
    if let weightDecay { training.weightDecay = weightDecay }
    training.clipNorm = clipNorm
    training.earlyStopping = earlyStopping?.earlyStopping
    if let keepBest { training.keepBest = keepBest }
    if let checkpointEvery { training.checkpointEvery = checkpointEvery }
    return training
  }
}

extension Lab.OptimizerChoice {
  fileprivate var optimizer: Optimizer {
    switch self {
    case .sgd: return .sgd
    case .momentum(let momentum): return momentum.map { .momentum($0) } ?? .momentum()
    case .nesterov(let momentum): return momentum.map { .nesterov($0) } ?? .nesterov()
    case .adam(let beta1, let beta2, let epsilon):
      guard case .adam(let first, let second, let third) = Optimizer.adam() else { return .adam() }
      return .adam(beta1: beta1 ?? first, beta2: beta2 ?? second, epsilon: epsilon ?? third)
    case .adamW(let beta1, let beta2, let epsilon, let weightDecay):
      guard case .adamW(let first, let second, let third, let fourth) = Optimizer.adamW() else { return .adamW() }
      return .adamW(
        beta1: beta1 ?? first, beta2: beta2 ?? second, epsilon: epsilon ?? third, weightDecay: weightDecay ?? fourth)
    }
  }
}

extension Lab.ScheduleChoice {
  fileprivate var schedule: Schedule {
    switch self {
    case .constant: .constant
    case .exponential(let rate, let steps, let staircase):
      staircase.map { .exponential(rate: rate, steps: steps, staircase: $0) } ?? .exponential(rate: rate, steps: steps)
    case .step(let every, let factor): .step(every: every, factor: factor)
    case .cosine(let steps, let final): final.map { .cosine(steps: steps, final: $0) } ?? .cosine(steps: steps)
    case .warmUp(let steps, let then): .warmUp(steps: steps, then: then.schedule)
    }
  }
}

extension Lab.LossChoice {
  fileprivate var loss: Loss {
    switch self {
    case .crossEntropy: .crossEntropy
    case .binaryCrossEntropy: .binaryCrossEntropy
    case .dice(let smoothing): smoothing.map { .dice(smoothing: $0) } ?? .dice()
    case .weighted(let parts): .weighted(parts.map { Loss.Part(weight: $0.weight, loss: $0.loss.loss) })
    }
  }
}

extension Lab.EarlyStoppingValues {
  fileprivate var earlyStopping: EarlyStopping {
    var stopping = EarlyStopping(patience: patience)
    if let metric { stopping.metric = metric == .dice ? .dice : .loss }
    if let minimumChange { stopping.minimumChange = minimumChange }
    return stopping
  }
}

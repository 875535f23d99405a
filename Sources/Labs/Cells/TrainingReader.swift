import Diagnostics
import Messages

/// Reads the numbers of a training in an experiment.
enum TrainingReader {
  private static let known = [
    "learning_rate", "decay_rate", "decay_steps", "epochs", "batch_size", "optimizer", "schedule", "loss",
    "class_weights", "weight_decay", "clip_norm", "early_stopping", "keep_best", "checkpoint_every",
  ]

  /// - Parameters:
  ///   - value: a mapping.
  ///   - findings: where mistakes are noted.
  /// - Returns: what could be read; nil where it is no mapping.
  static func values(_ value: YAMLValue, _ findings: inout Findings) -> Lab.TrainingValues? {
    let example = "training: {learning_rate: 0.01, epochs: 30}"
    guard let fields = FieldReader(value, of: "training", .training, known: known, example: example, &findings) else {
      return nil
    }
    func number(_ key: String, _ range: LabRange) -> Double? {
      fields.optional(key)?.number(for: key, in: range, &findings)
    }
    func whole(_ key: String) -> Int? { fields.optional(key)?.wholeNumber(for: key, in: .fromOne, &findings) }
    var values = Lab.TrainingValues()
    values.learningRate = number("learning_rate", .positive)
    values.decayRate = number("decay_rate", .positive)
    values.decaySteps = whole("decay_steps")
    values.epochs = whole("epochs")
    values.batchSize = whole("batch_size")
    values.optimizer = fields.optional("optimizer").flatMap { optimizer($0, &findings) }
    values.schedule = fields.optional("schedule").flatMap { schedule($0, for: "schedule", &findings) }
    values.loss = fields.optional("loss").flatMap { loss($0, &findings) }
    values.classWeights = fields.optional("class_weights").flatMap { classWeights($0, &findings) }
    values.weightDecay = number("weight_decay", .notNegative)
    values.clipNorm = number("clip_norm", .positive)
    values.earlyStopping = fields.optional("early_stopping").flatMap { earlyStopping($0, &findings) }
    values.keepBest = fields.optional("keep_best")?.yesNo(for: "keep_best", &findings)
    values.checkpointEvery = whole("checkpoint_every")
    return values
  }

  private enum OptimizerName: String, CaseIterable {
    case sgd, momentum, nesterov, adam
    case adamW = "adam_w"
  }

  private static func optimizer(_ value: YAMLValue, _ findings: inout Findings) -> Lab.OptimizerChoice? {
    let example = "optimizer: {adam: {beta1: 0.9}}"
    guard let (name, inner) = value.choice(OptimizerName.self, for: "optimizer", example: example, &findings) else {
      return nil
    }
    switch name {
    case .sgd:
      guard let inner else { return .sgd }
      // It has no numbers of its own.
      return inner.mistaken("sgd", .nothing, example: "optimizer: sgd", &findings)
    case .momentum: return .momentum(inner?.number(for: "momentum", in: .belowOne, &findings))
    case .nesterov: return .nesterov(inner?.number(for: "nesterov", in: .belowOne, &findings))
    case .adam, .adamW:
      let keys = ["beta1", "beta2", "epsilon"] + (name == .adamW ? ["weight_decay"] : [])
      let fields = inner.flatMap {
        FieldReader(
          $0, of: name.rawValue, .named(name.rawValue), known: keys, example: "\(name.rawValue): {beta1: 0.9}",
          &findings)
      }
      func number(_ key: String, _ range: LabRange) -> Double? {
        fields?.optional(key)?.number(for: key, in: range, &findings)
      }
      let (beta1, beta2) = (number("beta1", .belowOne), number("beta2", .belowOne))
      let epsilon = number("epsilon", .positive)
      guard name == .adamW else { return .adam(beta1: beta1, beta2: beta2, epsilon: epsilon) }
      return .adamW(beta1: beta1, beta2: beta2, epsilon: epsilon, weightDecay: number("weight_decay", .notNegative))
    }
  }

  private enum ScheduleName: String, CaseIterable {
    case constant, exponential, step, cosine
    case warmUp = "warm_up"

    var keys: [String] {
      switch self {
      case .constant: []
      case .exponential: ["rate", "steps", "staircase"]
      case .step: ["every", "factor"]
      case .cosine: ["steps", "final"]
      case .warmUp: ["steps", "then"]
      }
    }

    /// How it is written, as the value of a key.
    var example: String {
      switch self {
      case .constant: "constant"
      case .exponential: "{exponential: {rate: 0.5, steps: 1000}}"
      case .step: "{step: {every: 1000, factor: 0.1}}"
      case .cosine: "{cosine: {steps: 1000}}"
      case .warmUp: "{warm_up: {steps: 100, then: constant}}"
      }
    }
  }

  private static func schedule(
    _ value: YAMLValue, for key: String, _ findings: inout Findings
  ) -> Lab.ScheduleChoice? {
    let example = "\(key): \(ScheduleName.exponential.example)"
    guard let (name, inner) = value.choice(ScheduleName.self, for: key, example: example, &findings) else { return nil }
    let own = "\(key): \(name.example)"
    if name == .constant {
      guard let inner else { return .constant }
      return inner.mistaken("constant", .nothing, example: own, &findings)
    }
    guard let inner else { return value.mistaken(key, .mapping, example: own, &findings) }
    let section = LabSection.named(name.rawValue)
    guard
      let fields = FieldReader(inner, of: name.rawValue, section, known: name.keys, example: own, &findings)
    else { return nil }
    func whole(_ key: String) -> Int? {
      fields.required(key, example: YAMLNumber.example(for: key), &findings)?
        .wholeNumber(for: key, in: .fromOne, &findings)
    }
    func required(_ key: String) -> Double? {
      fields.required(key, example: YAMLNumber.example(for: key), &findings)?
        .number(for: key, in: .positive, &findings)
    }
    switch name {
    case .constant: return .constant
    case .exponential:
      let (rate, steps) = (required("rate"), whole("steps"))
      let staircase = fields.optional("staircase")?.yesNo(for: "staircase", &findings)
      guard let rate, let steps else { return nil }
      return .exponential(rate: rate, steps: steps, staircase: staircase)
    case .step:
      guard let every = whole("every"), let factor = required("factor") else { return nil }
      return .step(every: every, factor: factor)
    case .cosine:
      let final = fields.optional("final")?.number(for: "final", in: .share, &findings)
      return whole("steps").map { .cosine(steps: $0, final: final) }
    case .warmUp:
      let then = fields.required("then", example: "then: constant", &findings)
        .flatMap { schedule($0, for: "then", &findings) }
      guard let steps = whole("steps"), let then else { return nil }
      return .warmUp(steps: steps, then: then)
    }
  }

  private enum LossName: String, CaseIterable {
    case crossEntropy = "cross_entropy"
    case binaryCrossEntropy = "binary_cross_entropy"
    case dice, weighted
  }

  private static func loss(_ value: YAMLValue, _ findings: inout Findings) -> Lab.LossChoice? {
    let example = "loss: {weighted: [{weight: 0.5, loss: cross_entropy}, {weight: 0.5, loss: dice}]}"
    guard let (name, inner) = value.choice(LossName.self, for: "loss", example: example, &findings) else { return nil }
    switch name {
    case .crossEntropy, .binaryCrossEntropy:
      guard let inner else { return name == .crossEntropy ? .crossEntropy : .binaryCrossEntropy }
      return inner.mistaken(name.rawValue, .nothing, example: "loss: \(name.rawValue)", &findings)
    case .dice:
      let fields = inner.flatMap {
        FieldReader(
          $0, of: "dice", .named("dice"), known: ["smoothing"], example: "dice: {smoothing: 1}", &findings)
      }
      return .dice(smoothing: fields?.optional("smoothing")?.number(for: "smoothing", in: .notNegative, &findings))
    case .weighted:
      guard let inner else { return value.mistaken("loss", .mapping, example: example, &findings) }
      guard let list = inner.list(for: "weighted", example: example, &findings) else { return nil }
      guard !list.isEmpty else { return inner.empty("weighted", example: example, &findings) }
      let parts = list.compactMap { part($0, &findings) }
      return parts.count == list.count ? .weighted(parts) : nil
    }
  }

  private static func part(_ value: YAMLValue, _ findings: inout Findings) -> Lab.WeightedLoss? {
    let example = "{weight: 0.5, loss: dice}"
    guard
      let fields = FieldReader(
        value, of: "weighted", .named("weighted"), known: ["weight", "loss"], example: "weighted: [\(example)]",
        &findings)
    else { return nil }
    let weight = fields.required("weight", example: "weight: 0.5", &findings)?
      .number(for: "weight", in: .positive, &findings)
    let loss = fields.required("loss", example: "loss: dice", &findings).flatMap { Self.loss($0, &findings) }
    guard let weight, let loss else { return nil }
    return Lab.WeightedLoss(weight: weight, loss: loss)
  }

  private static func classWeights(_ value: YAMLValue, _ findings: inout Findings) -> [Double]? {
    let example = "class_weights: [1, 5]"
    guard let list = value.list(for: "class_weights", example: example, &findings) else { return nil }
    guard !list.isEmpty else { return value.empty("class_weights", example: example, &findings) }
    let weights = list.compactMap { $0.number(for: "class_weights", in: .notNegative, &findings) }
    return weights.count == list.count ? weights : nil
  }

  private static func earlyStopping(_ value: YAMLValue, _ findings: inout Findings) -> Lab.EarlyStoppingValues? {
    let example = "early_stopping: {patience: 5}"
    let known = ["patience", "metric", "minimum_change"]
    let section = LabSection.named("early_stopping")
    guard
      let fields = FieldReader(value, of: "early_stopping", section, known: known, example: example, &findings)
    else { return nil }
    let patience = fields.required("patience", example: "patience: 5", &findings)?
      .wholeNumber(for: "patience", in: .fromOne, &findings)
    let metric = fields.optional("metric")?.option(Lab.EarlyStoppingValues.Metric.self, for: "metric", &findings)
    let change = fields.optional("minimum_change")?.number(for: "minimum_change", in: .notNegative, &findings)
    return patience.map { Lab.EarlyStoppingValues(patience: $0, metric: metric, minimumChange: change) }
  }
}

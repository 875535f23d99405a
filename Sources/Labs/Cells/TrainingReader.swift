internal import Diagnostics
internal import Messages
internal import SegLab

/// Reads the settings of a training in an experiment.
enum TrainingReader {
  /// The settings, each by its key in a lab; the case is its name in Swift.
  private enum Setting: String, CaseIterable {
    case learningRate = "learning_rate"
    case decayRate = "decay_rate"
    case decaySteps = "decay_steps"
    case epochs
    case batchSize = "batch_size"
    case optimizer, schedule, loss
    case classWeights = "class_weights"
    case weightDecay = "weight_decay"
    case clipNorm = "clip_norm"
    case earlyStopping = "early_stopping"
    case keepBest = "keep_best"
    case checkpointEvery = "checkpoint_every"
  }

  /// - Parameters:
  ///   - value: a mapping.
  ///   - diagnostics: where mistakes are noted.
  /// - Returns: what could be read; nil where it is no mapping.
  static func training(_ value: YAMLValue, _ diagnostics: inout DiagnosticList) -> Lab.WrittenTraining? {
    let example = "training: {learning_rate: 0.01, epochs: 30}"
    let known = Setting.allCases.map(\.rawValue)
    guard let fields = FieldReader(value, of: "training", .training, known: known, example: example, &diagnostics)
    else {
      return nil
    }
    var training = Training(line: 0)
    var words: [String] = []
    func set<Value>(
      _ setting: Setting, _ path: WritableKeyPath<Training, Value>,
      _ read: (YAMLValue, String, inout DiagnosticList) -> Written<Value>?
    ) {
      let key = setting.rawValue
      guard let found = fields.optional(key).flatMap({ read($0, key, &diagnostics) }) else { return }
      training[keyPath: path] = found.value
      words.append("\(setting) \(found.words)")
    }
    set(.learningRate, \.learningRate) { number($0, $1, .positive, &$2) }
    set(.decayRate, \.decayRate) { number($0, $1, .positive, &$2) }
    set(.decaySteps, \.decaySteps) { whole($0, $1, &$2) }
    set(.epochs, \.epochs) { whole($0, $1, &$2) }
    set(.batchSize, \.batchSize) { whole($0, $1, &$2) }
    set(.optimizer, \.optimizer) { optimizer($0, &$2) }
    set(.schedule, \.schedule) { schedule($0, for: $1, &$2)?.orNone }
    set(.loss, \.loss) { loss($0, &$2) }
    set(.classWeights, \.classWeights) { classWeights($0, &$2) }
    set(.weightDecay, \.weightDecay) { number($0, $1, .notNegative, &$2) }
    set(.clipNorm, \.clipNorm) { number($0, $1, .positive, &$2)?.orNone }
    set(.earlyStopping, \.earlyStopping) { earlyStopping($0, &$2)?.orNone }
    set(.keepBest, \.keepBest) { value, key, diagnostics in value.yesNo(for: key, &diagnostics).map { Written($0) } }
    set(.checkpointEvery, \.checkpointEvery) { whole($0, $1, &$2) }
    return Lab.WrittenTraining(training, words: words)
  }

  private static func number(
    _ value: YAMLValue, _ key: String, _ range: LabRange, _ diagnostics: inout DiagnosticList
  ) -> Written<Double>? {
    value.number(for: key, in: range, &diagnostics).map { Written($0) }
  }

  private static func whole(_ value: YAMLValue, _ key: String, _ diagnostics: inout DiagnosticList) -> Written<Int>? {
    value.wholeNumber(for: key, in: .fromOne, &diagnostics).map { Written($0) }
  }

  // MARK: The optimizer

  private enum OptimizerName: String, CaseIterable {
    case sgd, momentum, nesterov, adam
    case adamW = "adam_w"
  }

  private static func optimizer(_ value: YAMLValue, _ diagnostics: inout DiagnosticList) -> Written<Optimizer>? {
    let example = "optimizer: {adam: {beta1: 0.9}}"
    guard let (name, inner) = value.choice(OptimizerName.self, for: "optimizer", example: example, &diagnostics) else {
      return nil
    }
    switch name {
    case .sgd:
      guard let inner else { return Written(.sgd, "sgd") }
      // It has no numbers of its own.
      return inner.mistaken("sgd", .nothing, example: "optimizer: sgd", &diagnostics)
    case .momentum:
      let momentum = inner?.number(for: "momentum", in: .belowOne, &diagnostics)
      return Written(momentum.map { .momentum($0) } ?? .momentum(), .call("momentum", [("", momentum)]))
    case .nesterov:
      let momentum = inner?.number(for: "nesterov", in: .belowOne, &diagnostics)
      return Written(momentum.map { .nesterov($0) } ?? .nesterov(), .call("nesterov", [("", momentum)]))
    case .adam, .adamW:
      let keys = ["beta1", "beta2", "epsilon"] + (name == .adamW ? ["weight_decay"] : [])
      let fields = inner.flatMap {
        FieldReader(
          $0, of: name.rawValue, .named(name.rawValue), known: keys, example: "\(name.rawValue): {beta1: 0.9}",
          &diagnostics)
      }
      func number(_ key: String, _ range: LabRange) -> Double? {
        fields?.optional(key)?.number(for: key, in: range, &diagnostics)
      }
      let (beta1, beta2) = (number("beta1", .belowOne), number("beta2", .belowOne))
      let epsilon = number("epsilon", .positive)
      let decay = name == .adamW ? number("weight_decay", .notNegative) : nil
      let words = String.call(
        "\(name)", [("beta1: ", beta1), ("beta2: ", beta2), ("epsilon: ", epsilon), ("weightDecay: ", decay)])
      switch name == .adamW ? Optimizer.adamW() : .adam() {
      case .adam(let first, let second, let third):
        return Written(.adam(beta1: beta1 ?? first, beta2: beta2 ?? second, epsilon: epsilon ?? third), words)
      case .adamW(let first, let second, let third, let fourth):
        return Written(
          .adamW(
            beta1: beta1 ?? first, beta2: beta2 ?? second, epsilon: epsilon ?? third, weightDecay: decay ?? fourth),
          words)
      case .sgd, .momentum, .nesterov: return nil
      }
    }
  }

  // MARK: The schedule

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
    _ value: YAMLValue, for key: String, _ diagnostics: inout DiagnosticList
  ) -> Written<Schedule>? {
    let example = "\(key): \(ScheduleName.exponential.example)"
    guard let (name, inner) = value.choice(ScheduleName.self, for: key, example: example, &diagnostics) else {
      return nil
    }
    let own = "\(key): \(name.example)"
    if name == .constant {
      guard let inner else { return Written(.constant, "constant") }
      return inner.mistaken("constant", .nothing, example: own, &diagnostics)
    }
    guard let inner else { return value.mistaken(key, .mapping, example: own, &diagnostics) }
    let section = LabSection.named(name.rawValue)
    guard
      let fields = FieldReader(inner, of: name.rawValue, section, known: name.keys, example: own, &diagnostics)
    else { return nil }
    func whole(_ key: String) -> Int? {
      fields.required(key, example: YAMLNumber.example(for: key), &diagnostics)?
        .wholeNumber(for: key, in: .fromOne, &diagnostics)
    }
    func required(_ key: String) -> Double? {
      fields.required(key, example: YAMLNumber.example(for: key), &diagnostics)?
        .number(for: key, in: .positive, &diagnostics)
    }
    switch name {
    case .constant: return Written(.constant, "constant")
    case .exponential:
      let (rate, steps) = (required("rate"), whole("steps"))
      let staircase = fields.optional("staircase")?.yesNo(for: "staircase", &diagnostics)
      guard let rate, let steps else { return nil }
      return Written(
        staircase.map { .exponential(rate: rate, steps: steps, staircase: $0) }
          ?? .exponential(rate: rate, steps: steps),
        "exponential(rate: \(rate), steps: \(steps)" + (staircase.map { ", staircase: \($0))" } ?? ")"))
    case .step:
      guard let every = whole("every"), let factor = required("factor") else { return nil }
      return Written(.step(every: every, factor: factor), "step(every: \(every), factor: \(factor))")
    case .cosine:
      let final = fields.optional("final")?.number(for: "final", in: .share, &diagnostics)
      return whole("steps").map { steps in
        Written(
          final.map { .cosine(steps: steps, final: $0) } ?? .cosine(steps: steps),
          "cosine(steps: \(steps)" + (final.map { ", final: \($0))" } ?? ")"))
      }
    case .warmUp:
      let then = fields.required("then", example: "then: constant", &diagnostics)
        .flatMap { schedule($0, for: "then", &diagnostics) }
      guard let steps = whole("steps"), let then else { return nil }
      return Written(.warmUp(steps: steps, then: then.value), "warmUp(steps: \(steps), then: \(then.words))")
    }
  }

  // MARK: The loss

  private enum LossName: String, CaseIterable {
    case crossEntropy = "cross_entropy"
    case binaryCrossEntropy = "binary_cross_entropy"
    case dice, weighted
  }

  private static func loss(_ value: YAMLValue, _ diagnostics: inout DiagnosticList) -> Written<Loss>? {
    let example = "loss: {weighted: [{weight: 0.5, loss: cross_entropy}, {weight: 0.5, loss: dice}]}"
    guard let (name, inner) = value.choice(LossName.self, for: "loss", example: example, &diagnostics) else {
      return nil
    }
    switch name {
    case .crossEntropy, .binaryCrossEntropy:
      guard let inner else { return Written(name == .crossEntropy ? .crossEntropy : .binaryCrossEntropy, "\(name)") }
      return inner.mistaken(name.rawValue, .nothing, example: "loss: \(name.rawValue)", &diagnostics)
    case .dice:
      let fields = inner.flatMap {
        FieldReader(
          $0, of: "dice", .named("dice"), known: ["smoothing"], example: "dice: {smoothing: 1}", &diagnostics)
      }
      let smoothing = fields?.optional("smoothing")?.number(for: "smoothing", in: .notNegative, &diagnostics)
      return Written(smoothing.map { .dice(smoothing: $0) } ?? .dice(), .call("dice", [("smoothing: ", smoothing)]))
    case .weighted:
      guard let inner else { return value.mistaken("loss", .mapping, example: example, &diagnostics) }
      guard let list = inner.list(for: "weighted", example: example, &diagnostics) else { return nil }
      guard !list.isEmpty else { return inner.empty("weighted", example: example, &diagnostics) }
      let parts = list.compactMap { part($0, &diagnostics) }
      guard parts.count == list.count else { return nil }
      return Written(.weighted(parts.map(\.value)), parts.map(\.words).joined(separator: " + "))
    }
  }

  private static func part(_ value: YAMLValue, _ diagnostics: inout DiagnosticList) -> Written<Loss.Part>? {
    let example = "{weight: 0.5, loss: dice}"
    guard
      let fields = FieldReader(
        value, of: "weighted", .named("weighted"), known: ["weight", "loss"], example: "weighted: [\(example)]",
        &diagnostics)
    else { return nil }
    let weight = fields.required("weight", example: "weight: 0.5", &diagnostics)?
      .number(for: "weight", in: .positive, &diagnostics)
    let loss = fields.required("loss", example: "loss: dice", &diagnostics).flatMap { Self.loss($0, &diagnostics) }
    guard let weight, let loss else { return nil }
    return Written(Loss.Part(weight: weight, loss: loss.value), "\(weight) · \(loss.words)")
  }

  private static func classWeights(
    _ value: YAMLValue, _ diagnostics: inout DiagnosticList
  ) -> Written<[Double]>? {
    let example = "class_weights: [1, 5]"
    guard let list = value.list(for: "class_weights", example: example, &diagnostics) else { return nil }
    guard !list.isEmpty else { return value.empty("class_weights", example: example, &diagnostics) }
    let weights = list.compactMap { $0.number(for: "class_weights", in: .notNegative, &diagnostics) }
    return weights.count == list.count ? Written(weights) : nil
  }

  // MARK: When to end

  private static func earlyStopping(_ value: YAMLValue, _ diagnostics: inout DiagnosticList) -> Written<EarlyStopping>?
  {
    let example = "early_stopping: {patience: 5}"
    let known = ["patience", "metric", "minimum_change"]
    let section = LabSection.named("early_stopping")
    guard
      let fields = FieldReader(value, of: "early_stopping", section, known: known, example: example, &diagnostics)
    else { return nil }
    let patience = fields.required("patience", example: "patience: 5", &diagnostics)?
      .wholeNumber(for: "patience", in: .fromOne, &diagnostics)
    let metric = fields.optional("metric")?.option(EarlyStopping.Metric.self, for: "metric", &diagnostics)
    let change = fields.optional("minimum_change")?.number(for: "minimum_change", in: .notNegative, &diagnostics)
    guard let patience else { return nil }
    var stopping = EarlyStopping(patience: patience)
    var words = "patience: \(patience)"
    if let metric {
      stopping.metric = metric
      words += ", metric: \(metric.rawValue)"
    }
    if let change {
      stopping.minimumChange = change
      words += ", minimumChange: \(change)"
    }
    return Written(stopping, words)
  }
}

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

  private static func optimizer(_ value: YAMLValue, _ diagnostics: inout DiagnosticList) -> Written<Optimizer>? {
    let example = "optimizer: {adam: {beta1: 0.9}}"
    let keys = Optimizer.all.map { SettingName.inLab($0.name) }
    guard let (key, inner) = value.choice(of: keys, for: "optimizer", example: example, &diagnostics),
      let usual = Optimizer.all.first(where: { SettingName.inLab($0.name) == key }),
      let found = numbers(usual.numbers, of: usual.name, in: "optimizer", inner, &diagnostics)
    else { return nil }
    return Written(usual.with(found.numbers), found.words)
  }

  /// The numbers of an optimizer or a loss, as far as a lab writes them, and the usual ones.
  private static func numbers(
    _ numbers: [SettingNumber], of name: String, in setting: String, _ value: YAMLValue?,
    _ diagnostics: inout DiagnosticList
  ) -> (numbers: [Double], words: String)? {
    let key = SettingName.inLab(name)
    guard let first = numbers.first else {
      guard let value else { return ([], name) }
      return value.mistaken(key, .nothing, example: "\(setting): \(key)", &diagnostics)
    }
    let fields = value.flatMap { value in
      !first.isLabelled
        ? nil
        : FieldReader(
          value, of: key, .named(key), known: numbers.map { SettingName.inLab($0.name) },
          example: "\(key): {\(SettingName.inLab(first.name)): \(first.value.plain)}", &diagnostics)
    }
    let given = numbers.map { number -> Double? in
      let label = number.isLabelled ? SettingName.inLab(number.name) : key
      guard let place = number.isLabelled ? fields?.optional(label) : value else { return nil }
      return written(number, place, for: label, &diagnostics)?.value
    }
    let words = String.call(name, zip(numbers, given).map { ($0.isLabelled ? "\($0.name): " : "", $1) })
    return (zip(numbers, given).map { $1 ?? $0.value }, words)
  }

  // MARK: The schedule

  private static func schedule(
    _ value: YAMLValue, for key: String, _ diagnostics: inout DiagnosticList
  ) -> Written<Schedule>? {
    let keys = Schedule.all.map { SettingName.inLab($0.name) }
    let example = "\(key): {exponential: {rate: 0.5, steps: 1000}}"
    guard let (word, inner) = value.choice(of: keys, for: key, example: example, &diagnostics),
      let usual = Schedule.all.first(where: { SettingName.inLab($0.name) == word })
    else { return nil }
    let own = "\(key): \(usual.example)"
    guard !usual.numbers.isEmpty else {
      guard let inner else { return Written(usual, usual.name) }
      return inner.mistaken(word, .nothing, example: own, &diagnostics)
    }
    guard let inner else { return value.mistaken(key, .mapping, example: own, &diagnostics) }
    let known = usual.numbers.map { SettingName.inLab($0.name) } + (usual.next == nil ? [] : ["then"])
    guard let fields = FieldReader(inner, of: word, .named(word), known: known, example: own, &diagnostics) else {
      return nil
    }
    let then = usual.next.flatMap { _ in
      fields.required("then", example: "then: constant", &diagnostics)
        .flatMap { schedule($0, for: "then", &diagnostics) }
    }
    var values: [Double] = []
    var words: [String] = []
    for number in usual.numbers {
      let label = SettingName.inLab(number.name)
      let place =
        number.isOptional
        ? fields.optional(label)
        : fields.required(label, example: YAMLNumber.example(for: label, usual: number.value), &diagnostics)
      guard let place else {
        if number.isOptional { values.append(number.value) }
        continue
      }
      guard let found = written(number, place, for: label, &diagnostics) else { continue }
      values.append(found.value)
      words.append("\(number.name): \(found.words)")
    }
    guard values.count == usual.numbers.count, usual.next == nil || then != nil else { return nil }
    if let then { words.append("then: \(then.words)") }
    return Written(
      usual.with(values, then: then?.value ?? .constant), "\(usual.name)(\(words.joined(separator: ", ")))")
  }

  /// A number as a lab writes it; nil where it is none, or out of its bounds.
  private static func written(
    _ number: SettingNumber, _ value: YAMLValue, for key: String, _ diagnostics: inout DiagnosticList
  ) -> Written<Double>? {
    switch number.bounds {
    case .whole: whole(value, key, &diagnostics).map { Written(Double($0.value), $0.words) }
    case .truth: value.yesNo(for: key, &diagnostics).map { Written($0 ? 1 : 0, "\($0)") }
    case .belowOne, .positive, .notNegative:
      value.number(for: key, in: number.bounds.range, usual: number.value, &diagnostics).map { Written($0) }
    }
  }

  // MARK: The loss

  private static func loss(_ value: YAMLValue, _ diagnostics: inout DiagnosticList) -> Written<Loss>? {
    let example = "loss: {weighted: [{weight: 0.5, loss: cross_entropy}, {weight: 0.5, loss: dice}]}"
    let keys = Loss.all.map { SettingName.inLab($0.name) } + ["weighted"]
    guard let (key, inner) = value.choice(of: keys, for: "loss", example: example, &diagnostics) else { return nil }
    guard let usual = Loss.all.first(where: { SettingName.inLab($0.name) == key }) else {
      guard let inner else { return value.mistaken("loss", .mapping, example: example, &diagnostics) }
      guard let list = inner.list(for: "weighted", example: example, &diagnostics) else { return nil }
      guard !list.isEmpty else { return inner.empty("weighted", example: example, &diagnostics) }
      let parts = list.compactMap { part($0, &diagnostics) }
      guard parts.count == list.count else { return nil }
      return Written(.weighted(parts.map(\.value)), parts.map(\.words).joined(separator: " + "))
    }
    return numbers(usual.numbers, of: usual.name, in: "loss", inner, &diagnostics).map {
      Written(usual.with($0.numbers), $0.words)
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

extension SettingNumber.Bounds {
  /// What a lab may write for such a number.
  fileprivate var range: LabRange {
    switch self {
    case .belowOne: .belowOne
    case .positive: .positive
    case .notNegative(let most): most == 1 ? .share : .notNegative
    case .whole, .truth: .fromOne
    }
  }
}

extension Schedule {
  /// How it is written, as the value of a key.
  fileprivate var example: String {
    guard !numbers.isEmpty else { return name }
    let inside =
      numbers.filter { !$0.isOptional }.map { "\(SettingName.inLab($0.name)): \($0.value.plain)" }
      + (next.map { ["then: \($0.name)"] } ?? [])
    return "{\(SettingName.inLab(name)): {\(inside.joined(separator: ", "))}}"
  }
}

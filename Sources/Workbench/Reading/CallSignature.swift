internal import SegLab

/// What a layer, a training or a step takes: the labels in order, and what each of them holds.
///
/// Layers and steps say it themselves (`CallValue`). A test holds all of it against the learner's module: a call with all of a signature's
/// labels compiles.
struct CallSignature {
  /// What is called.
  let name: String
  /// The values in order.
  let parameters: [CallValue]
  /// Whether a layer is made.
  let isLayer: Bool

  private init(_ name: String, isLayer: Bool = false, _ parameters: [CallValue]) {
    (self.name, self.isLayer, self.parameters) = (name, isLayer, parameters)
  }

  /// The value with this label.
  func parameter(_ label: String) -> CallValue? { parameters.first { $0.label == label } }

  /// All of them.
  static let all: [CallSignature] =
    Network.layerTypes.map { CallSignature("\($0)", isLayer: true, $0.values) }
    + Preprocessing.stepTypes.map { CallSignature("\($0)", $0.values) } + [
      CallSignature(
        "Training",
        [
          CallValue("learningRate", .real, needed: 1), CallValue("decayRate", .real), CallValue("decaySteps", .whole),
          CallValue("epochs", .whole, needed: 1), CallValue("batchSize", .whole, needed: 1),
          CallValue("optimizer", .member("Optimizer")), CallValue("schedule", .member("Schedule")),
          CallValue("loss", .member("Loss")), CallValue("classWeights", .reals), CallValue("weightDecay", .real),
          CallValue("clipNorm", .real), CallValue("earlyStopping", .made("EarlyStopping")),
          CallValue("keepBest", .truth), CallValue("checkpointEvery", .whole),
        ]),
      CallSignature(
        "Sweep",
        [
          CallValue("learningRates", .reals), CallValue("decayRates", .reals), CallValue("decaySteps", .wholes),
          CallValue("epochs", .wholes), CallValue("batchSizes", .wholes), CallValue("of", .made("Training")),
        ]),
      CallSignature(
        "EarlyStopping",
        [
          CallValue("patience", .whole, needed: 1), CallValue("metric", .member("EarlyStopping.Metric")),
          CallValue("minimumChange", .real),
        ]),
    ]

  /// What is neither a layer nor a step.
  static let settings: Set<String> = ["Training", "Sweep", "EarlyStopping"]
  /// The labels before such.
  static let settingLabels: Set<String> = ["of", "earlyStopping"]

  /// What it cannot do without, as holes; nil where everything has a value already.
  var needed: String? {
    let values = parameters.filter { $0.needed > 0 }.map { value in
      let hole =
        switch value.kind {
        case .wholes, .reals: "[" + repeatElement(".FIXME", count: value.needed).joined(separator: ", ") + "]"
        case .member(let type): "." + (MemberNames.of(type).first ?? "FIXME")
        case .whole, .real, .truth, .text, .texts, .made: ".FIXME"
        }
      return value.label == "_" ? hole : "\(value.label): \(hole)"
    }
    return values.isEmpty ? nil : values.joined(separator: ", ")
  }

  /// The labels of words with a point before them that take values: `.cosine(steps: 630)`.
  static let members = Dictionary(
    uniqueKeysWithValues: Schedule.all.filter { !$0.numbers.isEmpty }.map {
      ($0.name, $0.numbers.map(\.name) + ($0.next == nil ? [] : ["then"]))
    })

  /// What `name` makes, by our name or another library's.
  static func here(_ name: String) -> CallSignature? { of(name) ?? OtherLibraries.made(by: name).flatMap(of) }

  /// The one of this name.
  static func of(_ name: String) -> CallSignature? { byName[name] }

  /// The labels of numbers with a point, and of lists of them.
  static let realLabels: Set<String> = Set(
    all.flatMap { $0.parameters.filter { $0.kind == .real || $0.kind == .reals }.map(\.label) }.filter { $0 != "_" })

  /// The labels of words with a point before them.
  static let memberLabels: Set<String> = Set(
    all.flatMap { $0.parameters.filter { if case .member = $0.kind { true } else { false } }.map(\.label) })

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// The labels of whole numbers and lists of them.
  static let wholeLabels: Set<String> = Set(
    all.filter { $0.name != "Sweep" }.flatMap {
      $0.parameters.filter { $0.kind == .whole || $0.kind == .wholes }.map(\.label)
    })
}

internal import SegLab

/// What a layer, a training or a step takes: the labels in order, and what each of them holds.
///
/// A test holds these against the learner's module: a call with all of a signature's labels compiles.
struct CallSignature {
  /// What a value is.
  enum Kind: Equatable {
    case whole, real, truth, wholes, reals, text, texts
    /// A word with a point before it, of this type of the module's.
    case member(String)
    /// A value of this type of the module's, made with parentheses.
    case made(String)
  }

  /// One value.
  struct Parameter {
    /// Its label; `_` for none.
    let label: String
    /// What it is.
    let kind: Kind
  }

  /// What is called.
  let name: String
  /// The values in order.
  let parameters: [Parameter]
  /// Whether a layer is made.
  let isLayer: Bool

  private init(_ name: String, isLayer: Bool = true, _ parameters: [(String, Kind)]) {
    self.name = name
    self.isLayer = isLayer
    self.parameters = parameters.map { Parameter(label: $0.0, kind: $0.1) }
  }

  /// The value with this label.
  func parameter(_ label: String) -> Parameter? { parameters.first { $0.label == label } }

  private static let activation = Kind.member("Activation")
  private static let initializer = Kind.member("Initializer")
  private static let padding = Kind.member("Padding")

  /// All of them.
  static let all: [CallSignature] = [
    CallSignature("Input", [("_", .text), ("shape", .wholes)]),
    CallSignature("Flatten", [("_", .text), ("from", .text)]),
    CallSignature("Reshape", [("_", .text), ("shape", .wholes), ("from", .text)]),
    CallSignature(
      "Dense",
      [
        ("_", .text), ("weights", .wholes), ("bias", .truth), ("activation", activation), ("initializer", initializer),
        ("from", .text),
      ]),
    CallSignature(
      "Conv2D",
      [
        ("_", .text), ("filter", .wholes), ("stride", .whole), ("padding", padding), ("bias", .truth),
        ("untiedBias", .truth), ("activation", activation), ("initializer", initializer), ("from", .text),
      ]),
    CallSignature(
      "ConvTranspose2D",
      [
        ("_", .text), ("filter", .wholes), ("stride", .whole), ("padding", padding), ("bias", .truth),
        ("activation", activation), ("initializer", initializer), ("from", .text),
      ]),
    CallSignature(
      "MaxPool2D", [("_", .text), ("window", .whole), ("stride", .whole), ("padding", padding), ("from", .text)]),
    CallSignature(
      "AveragePool2D", [("_", .text), ("window", .whole), ("stride", .whole), ("padding", padding), ("from", .text)]),
    CallSignature(
      "Upsample", [("_", .text), ("factor", .whole), ("method", .member("Interpolation")), ("from", .text)]),
    CallSignature(
      "BatchNorm",
      [
        ("_", .text), ("channels", .whole), ("momentum", .real), ("epsilon", .real), ("activation", activation),
        ("from", .text),
      ]),
    CallSignature("Dropout", [("_", .text), ("rate", .real), ("from", .text)]),
    CallSignature("Concat", [("_", .text), ("of", .texts), ("crop", .truth)]),
    CallSignature("Add", [("_", .text), ("of", .texts), ("crop", .truth)]),
    CallSignature(
      "Training", isLayer: false,
      [
        ("learningRate", .real), ("decayRate", .real), ("decaySteps", .whole), ("epochs", .whole),
        ("batchSize", .whole),
        ("optimizer", .member("Optimizer")), ("schedule", .member("Schedule")), ("loss", .member("Loss")),
        ("classWeights", .reals), ("weightDecay", .real), ("clipNorm", .real),
        ("earlyStopping", .made("EarlyStopping")), ("keepBest", .truth), ("checkpointEvery", .whole),
      ]),
    CallSignature(
      "Sweep", isLayer: false,
      [
        ("learningRates", .reals), ("decayRates", .reals), ("decaySteps", .wholes), ("epochs", .wholes),
        ("batchSizes", .wholes), ("of", .made("Training")),
      ]),
    CallSignature(
      "EarlyStopping", isLayer: false,
      [("patience", .whole), ("metric", .member("EarlyStopping.Metric")), ("minimumChange", .real)]),
    CallSignature(
      "Resize", isLayer: false, [("width", .whole), ("height", .whole), ("fit", .member("Resize.Fit"))]),
    CallSignature("RandomFlip", isLayer: false, [("horizontal", .truth), ("vertical", .truth)]),
    CallSignature("Normalize", isLayer: false, [("_", .member("Normalize.Way"))]),
    CallSignature("Threshold", isLayer: false, [("_", .real)]),
    CallSignature("Clip", isLayer: false, [("low", .real), ("high", .real)]),
    CallSignature("RandomRotation", isLayer: false, [("upTo", .real)]),
    CallSignature("RandomTranslation", isLayer: false, [("upTo", .real)]),
    CallSignature("RandomScale", isLayer: false, [("from", .real), ("to", .real)]),
    CallSignature("RandomBrightnessContrast", isLayer: false, [("brightness", .real), ("contrast", .real)]),
    CallSignature("RandomNoise", isLayer: false, [("_", .real)]),
    CallSignature("ElasticTransform", isLayer: false, [("strength", .real), ("smoothness", .whole)]),
    CallSignature("RandomRotate90", isLayer: false, []),
    CallSignature("RandomTranspose", isLayer: false, []),
    CallSignature("ReLU", [("_", .text), ("from", .text)]),
    CallSignature("LeakyReLU", [("_", .text), ("slope", .real), ("from", .text)]),
    CallSignature("Sigmoid", [("_", .text), ("from", .text)]),
    CallSignature("Softmax", [("_", .text), ("from", .text)]),
  ]

  /// What is neither a layer nor a step.
  static let settings: Set<String> = ["Training", "Sweep", "EarlyStopping"]
  /// The labels before such.
  static let settingLabels: Set<String> = ["of", "earlyStopping"]

  /// What it cannot do without, as holes; nil where everything has a value already.
  var needed: String? {
    switch name {
    case "Input", "Reshape": "shape: [.FIXME, .FIXME, .FIXME]"
    case "Dense": "weights: [.FIXME, .FIXME]"
    case "Conv2D", "ConvTranspose2D": "filter: [.FIXME, .FIXME, .FIXME, .FIXME]"
    case "BatchNorm": "channels: .FIXME"
    case "Dropout": "rate: .FIXME"
    case "Upsample": "factor: .FIXME"
    case "Resize": "width: .FIXME, height: .FIXME"
    case "Normalize": ".perImage"
    case "Training": "learningRate: .FIXME, epochs: .FIXME, batchSize: .FIXME"
    case "EarlyStopping": "patience: .FIXME"
    default: nil
    }
  }

  /// The labels of words with a point before them that take values: `.cosine(steps: 630)`.
  static let members = Dictionary(
    uniqueKeysWithValues: Schedule.all.filter { !$0.numbers.isEmpty }.map {
      ($0.name, $0.numbers.map(\.name) + ($0.next == nil ? [] : ["then"]))
    })

  /// What `name` makes, by our name or another library's.
  static func here(_ name: String) -> CallSignature? { of(name) ?? OtherLibraries.here(name).flatMap(of) }

  /// The one of this name.
  static func of(_ name: String) -> CallSignature? { byName[name] }

  /// The labels of numbers with a point, and of lists of them.
  static let realLabels: Set<String> = Set(
    all.flatMap { $0.parameters.filter { $0.kind == .real || $0.kind == .reals }.map(\.label) }.filter { $0 != "_" })

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// The labels of whole numbers and lists of them.
  static let wholeLabels: Set<String> = Set(
    all.filter { $0.name != "Sweep" }.flatMap {
      $0.parameters.filter { $0.kind == .whole || $0.kind == .wholes }.map(\.label)
    })
}

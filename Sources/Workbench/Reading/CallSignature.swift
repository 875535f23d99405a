/// What a layer, a training or a step takes: the labels in order, and what each of them holds.
///
/// A test holds these against the learner's module: a call with all of a signature's labels compiles.
struct CallSignature {
  /// What a value is.
  enum Kind: Equatable {
    case whole, real, truth, wholes, reals, text, texts
    /// A word with a point before it, of this type of the module's.
    case member(String)
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
        ("positionBias", .truth), ("activation", activation), ("initializer", initializer), ("from", .text),
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
    CallSignature("Dropout", [("_", .text), ("keep", .real), ("from", .text)]),
    CallSignature("Concat", [("_", .text), ("of", .texts), ("crop", .truth)]),
    CallSignature("Add", [("_", .text), ("of", .texts), ("crop", .truth)]),
    CallSignature(
      "Training", isLayer: false,
      [
        ("learningRate", .real), ("decayRate", .real), ("decaySteps", .whole), ("epochs", .whole),
        ("batchSize", .whole),
        ("optimizer", .member("Optimizer")), ("schedule", .member("Schedule")), ("loss", .member("Loss")),
        ("classWeights", .reals), ("weightDecay", .real), ("clipNorm", .real), ("keepBest", .truth),
        ("checkpointEvery", .whole),
      ]),
    CallSignature(
      "Sweep", isLayer: false,
      [
        ("learningRates", .reals), ("decayRates", .reals), ("decaySteps", .wholes), ("epochs", .wholes),
        ("batchSizes", .wholes),
      ]),
    CallSignature(
      "Resize", isLayer: false, [("width", .whole), ("height", .whole), ("fit", .member("Resize.Fit"))]),
    CallSignature("Flip", isLayer: false, [("horizontal", .truth), ("vertical", .truth)]),
    CallSignature("Normalize", isLayer: false, [("_", .member("Normalize.Way"))]),
    CallSignature("Threshold", isLayer: false, [("_", .real)]),
  ]

  /// The one of this name.
  static func of(_ name: String) -> CallSignature? { byName[name] }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// The labels of whole numbers and lists of them.
  static let wholeLabels: Set<String> = Set(
    all.filter { $0.name != "Sweep" }.flatMap {
      $0.parameters.filter { $0.kind == .whole || $0.kind == .wholes }.map(\.label)
    })
}

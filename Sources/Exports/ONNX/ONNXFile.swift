internal import Datasets
public import Experiments
internal import Files
internal import Foundation
internal import Messages
internal import Networks
internal import SegLab
internal import Tensors

/// The network of a run as an ONNX model: opset 17, IR version 8.
public struct ONNXFile {
  private let run: ExportedRun
  private let weights: NetworkWeights
  private let layout: ImageLayout
  /// Whether the model takes images that are prepared already.
  private let takesPrepared: Bool
  /// What a model holds of weights at most; more go into a file beside it.
  private let mostBytes: Int

  /// A message of protobuf has at most 2 GiB.
  public static let mostBytes = 2_000_000_000

  /// - Parameters:
  ///   - run: the run.
  ///   - weights: its weights.
  ///   - layout: in which order the axes of images stand.
  ///   - takesPrepared: whether the model takes images that are prepared already; otherwise it prepares them itself.
  ///   - mostBytes: the most bytes of weights in the model itself; more go into a file beside it.
  public init(
    _ run: ExportedRun, weights: NetworkWeights, layout: ImageLayout, takesPrepared: Bool = false,
    mostBytes: Int = ONNXFile.mostBytes
  ) {
    (self.run, self.weights, self.layout) = (run, weights, layout)
    (self.takesPrepared, self.mostBytes) = (takesPrepared, mostBytes)
  }

  /// Writes the model, whole or not at all.
  ///
  /// - Parameters:
  ///   - path: the file; weights too large for it go into `path` with `.data` behind it.
  ///   - images: the images of the run, from which the numbers of a whole set are taken; nil where they are not at hand.
  /// - Returns: the files, and how many bytes they have together.
  /// - Throws: `ExportProblem` where the preprocessing cannot be written down, or the disk refuses.
  public func write(to path: String, images: RunImages?) throws(ExportProblem) -> (files: [String], bytes: Int) {
    var builder = ONNXGraphBuilder(weights)
    let size = run.plan.input.dimensions
    let (image, logits) = (builder.unique("image"), builder.unique("logits"))
    var value = image
    if layout == .nhwc {
      value = builder.add("Transpose", [image], to: builder.unique("image/nchw"), [.wholes("perm", [0, 3, 1, 2])])
    }
    let steps = takesPrepared ? [] : try Preprocessing(run, images: images).steps
    for (number, step) in steps.enumerated() {
      value = step.add(to: &builder, reading: value, number: number)
    }
    value = builder.addLayers(reading: value)
    if layout == .nhwc {
      builder.add("Transpose", [value], to: logits, [.wholes("perm", [0, 2, 3, 1])])
    } else {
      builder.add("Identity", [value], to: logits)
    }
    var model = head
    model.graph.nodes = builder.nodes
    model.graph.inputs = [
      self.value(image, size, takesPrepared ? "prepared images" : "intensities, black 0 and white 1")
    ]
    model.graph.outputs = [
      self.value(logits, run.plan.output.dimensions, "a score for each class, before softmax or sigmoid")
    ]
    let isLarge = builder.initializers.reduce(0) { $0 + $1.count } > mostBytes
    let data = path + ".data"
    var offset = 0
    model.graph.initializers = builder.initializers.map { numbers in
      defer { offset += numbers.count }
      return tensor(numbers, at: isLarge && !numbers.isWhole ? offset : nil, in: data)
    }
    let bytes = model.bytes
    guard isLarge else {
      try AtomicFile.written(CollectionOfOne(ContiguousArray(bytes)), to: path)
      return ([path], bytes.count)
    }
    try AtomicFile.written(builder.initializers.lazy.map { ContiguousArray($0.bytes()) }, to: data)
    do {
      try AtomicFile.written(CollectionOfOne(ContiguousArray(bytes)), to: path)
    } catch {
      // Numbers without a model are of no use to anybody.
      unlink(data)
      throw error
    }
    return ([path, data], bytes.count + offset)
  }

  /// The model without its graph's content.
  private var head: ONNXModel {
    var model = ONNXModel()
    var operators = ONNXOperatorSet()
    operators.version = 17
    (model.irVersion, model.operatorSets) = (8, [operators])
    (model.producer, model.producerVersion) = ("SegLab", run.record.plan.engine)
    model.details = "\(run.title), trained on \(run.dataset.isEmpty ? run.record.plan.data : run.dataset)"
    model.metadata = metadata.map { key, value in
      var entry = ONNXEntry()
      (entry.key, entry.value) = (key, value)
      return entry
    }
    model.graph.name = run.title
    return model
  }

  /// What is to be known of the run.
  private var metadata: [(String, String)] {
    let plan = run.record.plan
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return [
      ("run", run.digest), ("weights_digest", run.record.weightsDigest), ("engine", plan.engine),
      ("experiment", run.title), ("dataset", run.dataset), ("data", plan.data), ("layout", layout.rawValue),
      ("classes", String(run.plan.classes)), ("preprocessing", plan.preparation ?? ""),
      ("takes", takesPrepared ? "prepared images" : "images"),
      ("plan", (try? encoder.encode(plan)).map { String(decoding: $0, as: UTF8.self) } ?? ""),
    ]
  }

  /// An input or output: a batch of any size of feature maps.
  private func value(_ name: String, _ map: [Int], _ details: String) -> ONNXValue {
    var value = ONNXValue()
    (value.name, value.details) = (name, details)
    value.type.tensor.kind = 1
    var batch = ONNXAxis()
    batch.symbol = "N"
    let dimensions = layout == .nhwc ? map : [map[2], map[0], map[1]]
    value.type.tensor.shape.axes =
      [batch]
      + dimensions.map { dimension in
        var axis = ONNXAxis()
        axis.count = Int64(dimension)
        return axis
      }
    return value
  }

  private func tensor(_ numbers: ONNXGraphBuilder.Initializer, at offset: Int?, in data: String) -> ONNXTensor {
    var tensor = ONNXTensor()
    (tensor.name, tensor.shape, tensor.kind) = (numbers.name, numbers.shape.map(Int64.init), numbers.isWhole ? 7 : 1)
    guard let offset else {
      tensor.content = numbers.bytes()
      return tensor
    }
    tensor.location = 1
    let name = URL(fileURLWithPath: data).lastPathComponent
    tensor.places = [("location", name), ("offset", String(offset)), ("length", String(numbers.count))].map {
      key, value in
      var entry = ONNXEntry()
      (entry.key, entry.value) = (key, value)
      return entry
    }
    return tensor
  }
}

/// What is done to images before the network sees them, as nodes of a model.
private struct Preprocessing {
  /// One step.
  enum Step {
    case clip(low: Float, high: Float)
    /// Each image by its own mean and deviation.
    case normalizeImage
    /// Each image by the mean and deviation of all training images.
    case normalizeSet(mean: Float, stddev: Float)
  }

  let steps: [Step]

  /// - Throws: `ExportProblem` where a step has no form in ONNX here.
  init(_ run: ExportedRun, images: RunImages?) throws(ExportProblem) {
    let text = run.record.plan.preparation ?? ""
    guard !text.isEmpty else {
      steps = []
      return
    }
    func refusal(_ step: String) -> ExportProblem { ExportProblem(.stepWithoutForm(run: run.digest, step: step)) }
    guard let preprocessing = run.names.lazy.compactMap(\.preprocessing).first(where: { $0.canonicalText == text })
    else {
      throw refusal(text.replacingOccurrences(of: "\n", with: ", "))
    }
    var steps: [Step] = []
    let written = preprocessing.written
    for (number, step) in preprocessing.steps.enumerated() where !type(of: step).isRandom {
      switch step {
      case let clip as Clip: steps.append(.clip(low: Float(clip.low), high: Float(clip.high)))
      case let normalize as Normalize:
        switch normalize.way {
        case .perImage: steps.append(.normalizeImage)
        case .perSet:
          guard let found = images?.preparer.setStatistics[number] else { throw refusal(written[number]) }
          steps.append(.normalizeSet(mean: Float(found.mean), stddev: Float(found.stddev)))
        }
      // Masks are none of the network's business, and images come in the size that it takes.
      case is Threshold: continue
      case is Resize where steps.isEmpty: continue
      default: throw refusal(written[number])
      }
    }
    self.steps = steps
  }
}

extension Preprocessing.Step {
  /// Adds the step's nodes, and returns the value that they give.
  func add(to builder: inout ONNXGraphBuilder, reading value: String, number: Int) -> String {
    let name = "preprocessing\(number + 1)"
    switch self {
    case .clip(let low, let high):
      let bounds = [
        builder.constant("\(name)/low", [low], shape: []), builder.constant("\(name)/high", [high], shape: []),
      ]
      return builder.add("Clip", [value] + bounds, to: self.value("clip", &builder, name))
    case .normalizeSet(let mean, let deviation):
      let center = builder.constant("\(name)/mean", [mean], shape: [])
      let scale = builder.constant("\(name)/scale", [1 / deviation], shape: [])
      let moved = builder.add("Sub", [value, center], to: self.value("centered", &builder, name))
      return builder.add("Mul", [moved, scale], to: self.value("normalized", &builder, name))
    case .normalizeImage:
      let axes: [ONNXAttribute] = [.wholes("axes", [1, 2, 3]), .whole("keepdims", 1)]
      let mean = builder.add("ReduceMean", [value], to: self.value("mean", &builder, name), axes)
      let moved = builder.add("Sub", [value, mean], to: self.value("centered", &builder, name))
      let squares = builder.add("Mul", [moved, moved], to: self.value("squares", &builder, name))
      let variance = builder.add("ReduceMean", [squares], to: self.value("variance", &builder, name), axes)
      // An even image has no contrast to be stretched.
      let least = builder.constant("\(name)/least", [1e-12], shape: [])
      let one = builder.constant("\(name)/one", [1], shape: [])
      let isUneven = builder.add("Greater", [variance, least], to: self.value("isUneven", &builder, name))
      let safe = builder.add("Where", [isUneven, variance, one], to: self.value("safe", &builder, name))
      let deviation = builder.add("Sqrt", [safe], to: self.value("deviation", &builder, name))
      return builder.add("Div", [moved, deviation], to: self.value("normalized", &builder, name))
    }
  }

  private func value(_ part: String, _ builder: inout ONNXGraphBuilder, _ name: String) -> String {
    builder.unique("\(name)/\(part)")
  }
}

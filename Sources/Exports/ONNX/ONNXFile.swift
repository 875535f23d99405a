internal import Datasets
public import Experiments
internal import Files
internal import Foundation
internal import Messages
internal import Networks
internal import Protos
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
    let preprocessing = takesPrepared ? .none : try ONNXPreprocessing(run, images: images)
    let size = preprocessing.input.map { [$0.height, $0.width, 1] } ?? run.plan.input.dimensions
    let (image, logits) = (builder.unique("image"), builder.unique("logits"))
    var value = image
    if layout == .nhwc {
      value = builder.add("Transpose", [image], to: builder.unique("image/nchw"), [.wholes("perm", [0, 3, 1, 2])])
    }
    value = builder.addLayers(reading: preprocessing.add(to: &builder, reading: value))
    if layout == .nhwc {
      builder.add("Transpose", [value], to: logits, [.wholes("perm", [0, 2, 3, 1])])
    } else {
      builder.add("Identity", [value], to: logits)
    }
    var model = head(takes: takesPrepared ? "prepared images" : preprocessing.takes)
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

  /// The model without its graph's content, where it takes such images.
  private func head(takes: String) -> ONNXModel {
    var model = ONNXModel()
    var operators = ONNXOperatorSet()
    operators.version = 17
    (model.irVersion, model.operatorSets) = (8, [operators])
    (model.producer, model.producerVersion) = ("SegLab", run.record.plan.engine)
    model.details = "\(run.title), trained on \(run.dataset.isEmpty ? run.record.plan.data : run.dataset)"
    model.metadata = metadata(takes: takes).map { key, value in
      var entry = ONNXEntry()
      (entry.key, entry.value) = (key, value)
      return entry
    }
    model.graph.name = run.title
    return model
  }

  /// What is to be known of the run.
  private func metadata(takes: String) -> [(String, String)] {
    let plan = run.record.plan
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return [
      ("run", run.digest), ("weights_digest", run.record.weightsDigest), ("engine", plan.engine),
      ("experiment", run.title), ("dataset", run.dataset), ("data", plan.data), ("layout", layout.rawValue),
      ("classes", String(run.plan.classes)), ("preprocessing", plan.preparation ?? ""),
      ("takes", takes),
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

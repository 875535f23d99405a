internal import Datasets
internal import Experiments
internal import Foundation
internal import Imaging
internal import Messages
internal import Protos
internal import SegLab

/// What is done to images before the network sees them, as the first nodes of a model.
struct ONNXPreprocessing {
  /// One step.
  fileprivate enum Step {
    case clip(low: Float, high: Float)
    /// Each image by its own mean and deviation.
    case normalizeImage
    /// Each image by the mean and deviation of all training images.
    case normalizeSet(mean: Float, stddev: Float)
    /// To another size.
    case resize(Resize, from: PixelSize)
  }

  /// Nothing is done.
  static let none = ONNXPreprocessing()

  private var steps: [Step] = []
  /// The size of the images that the model takes; nil where it is the network's.
  private(set) var input: PixelSize?
  /// What images the model takes, in a few words.
  private(set) var takes = "images"

  private init() {}

  /// - Parameters:
  ///   - run: the run.
  ///   - images: its images: they tell what their size is and what their intensities are; nil where they are not at hand.
  /// - Throws: `ExportProblem` where a step has no form in a model.
  init(_ run: ExportedRun, images: RunImages?) throws(ExportProblem) {
    let text = run.record.plan.preparation ?? ""
    guard !text.isEmpty else { return }
    func refusal(_ step: String) -> ExportProblem { ExportProblem(.stepWithoutForm(run: run.digest, step: step)) }
    guard let preprocessing = run.names.lazy.compactMap(\.preprocessing).first(where: { $0.canonicalText == text })
    else {
      throw refusal(text.replacingOccurrences(of: "\n", with: ", "))
    }
    let written = preprocessing.written
    let known = images?.preparer.set.size
    var size = known
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
      // Masks are none of the network's business.
      case is Threshold: continue
      case let resize as Resize:
        if let before = size {
          input = known
          steps.append(.resize(resize, from: before))
        } else if steps.isEmpty {
          // Images of any size: whoever has them brings them to the network's.
          takes = "images that are resized already"
        } else {
          throw refusal(written[number])
        }
        size = PixelSize(width: resize.width, height: resize.height)
      default: throw refusal(written[number])
      }
    }
  }

  /// Adds the nodes of all steps.
  ///
  /// - Parameters:
  ///   - builder: the model.
  ///   - image: the value of the images, `[N, 1, height, width]`.
  /// - Returns: the value of the prepared images, likewise.
  func add(to builder: inout ONNXGraphBuilder, reading image: String) -> String {
    steps.enumerated().reduce(image) { value, step in
      step.element.add(to: &builder, reading: value, "preprocessing\(step.offset + 1)")
    }
  }
}

extension ONNXPreprocessing.Step {
  /// Adds the step's nodes, whose values are called after `name`, and returns the value that they give.
  fileprivate func add(to builder: inout ONNXGraphBuilder, reading value: String, _ name: String) -> String {
    func output(_ part: String, _ builder: inout ONNXGraphBuilder) -> String { builder.unique("\(name)/\(part)") }
    switch self {
    case .clip(let low, let high):
      let bounds = [
        builder.constant("\(name)/low", [low], shape: []), builder.constant("\(name)/high", [high], shape: []),
      ]
      return builder.add("Clip", [value] + bounds, to: output("clip", &builder))
    case .resize(let resize, let size):
      // Pixels are mixed by their nearness, over as many as a new one covers, which ONNX's own `Resize` does only from opset 18 on.
      let (down, across) = resize.matrices(from: size)
      let rows = builder.constant("\(name)/down", down, shape: [resize.height, size.height])
      let columns = builder.constant("\(name)/across", across, shape: [size.width, resize.width])
      let mixed = builder.add("MatMul", [rows, value], to: output("rows", &builder))
      return builder.add("MatMul", [mixed, columns], to: output("resized", &builder))
    case .normalizeSet(let mean, let deviation):
      let center = builder.constant("\(name)/mean", [mean], shape: [])
      let scale = builder.constant("\(name)/scale", [1 / deviation], shape: [])
      let moved = builder.add("Sub", [value, center], to: output("centered", &builder))
      return builder.add("Mul", [moved, scale], to: output("normalized", &builder))
    case .normalizeImage:
      let axes: [ONNXAttribute] = [.wholes("axes", [1, 2, 3]), .whole("keepdims", 1)]
      let mean = builder.add("ReduceMean", [value], to: output("mean", &builder), axes)
      let moved = builder.add("Sub", [value, mean], to: output("centered", &builder))
      let squares = builder.add("Mul", [moved, moved], to: output("squares", &builder))
      let variance = builder.add("ReduceMean", [squares], to: output("variance", &builder), axes)
      // An even image has no contrast to be stretched.
      let least = builder.constant("\(name)/least", [1e-12], shape: [])
      let one = builder.constant("\(name)/one", [1], shape: [])
      let isUneven = builder.add("Greater", [variance, least], to: output("isUneven", &builder))
      let safe = builder.add("Where", [isUneven, variance, one], to: output("safe", &builder))
      let deviation = builder.add("Sqrt", [safe], to: output("deviation", &builder))
      return builder.add("Div", [moved, deviation], to: output("normalized", &builder))
    }
  }
}

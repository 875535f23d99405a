internal import Kernels
public import SegLab
public import Tensors

/// What a layer computes, in the words that every framework has: enough to write the network down for another program.
///
/// Whoever reads it goes through all cases, so that the compiler names every place that a new one needs.
public enum LayerOperation: Sendable, Equatable {
  /// Gives the images.
  case input
  /// Leaves values as they are, or does nothing but an activation.
  case identity
  /// Slides a filter `[kh, kw, in, out]` over a feature map; `untiedBias` adds a number of its own to each output value.
  case convolution(filter: [Int], LayerWindow, bias: Bool, untiedBias: Bool)
  /// Spreads each pixel over a window by a filter `[kh, kw, in, out]`; the window slides over what is made.
  case transposedConvolution(filter: [Int], LayerWindow, bias: Bool)
  /// Keeps the largest value of each window.
  case maxPool(LayerWindow)
  /// Keeps the mean of the pixels of each window that lie inside the feature map.
  case averagePool(LayerWindow)
  /// Makes a feature map so many times larger, pixels' centers at halves.
  case upsample(factor: Int, Interpolation)
  /// Lays feature maps behind one another as channels; larger ones are cut around their center to the output's size.
  case concatenation
  /// Adds feature maps; larger ones are cut around their center to the output's size.
  case add
  /// Brings channels to mean 0 and variance 1 by running statistics, then scales and shifts them.
  case batchNorm(channels: Int, epsilon: Double)
  /// Multiplies by a matrix `[in, out]`.
  case dense(weights: [Int], bias: Bool)
  /// Gives the same values, in the same order, another shape.
  case reshape([Int])
}

/// A window that slides over a feature map, with the padding worked out.
public struct LayerWindow: Sendable, Equatable {
  /// Rows and columns of the window.
  public let size: [Int]
  /// How many pixels it moves at a time.
  public let stride: Int
  /// How many rows and columns it reaches beyond the edge, above and to the left.
  public let before: [Int]
  /// How many rows and columns it reaches beyond the edge, below and to the right.
  public let after: [Int]

  /// - Parameters:
  ///   - size: rows and columns of the window.
  ///   - stride: how many pixels it moves at a time.
  ///   - padding: what happens at the edges.
  ///   - map: the feature map that it slides over, `[height, width, …]`.
  ///   - places: at how many places it stands, down and to the right.
  init(_ size: [Int], stride: Int, padding: Padding, over map: [Int], giving places: [Int]) {
    self.size = size
    self.stride = stride
    let before = (0..<2).map { padding.before(map[$0], window: size[$0], stride: stride) }
    self.before = before
    after = (0..<2).map { max(0, (places[$0] - 1) * stride + size[$0] - map[$0] - before[$0]) }
  }
}

/// A layer of a network that is ready to compute: what it reads, computes and gives.
public struct ComputedLayer: Sendable {
  /// The layer's name, as the learner wrote it.
  public let name: String
  /// The word for its kind, for example `conv2d`.
  public let kind: String
  /// The line in the lab; 0 where it is not known.
  public let line: Int
  /// The layers that it reads, as positions in ``NetworkPlan/computedLayers``.
  public let inputs: [Int]
  /// The shape of what it gives for one image, `[height, width, channels]` or `[count]`.
  public let output: Shape
  /// What it computes.
  public let operation: LayerOperation
  /// What it does to each value at the end.
  public let activation: LayerActivation
  /// Its weights and what it keeps besides, in the order of ``Trainer/withWeights(_:)``.
  public let arrays: [WeightArray]

  /// How many numbers it learns.
  public var parameters: Int { arrays.reduce(0) { $0 + ($1.isLearned ? $1.count : 0) } }
}

/// What a layer does to each value at the end.
public enum LayerActivation: Sendable, Equatable {
  /// Nothing.
  case identity
  /// Negative values become 0.
  case relu
  /// Negative values are multiplied by `slope`.
  case leakyReLU(slope: Float)
  /// 1 / (1 + e⁻ˣ).
  case sigmoid
  /// The exponentials of the channels of a pixel, divided by their sum.
  case softmax
}

/// Numbers of a layer that a trained network is made of.
public struct WeightArray: Sendable, Equatable {
  /// What they are, within the layer: `weights`, `bias`, `runningMean`, …
  public let name: String
  /// Their shape: a filter's `[kh, kw, in, out]`, a matrix's `[in, out]`, a bias's `[out]`.
  public let shape: Shape
  /// Whether they are learned; the others are statistics of the data.
  public let isLearned: Bool

  /// How many they are.
  public var count: Int { shape.count ?? .max }
}

extension NetworkPlan {
  /// The layers that the output depends on, in the order in which they compute.
  public var computedLayers: [ComputedLayer] {
    let positions = Dictionary(uniqueKeysWithValues: live.enumerated().map { ($1, $0) })
    return live.map { position in
      let step = steps[position]
      let layer = step.layer
      let read = step.inputs.first.map { steps[$0].plan.output.dimensions } ?? []
      let operation = layer.operation(reading: read, output: step.plan.output.dimensions)
      let learned = step.plan.parameters
      let names = operation.learnedNames
      precondition(
        names.count == learned.count, "`\(layer.name)` has \(learned.count) arrays, and its operation names \(names)")
      let arrays =
        zip(names, learned).map { WeightArray(name: $0, shape: $1, isLearned: true) }
        + operation.keptArrays.map { WeightArray(name: $0.name, shape: $0.shape, isLearned: false) }
      return ComputedLayer(
        name: layer.name, kind: type(of: layer).kind, line: layer.line,
        inputs: step.inputs.compactMap { positions[$0] }, output: step.plan.output, operation: operation,
        activation: LayerActivation(layer.ending), arrays: arrays)
    }
  }
}

extension LayerOperation {
  /// The names of what is learned, in the order of a layer's parameters.
  fileprivate var learnedNames: [String] {
    switch self {
    case .convolution(_, _, let bias, let untied):
      ["weights"] + (bias ? ["bias"] : []) + (untied ? ["untiedBias"] : [])
    case .transposedConvolution(_, _, let bias), .dense(_, let bias): ["weights"] + (bias ? ["bias"] : [])
    case .batchNorm: ["gamma", "beta"]
    case .input, .identity, .maxPool, .averagePool, .upsample, .concatenation, .add, .reshape: []
    }
  }

  /// What is kept besides.
  fileprivate var keptArrays: [(name: String, shape: Shape)] {
    switch self {
    case .batchNorm(let channels, _): [("runningMean", Shape([channels])), ("runningVariance", Shape([channels]))]
    case .input, .identity, .convolution, .transposedConvolution, .maxPool, .averagePool, .upsample, .concatenation,
      .add, .dense, .reshape:
      []
    }
  }
}

extension LayerActivation {
  fileprivate init(_ ending: LayerEnding) {
    let element: ElementActivation? =
      switch ending {
      case .passesOn, .computes(.identity, _): nil
      case .computes(let activation, _): activation.element
      case .activates(let activation): activation
      }
    self =
      switch element {
      case nil, .rectified(.identity)?: .identity
      case .rectified(.relu)?: .relu
      case .rectified(.leakyReLU(let slope))?: .leakyReLU(slope: slope)
      case .sigmoid?: .sigmoid
      case .softmax?: .softmax
      }
  }
}

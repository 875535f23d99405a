internal import Kernels
internal import SegLab

/// A layer that the engine can run. Each kind conforms in a file of its own beside this one.
protocol BuildableLayer: PlannedLayer {
  /// Adds what computes it to a graph.
  ///
  /// - Parameters:
  ///   - graph: the graph that is being built.
  ///   - values: what it reads, in order.
  ///   - plan: its shapes.
  /// - Returns: what it gives; one of `values` where it changes no number.
  func build(in graph: GraphBuilder, reading values: [Value], plan: LayerPlan) -> Value
}

extension Layer {
  /// What the layer does to each number, where that is all it does and the kernel of the layer before can do it; nil otherwise.
  var fusedActivation: FusedActivation? {
    switch self {
    case is ReLU: .relu
    case let layer as LeakyReLU: .leakyReLU(slope: Float(layer.slope))
    case let layer as Activate: layer.activation == .identity ? nil : layer.activation.fused
    default: nil
    }
  }

  /// Whether the layer's kernel can do the activation of the layer after it.
  var canFuseActivation: Bool {
    switch self {
    case let layer as Conv2D: layer.activation == .identity
    case let layer as ConvTranspose2D: layer.activation == .identity
    case let layer as BatchNorm: layer.activation == .identity
    case is Add: true
    default: false
    }
  }

  /// Whether the layer only shows the numbers that it reads, perhaps in another arrangement.
  var showsItsInput: Bool {
    switch self {
    case is Flatten, is Reshape: true
    case let layer as Activate: layer.activation == .identity
    case let layer as SegLab.Dropout: layer.keep >= 1
    default: false
    }
  }
}

extension Activation {
  /// The activation as a kernel does it on its way; nil where it needs a pass of its own.
  var fused: FusedActivation? {
    switch self {
    case .identity: .identity
    case .relu: .relu
    case .leakyRelu: .leakyReLU(slope: 0.01)
    case .sigmoid, .softmax: nil
    }
  }
}

extension FusedActivation {
  /// What negative numbers are multiplied by.
  var slope: Float {
    switch self {
    case .identity: 1
    case .relu: 0
    case .leakyReLU(let slope): slope
    }
  }
}

internal import Kernels
internal import SegLab

/// What a node of its own does to each number, or to the channels of each pixel.
enum ElementActivation: Equatable {
  /// Negative numbers are made smaller, or 0.
  case rectified(FusedActivation)
  /// 1 / (1 + e⁻ˣ).
  case sigmoid
  /// The exponentials of the channels of a pixel, divided by their sum.
  case softmax
}

extension Activation {
  /// The activation as a node does it; only where there is one.
  var element: ElementActivation {
    switch self {
    case .sigmoid: .sigmoid
    case .softmax: .softmax
    case .identity, .relu, .leakyRelu: .rectified(fused ?? .identity)
    }
  }
}

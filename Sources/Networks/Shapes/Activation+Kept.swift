internal import SegLab

extension Activation {
  /// How many maps a layer that ends in it keeps for the way back: those that can be undone in place are part of the layer's own.
  var keptMaps: Int {
    switch self {
    case .identity, .relu, .leakyRelu: 1
    case .sigmoid, .softmax: 2
    }
  }
}

internal import SegLab

/// Two convolutions with nothing between them that is not linear: together they can do no more than one.
struct LinearPair {
  /// The convolution that ends without an activation.
  let first: Conv2D
  /// The one that reads it.
  let second: Conv2D

  /// The pairs in a network, in order.
  ///
  /// Transposed convolutions are left alone: one right after the scores only makes them larger, and that is meant.
  static func all(in layers: [StructureCheck.Resolved]) -> [LinearPair] {
    layers.compactMap { item in
      guard let second = item.layer as? Conv2D, var position = item.inputs.first else { return nil }
      // Neither dropping numbers nor averaging them is an activation.
      while layers[position].layer is Dropout || layers[position].layer is AveragePool2D {
        position = layers[position].inputs[0]
      }
      guard let first = layers[position].layer as? Conv2D, first.activation == .identity else { return nil }
      return LinearPair(first: first, second: second)
    }
  }
}

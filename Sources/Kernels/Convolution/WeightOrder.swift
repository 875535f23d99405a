/// How a filter's weights lie in memory, `[KH, KW, …]`: a convolution's with the map's channels before the filters, a transposed
/// convolution's, which goes the other way, with the filters first.
struct WeightOrder {
  /// How many numbers lie between neighbouring taps.
  let tap: Int
  /// How many numbers lie between neighbouring channels of the map.
  let channel: Int
  /// How many numbers lie between neighbouring filters.
  let filter: Int

  init(_ geometry: ConvolutionGeometry, transposed: Bool) {
    tap = geometry.channels * geometry.filters
    channel = transposed ? 1 : geometry.filters
    filter = transposed ? geometry.channels : 1
  }

  /// Copies the weights of one tap between sixteen outputs and all inputs: `target[input · 16 + output]`.
  ///
  /// - Parameters:
  ///   - weights: the tap's weights from the first output on.
  ///   - inputs: how many inputs, `inputStride` numbers apart.
  ///   - inputStride: how many numbers lie between inputs.
  ///   - outputs: how many outputs there are, at most sixteen; the others' weights are 0.
  ///   - outputStride: how many numbers lie between outputs.
  ///   - target: `[inputs][16]`; overwritten.
  @inline(__always)
  static func pack(
    _ weights: UnsafePointer<Float>, inputs: Int, inputStride: Int, outputs: Int, outputStride: Int,
    to target: UnsafeMutablePointer<Float>
  ) {
    if outputStride == 1, outputs == Lanes.width {
      for input in 0..<inputs {
        FullLanes().store(FullLanes().load(weights + input &* inputStride), to: target + input &* Lanes.width)
      }
    } else {
      if outputs < Lanes.width { target.update(repeating: 0, count: inputs &* Lanes.width) }
      for output in 0..<outputs {
        let source = weights + output &* outputStride
        var input = 0
        while input < inputs {
          target[input &* Lanes.width &+ output] = source[input &* inputStride]
          input &+= 1
        }
      }
    }
  }
}

/// The dimensions of a convolution: a map of `height` × `width` × `channels` becomes one of `outputHeight` × `outputWidth` × `filters`.
///
/// Output pixel (y, x) sums the products of the filter with the pixels from row y · strideY − padTop and column x · strideX − padLeft on;
/// pixels outside the map count as 0.
public struct ConvolutionGeometry: Sendable, Equatable {
  /// The map's dimensions.
  public let height, width, channels: Int
  /// How many channels come out.
  public let filters: Int
  /// The filter's dimensions.
  public let kernelHeight, kernelWidth: Int
  /// How far the filter moves for each output pixel.
  public let strideY, strideX: Int
  /// How far above and left of the map the first filter begins.
  public let padTop, padLeft: Int
  /// The result's dimensions.
  public let outputHeight, outputWidth: Int

  /// - Parameters:
  ///   - height: how many rows the map has.
  ///   - width: how many pixels a row has.
  ///   - channels: how many channels a pixel has.
  ///   - filters: how many channels come out.
  ///   - kernelHeight: how many rows the filter has.
  ///   - kernelWidth: how many columns the filter has.
  ///   - strideY: how many rows the filter moves on.
  ///   - strideX: how many columns the filter moves on.
  ///   - padTop: how many rows above the map the first filter begins.
  ///   - padLeft: how many columns left of the map the first filter begins.
  ///   - outputHeight: how many rows come out.
  ///   - outputWidth: how many columns come out.
  public init(
    height: Int, width: Int, channels: Int, filters: Int, kernelHeight: Int, kernelWidth: Int, strideY: Int,
    strideX: Int, padTop: Int, padLeft: Int, outputHeight: Int, outputWidth: Int
  ) {
    precondition(
      min(height, width, channels, filters) > 0 && min(kernelHeight, kernelWidth, strideY, strideX) > 0
        && min(outputHeight, outputWidth) > 0 && min(padTop, padLeft) >= 0,
      "dimensions and strides are positive: \([height, width, channels, filters, kernelHeight, kernelWidth, strideY, strideX, outputHeight, outputWidth, padTop, padLeft])"
    )
    self.height = height
    self.width = width
    self.channels = channels
    self.filters = filters
    self.kernelHeight = kernelHeight
    self.kernelWidth = kernelWidth
    self.strideY = strideY
    self.strideX = strideX
    self.padTop = padTop
    self.padLeft = padLeft
    self.outputHeight = outputHeight
    self.outputWidth = outputWidth
  }

  /// How many weights there are: kernelHeight · kernelWidth · channels · filters.
  public var weightCount: Int { kernelHeight * kernelWidth * channels * filters }
}

extension ConvolutionGeometry {
  /// How many numbers of room a convolution of these dimensions needs to work in, as
  /// ``Convolution/scratchCount(threads:)``, without making one.
  ///
  /// - Parameters:
  ///   - isTransposed: whether it goes the other way.
  ///   - batch: the most images at once.
  ///   - threads: how many threads work.
  /// - Returns: their number; the largest `Int` where it is beyond any memory.
  public func roomCount(isTransposed: Bool, batch: Int, threads: Int) -> Int {
    guard isCountable(batch: batch, threads: threads) else { return .max }
    return ConvolutionPasses(self, transposed: isTransposed, batch: batch).scratchCount(threads: threads)
  }

  /// Whether no product that the passes work out is beyond counting: none of their rooms is larger than one of these by
  /// more than a small factor.
  private func isCountable(batch: Int, threads: Int) -> Bool {
    let lanes = { (channels: Int) in (channels + Lanes.width - 1) / Lanes.width * Lanes.width }
    let deepest = max(lanes(channels), lanes(filters))
    let products = [
      // Weights as they are packed, in Winograd's way 36 / 9 times as many and in whole tiles.
      [kernelHeight + 8, kernelWidth + 8, lanes(channels), lanes(filters)],
      [height + kernelHeight + padTop, width + kernelWidth + padLeft, deepest, max(batch, threads)],
      [outputHeight + kernelHeight, outputWidth + kernelWidth, deepest, max(batch, threads)],
      [width + outputWidth, max(strideY, strideX), deepest],
    ]
    return products.allSatisfy { factors in
      var product = 1
      for factor in factors {
        let (value, overflow) = product.multipliedReportingOverflow(by: factor)
        guard !overflow, value < 1 << 44 else { return false }
        product = value
      }
      return true
    }
  }
}

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

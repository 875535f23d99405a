/// The extents of a convolution: a map of `height` × `width` × `channels` becomes one of `outputHeight` × `outputWidth` × `filters`.
///
/// Output pixel (y, x) sums the products of the filter with the pixels from row y · strideY − padTop and column x · strideX − padLeft on;
/// pixels outside the map count as 0.
public struct ConvolutionGeometry: Sendable, Equatable {
  /// The map's extents.
  public let height, width, channels: Int
  /// How many channels come out.
  public let filters: Int
  /// The filter's extents.
  public let kernelHeight, kernelWidth: Int
  /// How far the filter moves for each output pixel.
  public let strideY, strideX: Int
  /// How far above and left of the map the first filter begins.
  public let padTop, padLeft: Int
  /// The result's extents.
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
      "extents and strides are positive: \([height, width, channels, filters, kernelHeight, kernelWidth, strideY, strideX, outputHeight, outputWidth, padTop, padLeft])"
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

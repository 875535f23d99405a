internal import Kernels
internal import SegLab

extension Conv2D {
  /// The extents of the convolution.
  ///
  /// - Parameters:
  ///   - height: rows of the map that is read.
  ///   - width: columns of the map that is read.
  ///   - extents: the output's, `[height, width, channels]`.
  /// - Returns: the geometry as the kernels take it.
  func geometry(height: Int, width: Int, output extents: [Int]) -> ConvolutionGeometry {
    // A stride beyond the map is never taken.
    let step = min(stride, max(height, width))
    return ConvolutionGeometry(
      height: height, width: width, channels: filter[2], filters: filter[3], kernelHeight: filter[0],
      kernelWidth: filter[1], strideY: step, strideX: step,
      padTop: padding.before(height, window: filter[0], stride: stride),
      padLeft: padding.before(width, window: filter[1], stride: stride), outputHeight: extents[0],
      outputWidth: extents[1])
  }
}

internal import Kernels
internal import SegLab

extension ConvTranspose2D {
  /// The extents of the convolution that goes the other way: from this layer's output to what it reads.
  ///
  /// - Parameters:
  ///   - height: rows of the map that is read.
  ///   - width: columns of the map that is read.
  ///   - extents: the output's, `[height, width, channels]`.
  /// - Returns: the geometry as the kernels take it.
  func geometry(height: Int, width: Int, output extents: [Int]) -> ConvolutionGeometry {
    // A stride beyond the map is never taken.
    let step = min(stride, max(extents[0], extents[1]))
    return ConvolutionGeometry(
      height: extents[0], width: extents[1], channels: filter[3], filters: filter[2], kernelHeight: filter[0],
      kernelWidth: filter[1], strideY: step, strideX: step,
      padTop: padding.before(extents[0], window: filter[0], stride: stride),
      padLeft: padding.before(extents[1], window: filter[1], stride: stride), outputHeight: height, outputWidth: width)
  }
}

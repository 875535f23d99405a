internal import Kernels

/// What a convolution and a transposed one have in common.
protocol ConvolutionKernel {
  /// The extents; for a transposed convolution, those of the one that goes the other way.
  var geometry: ConvolutionGeometry { get }
  /// How many numbers of room the passes need to work in, with so many threads.
  func scratchCount(threads: Int) -> Int
  /// The result from the map.
  func forward(
    _ x: FeatureMap, weights: UnsafePointer<Float>, bias: UnsafePointer<Float>?, activation: FusedActivation,
    to y: FeatureMap, batch: Int, scratch: UnsafeMutablePointer<Float>, on pool: WorkerPool)
  /// The gradient of the map.
  func backwardData(
    _ dy: FeatureMap, weights: UnsafePointer<Float>, to dx: FeatureMap, epilogue: GradientEpilogue, batch: Int,
    scratch: UnsafeMutablePointer<Float>, on pool: WorkerPool)
  /// The gradient of the weights.
  func backwardWeights(
    _ x: FeatureMap, _ dy: FeatureMap, to dw: UnsafeMutablePointer<Float>, batch: Int,
    scratch: UnsafeMutablePointer<Float>, on pool: WorkerPool)
}

extension Convolution: ConvolutionKernel {}
extension TransposedConvolution: ConvolutionKernel {}

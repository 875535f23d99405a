internal import Tensors

/// A transposed convolution: what a convolution's gradient of its map is, as a layer of its own. Small maps become large ones.
///
/// The geometry is that of the convolution that goes the other way: its map (`height` × `width` × `channels`) is this layer's result, its result
/// (`outputHeight` × `outputWidth` × `filters`) is what this layer reads.
public final class TransposedConvolution {
  /// The dimensions of the convolution that goes the other way.
  public let geometry: ConvolutionGeometry
  let passes: ConvolutionPasses

  /// - Parameters:
  ///   - geometry: the dimensions of the convolution that goes the other way.
  ///   - batch: the most images at once.
  public init(_ geometry: ConvolutionGeometry, batch: Int) {
    self.geometry = geometry
    passes = ConvolutionPasses(geometry, transposed: true, batch: batch)
  }

  /// As ``init(_:batch:)``, by one way alone.
  init(_ geometry: ConvolutionGeometry, batch: Int, algorithm: ConvolutionAlgorithm) {
    self.geometry = geometry
    passes = ConvolutionPasses(geometry, transposed: true, batch: batch, algorithms: [algorithm, .direct])
  }

  /// How many numbers of room the passes need to work in, with so many threads.
  public func scratchCount(threads: Int) -> Int {
    passes.scratchCount(threads: threads)
  }

  /// y = activation(convᵀ(x, weights) + bias).
  ///
  /// - Parameters:
  ///   - x: the map, `[N, H′, W′, K]`.
  ///   - weights: `[KH, KW, K, C]`: channels in, channels out.
  ///   - bias: `[C]`; nil for none.
  ///   - activation: what to do to each number before it is written.
  ///   - y: the result, `[N, H, W, C]`; overwritten.
  ///   - batch: how many images.
  ///   - scratch: room to work in, see ``scratchCount(threads:)``.
  ///   - pool: the threads to use.
  public func forward(
    _ x: FeatureMap, weights: UnsafePointer<Float>, bias: UnsafePointer<Float>?, activation: FusedActivation,
    to y: FeatureMap, batch: Int, scratch: UnsafeMutablePointer<Float>, on pool: WorkerPool
  ) {
    passes.toMap.run(
      x, weights: weights, bias: bias, activation: activation, to: y, epilogue: .overwriting, batch: batch,
      scratch: scratch, on: pool)
  }

  /// The gradient of the map.
  ///
  /// - Parameters:
  ///   - dy: the gradient of the result, `[N, H, W, C]`.
  ///   - weights: `[KH, KW, K, C]`.
  ///   - dx: the gradient of the map, `[N, H′, W′, K]`.
  ///   - epilogue: whether to overwrite or to add, and what else to do to the gradient.
  ///   - batch: how many images.
  ///   - scratch: room to work in, see ``scratchCount(threads:)``.
  ///   - pool: the threads to use.
  public func backwardData(
    _ dy: FeatureMap, weights: UnsafePointer<Float>, to dx: FeatureMap, epilogue: GradientEpilogue, batch: Int,
    scratch: UnsafeMutablePointer<Float>, on pool: WorkerPool
  ) {
    passes.toResult.run(
      dy, weights: weights, bias: nil, activation: .identity, to: dx, epilogue: epilogue, batch: batch,
      scratch: scratch,
      on: pool)
  }

  /// The gradient of the weights.
  ///
  /// - Parameters:
  ///   - x: the map, `[N, H′, W′, K]`.
  ///   - dy: the gradient of the result, `[N, H, W, C]`.
  ///   - dw: the gradient of the weights, `[KH, KW, K, C]`; overwritten.
  ///   - batch: how many images.
  ///   - scratch: room to work in, see ``scratchCount(threads:)``.
  ///   - pool: the threads to use.
  public func backwardWeights(
    _ x: FeatureMap, _ dy: FeatureMap, to dw: UnsafeMutablePointer<Float>, batch: Int,
    scratch: UnsafeMutablePointer<Float>, on pool: WorkerPool
  ) {
    passes.toWeights.run(dy, x, to: dw, batch: batch, scratch: scratch, on: pool)
  }
}

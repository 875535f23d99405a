internal import Tensors

/// A convolution of one geometry: forward, and the gradients of its map and its weights.
///
/// The sums of each pass are taken in an order that depends on the geometry alone: the same bits for any number of threads.
public final class Convolution {
  /// The extents.
  public let geometry: ConvolutionGeometry
  private let passes: ConvolutionPasses

  /// - Parameters:
  ///   - geometry: the extents.
  ///   - batch: the most images at once.
  public init(_ geometry: ConvolutionGeometry, batch: Int) {
    self.geometry = geometry
    passes = ConvolutionPasses(geometry, transposed: false, batch: batch)
  }

  /// As ``init(_:batch:)``, by one way alone.
  init(_ geometry: ConvolutionGeometry, batch: Int, algorithm: ConvolutionAlgorithm) {
    self.geometry = geometry
    passes = ConvolutionPasses(geometry, transposed: false, batch: batch, algorithms: [algorithm, .direct])
  }

  /// How many numbers of room the passes need to work in, with so many threads.
  public func scratchCount(threads: Int) -> Int {
    passes.scratchCount(threads: threads)
  }

  /// y = activation(conv(x, weights) + bias).
  ///
  /// - Parameters:
  ///   - x: the map, `[N, H, W, C]`.
  ///   - weights: `[KH, KW, C, K]`.
  ///   - bias: `[K]`; nil for none.
  ///   - activation: what to do to each number before it is written.
  ///   - y: the result, `[N, H′, W′, K]`; overwritten.
  ///   - batch: how many images.
  ///   - scratch: room to work in, see ``scratchCount(threads:)``.
  ///   - pool: the threads to use.
  public func forward(
    _ x: FeatureMap, weights: UnsafePointer<Float>, bias: UnsafePointer<Float>?, activation: FusedActivation,
    to y: FeatureMap, batch: Int, scratch: UnsafeMutablePointer<Float>, on pool: WorkerPool
  ) {
    passes.toResult.run(
      x, weights: weights, bias: bias, activation: activation, to: y, finish: .overwriting, batch: batch,
      scratch: scratch, on: pool)
  }

  /// The gradient of the map.
  ///
  /// - Parameters:
  ///   - dy: the gradient of the result, `[N, H′, W′, K]`.
  ///   - weights: `[KH, KW, C, K]`.
  ///   - dx: the gradient of the map, `[N, H, W, C]`.
  ///   - finish: whether to overwrite or to add, and what else to do to the gradient.
  ///   - batch: how many images.
  ///   - scratch: room to work in, see ``scratchCount(threads:)``.
  ///   - pool: the threads to use.
  public func backwardData(
    _ dy: FeatureMap, weights: UnsafePointer<Float>, to dx: FeatureMap, finish: GradientFinish, batch: Int,
    scratch: UnsafeMutablePointer<Float>, on pool: WorkerPool
  ) {
    passes.toMap.run(
      dy, weights: weights, bias: nil, activation: .identity, to: dx, finish: finish, batch: batch, scratch: scratch,
      on: pool)
  }

  /// The gradient of the weights.
  ///
  /// - Parameters:
  ///   - x: the map, `[N, H, W, C]`.
  ///   - dy: the gradient of the result, `[N, H′, W′, K]`.
  ///   - dw: the gradient of the weights, `[KH, KW, C, K]`; overwritten.
  ///   - batch: how many images.
  ///   - scratch: room to work in, see ``scratchCount(threads:)``.
  ///   - pool: the threads to use.
  public func backwardWeights(
    _ x: FeatureMap, _ dy: FeatureMap, to dw: UnsafeMutablePointer<Float>, batch: Int,
    scratch: UnsafeMutablePointer<Float>, on pool: WorkerPool
  ) {
    passes.toWeights.run(x, dy, to: dw, batch: batch, scratch: scratch, on: pool)
  }
}

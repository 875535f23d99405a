/// A pass of a convolution from one map to another.
protocol MapPass {
  /// How many numbers of room the pass needs.
  func scratchCount(threads: Int) -> Int
  /// Runs the pass.
  ///
  /// - Parameters:
  ///   - source: what is read.
  ///   - weights: see ``WeightOrder``.
  ///   - bias: a number for each target channel; nil for none.
  ///   - activation: what to do to each sum.
  ///   - target: what is written.
  ///   - finish: how it is written.
  ///   - batch: how many images.
  ///   - scratch: room for ``scratchCount(threads:)`` numbers.
  ///   - pool: the threads to use.
  func run(
    _ source: FeatureMap, weights: UnsafePointer<Float>, bias: UnsafePointer<Float>?, activation: FusedActivation,
    to target: FeatureMap, finish: GradientFinish, batch: Int, scratch: UnsafeMutablePointer<Float>,
    on pool: WorkerPool)
}

/// A pass of a convolution that works out the gradient of its weights.
protocol WeightPass {
  /// How many numbers of room the pass needs.
  func scratchCount(threads: Int) -> Int
  /// Works out the gradient of the weights.
  ///
  /// - Parameters:
  ///   - x: the map.
  ///   - dy: the gradient of the result.
  ///   - dw: the gradient of the weights; overwritten.
  ///   - batch: how many images.
  ///   - scratch: room for ``scratchCount(threads:)`` numbers.
  ///   - pool: the threads to use.
  func run(
    _ x: FeatureMap, _ dy: FeatureMap, to dw: UnsafeMutablePointer<Float>, batch: Int,
    scratch: UnsafeMutablePointer<Float>, on pool: WorkerPool)
}

internal import Tensors

/// A convolution of one geometry: forward, and the gradients of its map and its weights.
///
/// The sums of each pass are taken in an order that depends on the geometry alone: the same bits for any number of threads.
public final class Convolution {
  /// The dimensions.
  public let geometry: ConvolutionGeometry
  let passes: ConvolutionPasses

  /// - Parameters:
  ///   - geometry: the dimensions.
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
      x, weights: weights, bias: bias, activation: activation, to: y, epilogue: .overwriting, batch: batch,
      scratch: scratch, on: pool)
  }

  /// The gradient of the map.
  ///
  /// - Parameters:
  ///   - dy: the gradient of the result, `[N, H′, W′, K]`.
  ///   - weights: `[KH, KW, C, K]`.
  ///   - dx: the gradient of the map, `[N, H, W, C]`.
  ///   - epilogue: whether to overwrite or to add, and what else to do to the gradient.
  ///   - batch: how many images.
  ///   - scratch: room to work in, see ``scratchCount(threads:)``.
  ///   - pool: the threads to use.
  public func backwardData(
    _ dy: FeatureMap, weights: UnsafePointer<Float>, to dx: FeatureMap, epilogue: GradientEpilogue, batch: Int,
    scratch: UnsafeMutablePointer<Float>, on pool: WorkerPool
  ) {
    passes.toMap.run(
      dy, weights: weights, bias: nil, activation: .identity, to: dx, epilogue: epilogue, batch: batch,
      scratch: scratch,
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

/// The three passes of a convolution, each by the first way that does not reject it.
struct ConvolutionPasses {
  /// A pass with the ways that rejected it.
  struct Choice {
    let algorithm: ConvolutionAlgorithm
    let rejections: [(algorithm: ConvolutionAlgorithm, reason: ConvolutionAlgorithm.Rejection)]
  }

  /// The dimensions.
  let geometry: ConvolutionGeometry
  /// From map to result, from result to map, and to the weights.
  let toResult, toMap: any MapPass
  let toWeights: any WeightPass
  let resultChoice, mapChoice, weightChoice: Choice

  /// - Parameters:
  ///   - geometry: the dimensions.
  ///   - transposed: whether the weights lie as a transposed convolution's do.
  ///   - batch: the most images at once.
  ///   - algorithms: the ways to ask, in order; the last must take all.
  init(
    _ geometry: ConvolutionGeometry, transposed: Bool, batch: Int,
    algorithms: [ConvolutionAlgorithm] = ConvolutionAlgorithm.allCases
  ) {
    self.geometry = geometry
    let order = WeightOrder(geometry, transposed: transposed)
    func choice(_ rejection: (ConvolutionAlgorithm) -> ConvolutionAlgorithm.Rejection?) -> Choice {
      var rejections: [(ConvolutionAlgorithm, ConvolutionAlgorithm.Rejection)] = []
      for algorithm in algorithms {
        guard let reason = rejection(algorithm) else { return Choice(algorithm: algorithm, rejections: rejections) }
        rejections.append((algorithm, reason))
      }
      preconditionFailure("\(algorithms.count) ways rejected \(geometry)")
    }
    func pass(_ algorithm: ConvolutionAlgorithm, isForward: Bool) -> any MapPass {
      switch algorithm {
      case .winograd: WinogradPass(geometry, order, isForward: isForward, batch: batch)
      case .rows: RowPass(geometry, order)
      case .direct: DirectPass(geometry, order, isForward: isForward, batch: batch)
      }
    }
    resultChoice = choice { $0.rejection(geometry, isForward: true) }
    mapChoice = choice { $0.rejection(geometry, isForward: false) }
    weightChoice = choice { $0.weightRejection(geometry) }
    toResult = pass(resultChoice.algorithm, isForward: true)
    toMap = pass(mapChoice.algorithm, isForward: false)
    switch weightChoice.algorithm {
    case .winograd: toWeights = WinogradWeightGradient(geometry, order, batch: batch)
    case .rows, .direct: toWeights = DirectWeightGradient(geometry, order, batch: batch)
    }
  }

  /// How many numbers of room the passes need, one after the other.
  func scratchCount(threads: Int) -> Int {
    max(
      toResult.scratchCount(threads: threads), toMap.scratchCount(threads: threads),
      toWeights.scratchCount(threads: threads))
  }
}

/// A pass of a convolution from one map to another.
protocol MapPass {
  /// How many numbers of room the pass needs.
  func scratchCount(threads: Int) -> Int
  /// How many multiply-adds the processor does for `batch` images, lanes without a channel among them.
  func multiplyAdds(batch: Int) -> Int
  /// Runs the pass.
  ///
  /// - Parameters:
  ///   - source: what is read.
  ///   - weights: see ``WeightOrder``.
  ///   - bias: a number for each target channel; nil for none.
  ///   - activation: what to do to each sum.
  ///   - target: what is written.
  ///   - epilogue: how it is written.
  ///   - batch: how many images.
  ///   - scratch: room for ``scratchCount(threads:)`` numbers.
  ///   - pool: the threads to use.
  func run(
    _ source: FeatureMap, weights: UnsafePointer<Float>, bias: UnsafePointer<Float>?, activation: FusedActivation,
    to target: FeatureMap, epilogue: GradientEpilogue, batch: Int, scratch: UnsafeMutablePointer<Float>,
    on pool: WorkerPool)
}

/// A pass of a convolution that works out the gradient of its weights.
protocol WeightPass {
  /// How many numbers of room the pass needs.
  func scratchCount(threads: Int) -> Int
  /// How many multiply-adds the processor does for `batch` images, lanes without a channel among them.
  func multiplyAdds(batch: Int) -> Int
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

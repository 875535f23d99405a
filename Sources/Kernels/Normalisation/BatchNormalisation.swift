internal import Tensors

/// Brings each channel to mean 0 and variance 1 over all pixels of a batch, then scales and shifts it.
///
/// y = activation((x − mean) / √(variance + ε) · gamma + beta). What a backward pass needs of the forward one is kept: the statistics, not the
/// images. Sums run over stretches of pixels in single precision, around each stretch's own mean, and over the stretches in double precision.
/// - SeeAlso: Ioffe, Szegedy, “Batch Normalization”, 2015.
public final class BatchNormalisation {
  /// How many channels there are.
  public let channels: Int
  let epsilon: Double
  /// A row of lanes for each stretch and each of the two sums.
  let lanes: AlignedBuffer
  /// Two sums for each channel of each stretch.
  var parts: [Double]
  /// For each channel the mean, gamma / √(variance + ε), beta and 1 / √(variance + ε) of the last forward pass.
  let statistics: AlignedBuffer
  /// The same, and two more rows, as they lie in a group of lanes.
  let tables: AlignedBuffer

  /// - Parameters:
  ///   - channels: how many channels there are.
  ///   - pixels: the most pixels at once, over all images.
  ///   - epsilon: what is added to the variance.
  public init(channels: Int, pixels: Int, epsilon: Double = 1e-5) {
    precondition(
      channels > 0 && epsilon >= 0, "\(channels) channels with an epsilon of \(epsilon) cannot be normalised")
    self.channels = channels
    self.epsilon = epsilon
    let tiles = LaneWalk.tiles(pixels, channels: channels)
    let length = LaneWalk.lanes(channels: channels)
    lanes = AlignedBuffer(count: tiles * 2 * length)
    parts = Array(repeating: 0, count: tiles * 2 * channels)
    statistics = AlignedBuffer(count: 6 * channels)
    tables = AlignedBuffer(count: 6 * length)
  }

  /// Normalises with the batch's own statistics and lets the running ones follow.
  ///
  /// The running mean becomes momentum · running + (1 − momentum) · mean; so does the running variance, with the unbiased one of the batch.
  /// - Parameters:
  ///   - x: the images.
  ///   - gamma: what each channel is multiplied by, `[channels]`.
  ///   - beta: what is added to each channel, `[channels]`.
  ///   - runningMean: `[channels]`; changed.
  ///   - runningVariance: `[channels]`; changed.
  ///   - momentum: how much of the running statistics stays.
  ///   - activation: what is done to the result.
  ///   - y: the result; may be `x` where no backward pass follows.
  ///   - batch: how many images.
  ///   - pool: the threads to use.
  public func forward(
    _ x: FeatureMap, gamma: UnsafePointer<Float>, beta: UnsafePointer<Float>,
    runningMean: UnsafeMutablePointer<Float>, runningVariance: UnsafeMutablePointer<Float>, momentum: Double,
    activation: FusedActivation, to y: FeatureMap, batch: Int, on pool: WorkerPool
  ) {
    let pixels = batch * x.height * x.width
    measure(x, pixels: pixels, on: pool)
    let (mean, variance) = (statistics.pointer, statistics.pointer + channels)
    let unbiased = pixels > 1 ? Double(pixels) / Double(pixels - 1) : 1
    for channel in 0..<channels {
      runningMean[channel] = Float(
        momentum * Double(runningMean[channel]) + (1 - momentum) * Double(mean[channel]))
      runningVariance[channel] = Float(
        momentum * Double(runningVariance[channel]) + (1 - momentum) * Double(variance[channel]) * unbiased)
    }
    normalise(x, gamma: gamma, beta: beta, activation: activation, to: y, pixels: pixels, on: pool)
  }

  /// Normalises with the running statistics, as it is done once training has ended.
  ///
  /// - Parameters:
  ///   - x: the images.
  ///   - gamma: what each channel is multiplied by, `[channels]`.
  ///   - beta: what is added to each channel, `[channels]`.
  ///   - runningMean: `[channels]`.
  ///   - runningVariance: `[channels]`.
  ///   - activation: what is done to the result.
  ///   - y: the result; may be `x`.
  ///   - batch: how many images.
  ///   - pool: the threads to use.
  public func forward(
    _ x: FeatureMap, gamma: UnsafePointer<Float>, beta: UnsafePointer<Float>, runningMean: UnsafePointer<Float>,
    runningVariance: UnsafePointer<Float>, activation: FusedActivation, to y: FeatureMap, batch: Int,
    on pool: WorkerPool
  ) {
    statistics.pointer.update(from: runningMean, count: channels)
    (statistics.pointer + channels).update(from: runningVariance, count: channels)
    normalise(
      x, gamma: gamma, beta: beta, activation: activation, to: y, pixels: batch * x.height * x.width, on: pool)
  }

  /// Writes y from the mean and the variance in ``statistics``, and keeps there what a backward pass needs.
  private func normalise(
    _ x: FeatureMap, gamma: UnsafePointer<Float>, beta: UnsafePointer<Float>, activation: FusedActivation,
    to y: FeatureMap, pixels: Int, on pool: WorkerPool
  ) {
    let statistics = statistics.pointer
    for channel in 0..<channels {
      let inverse = 1 / (Double(statistics[channels + channel]) + epsilon).squareRoot()
      statistics[channels + channel] = Float(Double(gamma[channel]) * inverse)
      statistics[2 * channels + channel] = beta[channel]
      statistics[3 * channels + channel] = Float(inverse)
    }
    let walk = LaneWalk(writing: y, x)
    let length = LaneWalk.lanes(channels: channels)
    for row in 0..<3 { walk.spread(statistics + row * channels, to: tables.pointer + row * length) }
    let tables = tables.pointer
    pool.forEach(walk.tiles(pixels)) { tile in
      let range = walk.pixels(tile, of: pixels)
      var work = Normalise(
        x: walk.row(x, range.lowerBound), y: walk.row(y, range.lowerBound), mean: tables, scale: tables + length,
        beta: tables + 2 * length, activation: ActivationLanes(activation))
      walk.run(range.count, &work)
    }
  }

  private struct Normalise: LaneWork {
    let x, y: LaneRow
    let mean, scale, beta: UnsafePointer<Float>
    let activation: ActivationLanes

    @inline(__always)
    mutating func work(_ group: Int, _ vector: Int, _ access: some LaneAccess) {
      let full = FullLanes()
      let lane = vector &* Lanes.width
      let centred = access.load(x.at(group, vector)) - full.load(mean + lane)
      let value = full.load(beta + lane).adding(centred, times: full.load(scale + lane))
      access.store(activation.value(value), to: y.at(group, vector))
    }
  }
}

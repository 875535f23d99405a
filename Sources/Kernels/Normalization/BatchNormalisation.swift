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
    let tiles = VectorizedLoop.tiles(pixels, channels: channels)
    let length = VectorizedLoop.lanes(channels: channels)
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
    let loop = VectorizedLoop(writing: y, x)
    let length = VectorizedLoop.lanes(channels: channels)
    for row in 0..<3 { loop.spread(statistics + row * channels, to: tables.pointer + row * length) }
    let tables = tables.pointer
    pool.forEach(loop.tiles(pixels)) { tile in
      let range = loop.pixels(tile, of: pixels)
      var work = Normalise(
        x: loop.row(x, range.lowerBound), y: loop.row(y, range.lowerBound), mean: tables, scale: tables + length,
        beta: tables + 2 * length, activation: ActivationLanes(activation))
      loop.run(range.count, &work)
    }
  }

  private struct Normalise: VectorizedBody {
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

extension BatchNormalisation {
  /// Measures the mean and the biased variance of each channel, in one pass over memory: a stretch is in the cache when it is read again for the
  /// squares around its own mean.
  func measure(_ x: FeatureMap, pixels: Int, on pool: WorkerPool) {
    let loop = VectorizedLoop(writing: x)
    let tiles = loop.tiles(pixels)
    let channels = channels
    precondition(x.channels == channels, "statistics of \(channels) channels got a map of \(x.channels)")
    precondition(tiles * 2 * channels <= parts.count, "there is no room for the statistics of \(pixels) pixels")
    let length = VectorizedLoop.lanes(channels: channels)
    let lanes = lanes.pointer
    let statistics = statistics.pointer
    parts.withUnsafeMutableBufferPointer { parts in
      guard let parts = parts.baseAddress else { return }
      pool.forEach(tiles) { tile in
        let range = loop.pixels(tile, of: pixels)
        let own = lanes + tile * 2 * length
        let sums = parts + tile * 2 * channels
        let row = loop.row(x, range.lowerBound)
        var total = Sum(row: row, target: own)
        loop.runChannels(range.count, &total)
        loop.collect(own, to: sums)
        for channel in 0..<channels {
          sums[channel] /= Double(range.count)
          own[channel] = Float(sums[channel])
        }
        loop.spread(own, to: own + length)
        var squares = Squares(row: row, mean: own + length, target: own)
        loop.runChannels(range.count, &squares)
        loop.collect(own, to: sums + channels)
      }
      for channel in 0..<channels {
        var mean = 0.0
        for tile in 0..<tiles {
          mean += Double(loop.pixels(tile, of: pixels).count) * parts[tile * 2 * channels + channel]
        }
        mean /= Double(pixels)
        var squares = 0.0
        for tile in 0..<tiles {
          let part = parts + tile * 2 * channels
          let offset = part[channel] - mean
          squares += part[channels + channel] + Double(loop.pixels(tile, of: pixels).count) * offset * offset
        }
        statistics[channel] = Float(mean)
        statistics[channels + channel] = Float(squares / Double(pixels))
      }
    }
  }

  private struct Sum: VectorizedReduction {
    let row: LaneRow
    let target: UnsafeMutablePointer<Float>
    var sum = Lanes.zero

    @inline(__always)
    mutating func begin(_ vector: Int) { sum = .zero }

    @inline(__always)
    mutating func work(_ group: Int, _ vector: Int, _ access: some LaneAccess) {
      sum += access.load(row.at(group, vector))
    }

    @inline(__always)
    mutating func end(_ vector: Int) { FullLanes().store(sum, to: target + vector * Lanes.width) }
  }

  private struct Squares: VectorizedReduction {
    let row: LaneRow
    let mean: UnsafePointer<Float>
    let target: UnsafeMutablePointer<Float>
    var centre = Lanes.zero
    var sum = Lanes.zero

    @inline(__always)
    mutating func begin(_ vector: Int) {
      centre = FullLanes().load(mean + vector * Lanes.width)
      sum = .zero
    }

    @inline(__always)
    mutating func work(_ group: Int, _ vector: Int, _ access: some LaneAccess) {
      let offset = access.kept(access.load(row.at(group, vector)) - centre)
      sum = sum.adding(offset, times: offset)
    }

    @inline(__always)
    mutating func end(_ vector: Int) { FullLanes().store(sum, to: target + vector * Lanes.width) }
  }
}

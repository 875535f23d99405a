internal import Tensors

extension BatchNormalisation {
  /// Works out the gradients that follow from the last forward pass with the batch's own statistics.
  ///
  /// With g = dy · activation′ and x̂ the normalised x, over M pixels: dbeta = Σg, dgamma = Σg·x̂ and
  /// dx = gamma / √(variance + ε) · (g − dbeta / M − x̂ · dgamma / M).
  /// - Parameters:
  ///   - x: the images of the forward pass.
  ///   - dy: the gradient of its result.
  ///   - activation: what was done to the result.
  ///   - dx: the gradient of `x`; nil where it is not needed; may be `dy`.
  ///   - epilogue: how to hand it over.
  ///   - gammaGradient: `[channels]`; overwritten.
  ///   - betaGradient: `[channels]`; overwritten.
  ///   - batch: how many images.
  ///   - pool: the threads to use.
  public func backward(
    _ x: FeatureMap, _ dy: FeatureMap, activation: FusedActivation, to dx: FeatureMap?, epilogue: GradientEpilogue,
    gammaGradient: UnsafeMutablePointer<Float>, betaGradient: UnsafeMutablePointer<Float>, batch: Int,
    on pool: WorkerPool
  ) {
    let pixels = batch * x.height * x.width
    sum(
      x, dy, activation: activation, gammaGradient: gammaGradient, betaGradient: betaGradient, pixels: pixels, on: pool)
    guard let dx else { return }
    let sink = GradientSink(epilogue, dx)
    let loop = VectorizedLoop(writing: dx, x, dy, sink.activated)
    let length = VectorizedLoop.lanes(channels: channels)
    let table = tables.pointer
    let statistics = statistics.pointer
    for channel in 0..<channels {
      statistics[4 * channels + channel] = -betaGradient[channel] / Float(pixels)
      statistics[5 * channels + channel] =
        -gammaGradient[channel] / Float(pixels) * statistics[3 * channels + channel]
    }
    for row in [0, 1, 2, 4, 5] { loop.spread(statistics + row * channels, to: table + row * length) }
    pool.forEach(loop.tiles(pixels)) { tile in
      let range = loop.pixels(tile, of: pixels)
      var work = Write(
        x: loop.row(x, range.lowerBound), dy: loop.row(dy, range.lowerBound), dx: loop.row(dx, range.lowerBound),
        output: loop.row(sink.activated, range.lowerBound), sink: sink, table: table, length: length,
        activation: ActivationLanes(activation))
      loop.run(range.count, &work)
    }
  }

  /// Writes dgamma and dbeta.
  private func sum(
    _ x: FeatureMap, _ dy: FeatureMap, activation: FusedActivation, gammaGradient: UnsafeMutablePointer<Float>,
    betaGradient: UnsafeMutablePointer<Float>, pixels: Int, on pool: WorkerPool
  ) {
    let loop = VectorizedLoop(writing: x, dy)
    let tiles = loop.tiles(pixels)
    let channels = channels
    precondition(tiles * 2 * channels <= parts.count, "there is no room for the sums of \(pixels) pixels")
    let length = VectorizedLoop.lanes(channels: channels)
    let (lanes, statistics, table) = (lanes.pointer, statistics.pointer, tables.pointer)
    for row in 0..<4 { loop.spread(statistics + row * channels, to: table + row * length) }
    parts.withUnsafeMutableBufferPointer { parts in
      guard let parts = parts.baseAddress else { return }
      pool.forEach(tiles) { tile in
        let range = loop.pixels(tile, of: pixels)
        let own = lanes + tile * 2 * length
        var work = Sums(
          x: loop.row(x, range.lowerBound), dy: loop.row(dy, range.lowerBound), table: table, length: length,
          activation: ActivationLanes(activation), target: own)
        loop.runChannels(range.count, &work)
        loop.collect(own, to: parts + tile * 2 * channels)
        loop.collect(own + length, to: parts + (tile * 2 + 1) * channels)
      }
      for channel in 0..<channels {
        var sums = SIMD2<Double>.zero
        for tile in 0..<tiles {
          sums += SIMD2(parts[tile * 2 * channels + channel], parts[(tile * 2 + 1) * channels + channel])
        }
        betaGradient[channel] = Float(sums.x)
        gammaGradient[channel] = Float(sums.y * Double(statistics[3 * channels + channel]))
      }
    }
  }

  /// Σg and Σg·(x − mean).
  private struct Sums: VectorizedReduction {
    let x, dy: LaneRow
    let table: UnsafePointer<Float>
    let length: Int
    let activation: ActivationLanes
    let target: UnsafeMutablePointer<Float>
    var mean = Lanes.zero
    var scale = Lanes.zero
    var beta = Lanes.zero
    var sum = Lanes.zero
    var product = Lanes.zero

    @inline(__always)
    mutating func begin(_ vector: Int) {
      let full = FullLanes()
      mean = full.load(table + vector * Lanes.width)
      scale = full.load(table + length + vector * Lanes.width)
      beta = full.load(table + 2 * length + vector * Lanes.width)
      sum = .zero
      product = .zero
    }

    @inline(__always)
    mutating func work(_ group: Int, _ vector: Int, _ access: some LaneAccess) {
      let centred = access.load(x.at(group, vector)) - mean
      let g = activation.gradient(access.load(dy.at(group, vector)), beta.adding(centred, times: scale))
      sum += g
      product = product.adding(g, times: centred)
    }

    @inline(__always)
    mutating func end(_ vector: Int) {
      FullLanes().store(sum, to: target + vector * Lanes.width)
      FullLanes().store(product, to: target + length + vector * Lanes.width)
    }
  }

  private struct Write: VectorizedBody {
    let x, dy, dx, output: LaneRow
    let sink: GradientSink
    let table: UnsafePointer<Float>
    let length: Int
    let activation: ActivationLanes

    @inline(__always)
    mutating func work(_ group: Int, _ vector: Int, _ access: some LaneAccess) {
      let full = FullLanes()
      let lane = table + vector &* Lanes.width
      let scale = full.load(lane + length)
      let centred = access.load(x.at(group, vector)) - full.load(lane)
      let value = full.load(lane + 2 &* length).adding(centred, times: scale)
      let g = activation.gradient(access.load(dy.at(group, vector)), value)
      let rest = (g + full.load(lane + 4 &* length)).adding(centred, times: full.load(lane + 5 &* length))
      sink.write(rest * scale, to: dx.at(group, vector), output: output.at(group, vector), access)
    }
  }
}

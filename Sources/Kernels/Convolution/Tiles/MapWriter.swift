/// How sums become the numbers of a map: plus a bias, through the activation, or as a gradient is to be handed over.
struct MapWriter {
  /// The map.
  let map: FeatureMap
  /// A number for each channel, whole lanes of them; nil for none.
  let bias: UnsafePointer<Float>?
  /// What is done to each sum.
  let activation: FusedActivation
  /// How the map is written.
  let finish: GradientFinish

  /// Writes sixteen channels of a pixel, or as many as the map has left.
  ///
  /// - Parameters:
  ///   - sums: the sums of the channels.
  ///   - pixel: the pixel's number, counted over the whole batch.
  ///   - channel: the first of the channels, a multiple of sixteen.
  @inline(__always)
  func write(_ sums: Lanes, pixel: Int, channel: Int) {
    var value = sums
    if let bias { value += FullLanes().load(bias + channel) }
    let target = map.pointer + (pixel &* map.stride &+ channel)
    if map.channels >= 8 {
      finishAndStore(&value, FullLanes(), to: target, pixel: pixel, channel: channel)
    } else {
      finishAndStore(&value, FirstLanes(count: map.channels), to: target, pixel: pixel, channel: channel)
    }
  }

  @inline(__always)
  private func finishAndStore(
    _ value: inout Lanes, _ access: some LaneAccess, to target: UnsafeMutablePointer<Float>, pixel: Int, channel: Int
  ) {
    switch activation {
    case .identity: break
    case .relu: value.replace(with: 0, where: value .< 0)
    case .leakyReLU(let slope): value.replace(with: value * slope, where: value .< 0)
    }
    if finish.adding { value += access.load(target) }
    if let activated = finish.activated {
      let made = access.load(activated.pointer + (pixel &* activated.stride &+ channel))
      value.replace(with: value * finish.slope, where: .!(made .> 0))
    }
    access.store(value, to: target)
  }
}

/// Writes the sums of a tile to neighbouring pixels of a map.
struct MapSink: TileSink {
  let writer: MapWriter
  /// The first row's pixel, counted over the whole batch.
  let pixel: Int
  /// How many pixels lie between rows.
  let pixelStep: Int
  /// The first channel.
  let channel: Int

  @inline(__always)
  func take(_ sums: Lanes, row: Int, block: Int) {
    writer.write(sums, pixel: pixel &+ row &* pixelStep, channel: channel &+ block &* Lanes.width)
  }
}

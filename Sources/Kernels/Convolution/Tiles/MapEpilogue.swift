/// How sums become the numbers of a map: plus a bias, through the activation, or as a gradient is to be handed over.
struct MapEpilogue {
  /// The map.
  let map: FeatureMap
  /// A number for each channel, whole lanes of them; nil for none.
  let bias: UnsafePointer<Float>?
  /// What is done to each sum.
  let activation: FusedActivation
  /// How the map is written.
  let epilogue: GradientEpilogue
  /// Whether the map is so large that what is written is gone from the caches before it is read.
  var isStreamed = false

  /// Whether each sum is written as it is.
  var isPlain: Bool { bias == nil && activation == .identity && !epilogue.adding && epilogue.activated == nil }

  /// Writes the sums of a tile: rows are pixels, blocks are channels.
  ///
  /// - Parameters:
  ///   - sums: `[rows][blocks][16]`.
  ///   - rows: how many pixels.
  ///   - blocks: how many blocks of sixteen channels.
  ///   - pixel: the first pixel's number, counted over the whole batch.
  ///   - pixelStep: how many pixels lie between rows.
  ///   - channel: the first channel, a multiple of sixteen.
  @inline(__always)
  func write(
    _ sums: UnsafePointer<Float>, rows: Int, blocks: Int, pixel: Int, pixelStep: Int, channel: Int
  ) {
    let access = FullLanes()
    if map.channels >= 8, !epilogue.adding, epilogue.activated == nil, activation != .identity || bias == nil {
      // What most layers do, without a question for each pixel.
      let slope = Lanes(repeating: activation.slope)
      let step = pixelStep &* map.stride
      for block in 0..<blocks {
        let offset = channel &+ block &* Lanes.width
        let shift = bias.map { access.load($0 + offset) } ?? .zero
        var target = map.pointer + (pixel &* map.stride &+ offset)
        for row in 0..<rows {
          let sum = access.load(sums + (row &* blocks &+ block) &* Lanes.width) + shift
          access.store(sum.replacing(with: sum * slope, where: sum .< 0), to: target)
          target += step
        }
      }
    } else if map.channels < 8, !epilogue.adding, epilogue.activated == nil, activation == .identity {
      var target = map.pointer + pixel &* map.stride
      for row in 0..<rows {
        for channel in 0..<map.channels {
          target[channel] = sums[row &* Lanes.width &+ channel] + (bias.map { $0[channel] } ?? 0)
        }
        target += pixelStep &* map.stride
      }
    } else if let masked = MaskedSums(self) {
      for row in 0..<rows {
        for block in 0..<blocks {
          masked.write(
            access.load(sums + (row &* blocks &+ block) &* Lanes.width), shift: .zero, pixel: pixel &+ row &* pixelStep,
            channel: channel &+ block &* Lanes.width)
        }
      }
    } else {
      for index in 0..<rows &* blocks {
        write(
          access.load(sums + index &* Lanes.width), pixel: pixel &+ index / blocks &* pixelStep,
          channel: channel &+ index % blocks &* Lanes.width)
      }
    }
  }

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
    if epilogue.adding { value += access.load(target) }
    if let activated = epilogue.activated {
      let made = access.load(activated.pointer + (pixel &* activated.stride &+ channel))
      value.replace(with: value * epilogue.slope, where: .!(made .> 0))
    }
    access.store(value, to: target)
  }
}

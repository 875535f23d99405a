internal import CHost

/// What becomes of sixteen sums of a pixel before they are written: a question that is answered once for a map, not for each pixel.
protocol SumFinish {
  /// What is added to the sums of sixteen channels.
  func shift(_ channel: Int) -> Lanes
  /// Writes the sums of sixteen channels of a pixel.
  ///
  /// - Parameters:
  ///   - sums: the sums.
  ///   - shift: as ``shift(_:)`` gives it for these channels.
  ///   - pixel: the pixel's number, counted over the whole batch.
  ///   - channel: the first of the channels, a multiple of sixteen.
  func write(_ sums: Lanes, shift: Lanes, pixel: Int, channel: Int)
}

/// What most layers do forward: a bias and an activation, written over what was there.
struct ActivatedSums: SumFinish {
  private let target: UnsafeMutablePointer<Float>
  private let stride: Int
  private let bias: UnsafePointer<Float>?
  private let slope: Lanes
  private let isStreamed: Bool

  /// Nil where more is to be done, or the map's pixels have no whole lanes.
  init?(_ epilogue: MapEpilogue) {
    guard epilogue.map.channels >= 8, !epilogue.epilogue.adding, epilogue.epilogue.activated == nil else { return nil }
    target = epilogue.map.pointer
    stride = epilogue.map.stride
    bias = epilogue.bias
    slope = Lanes(repeating: epilogue.activation.slope)
    isStreamed = epilogue.isStreamed
  }

  @inline(__always)
  func shift(_ channel: Int) -> Lanes { bias.map { FullLanes().load($0 + channel) } ?? .zero }

  @inline(__always)
  func write(_ sums: Lanes, shift: Lanes, pixel: Int, channel: Int) {
    let value = sums + shift
    // Plus 0, so that a ReLU's zeros have no sign.
    let low = Lanes.zero.adding(value, times: slope)
    let place = target + (pixel &* stride &+ channel)
    let result = value.replacing(with: low, where: value .< 0)
    if isStreamed { seglab_stream(place, result) } else { FullLanes().store(result, to: place) }
  }
}

/// What most layers do backward: the activation of what the gradient belongs to is taken into account, and gradients of others are there before
/// or not.
struct MaskedSums: SumFinish {
  private let target: UnsafeMutablePointer<Float>
  private let stride: Int
  private let made: UnsafePointer<Float>
  private let madeStride: Int
  private let slope: Lanes
  private let adding: Bool
  private let isStreamed: Bool

  /// Nil where something else is to be done, or the map's pixels have no whole lanes.
  init?(_ epilogue: MapEpilogue) {
    guard epilogue.map.channels >= 8, epilogue.bias == nil, epilogue.activation == .identity,
      let activated = epilogue.epilogue.activated
    else { return nil }
    target = epilogue.map.pointer
    stride = epilogue.map.stride
    made = UnsafePointer(activated.pointer)
    madeStride = activated.stride
    slope = Lanes(repeating: epilogue.epilogue.slope)
    adding = epilogue.epilogue.adding
    isStreamed = epilogue.isStreamed && !adding
  }

  @inline(__always)
  func shift(_ channel: Int) -> Lanes { .zero }

  @inline(__always)
  func write(_ sums: Lanes, shift: Lanes, pixel: Int, channel: Int) {
    let access = FullLanes()
    let place = target + (pixel &* stride &+ channel)
    let value = adding ? sums + access.load(place) : sums
    let isOn = access.load(made + (pixel &* madeStride &+ channel)) .> 0
    let result = (value * slope).replacing(with: value, where: isOn)
    if isStreamed { seglab_stream(place, result) } else { access.store(result, to: place) }
  }
}

extension MapEpilogue: SumFinish {
  @inline(__always)
  func shift(_ channel: Int) -> Lanes { .zero }

  @inline(__always)
  func write(_ sums: Lanes, shift: Lanes, pixel: Int, channel: Int) { write(sums, pixel: pixel, channel: channel) }
}

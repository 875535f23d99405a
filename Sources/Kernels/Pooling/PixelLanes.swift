/// The sixteen channels from `lane` of a pixel, in every map of a kernel that goes pixel by pixel.
struct PixelLanes {
  private let channels: Int
  private let isWhole: Bool

  private let target: FeatureMap

  /// - Parameters:
  ///   - target: the map that the kernel writes.
  ///   - others: the other ones that it works on.
  init(writing target: FeatureMap, _ others: FeatureMap...) {
    channels = target.channels
    isWhole = target.isWhole && others.allSatisfy(\.isWhole)
    self.target = target
  }

  /// Calls `body` for the channels of one pixel, sixteen at a time.
  @inline(__always)
  func forEach(_ body: some PixelBody) {
    let full = channels / Lanes.width * Lanes.width
    var lane = 0
    while lane < full {
      body.work(lane, FullLanes())
      lane &+= Lanes.width
    }
    guard full < channels else { return }
    if isWhole {
      body.work(full, PaddedLanes(count: channels - full))
    } else {
      body.work(full, MixedLanes(count: channels - full, fill: target.fill))
    }
  }
}

/// What a kernel does with sixteen channels of one pixel.
protocol PixelBody {
  func work(_ lane: Int, _ access: some LaneAccess)
}

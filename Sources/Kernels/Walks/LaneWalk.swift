/// How a kernel takes sixteen neighbours at a time from a run of pixels, the same way for all the maps that it works on.
///
/// The numbers come in groups of vectors of sixteen. A vector holds the same channels in every group, so what belongs to a channel can be laid
/// out once for a group (``spread(_:to:)``).
struct LaneWalk {
  /// How maps lie in memory.
  enum Form {
    /// Each pixel has whole lanes: a pixel is a group, and what lies behind the last channel is written as 0.
    case whole
    /// The pixels lie close: sixteen of them are a group of as many vectors as there are channels.
    case flat
    /// Some have whole lanes and others not: a pixel is a group.
    case mixed
  }

  let form: Form
  let channels: Int
  /// How many vectors a group has.
  let vectors: Int
  private let target: FeatureMap

  /// About so many numbers make an item of work: they stay in the second cache while several maps are read.
  private static let tile = 1 << 14

  /// - Parameters:
  ///   - target: the map that the kernel writes; where it writes none, one that it reads.
  ///   - others: the other ones, with as many channels.
  init(writing target: FeatureMap, _ others: FeatureMap?...) {
    var whole = target.isWhole
    var flat = target.isFlat
    for other in others {
      guard let other else { continue }
      precondition(
        other.channels == target.channels,
        "maps of \(target.channels) and of \(other.channels) channels do not go together")
      whole = whole && other.isWhole
      flat = flat && other.isFlat
    }
    form = whole ? .whole : flat ? .flat : .mixed
    channels = target.channels
    vectors = form == .flat ? channels : (channels + Lanes.width - 1) / Lanes.width
    self.target = target
  }

  /// How many pixels an item of work has at most: a multiple of sixteen that follows from the number of channels alone.
  var pixelsPerTile: Int { max(1, Self.tile / max(1, channels) / Lanes.width) * Lanes.width }

  /// How many items of work `pixels` make.
  func tiles(_ pixels: Int) -> Int { (pixels + pixelsPerTile - 1) / pixelsPerTile }

  /// The pixels of item `index` out of `pixels`.
  func pixels(_ index: Int, of pixels: Int) -> Range<Int> {
    index * pixelsPerTile..<min(pixels, (index + 1) * pixelsPerTile)
  }

  /// The run of `map` that begins at its pixel number `pixel`, counted through all images.
  @inline(__always)
  func row(_ map: FeatureMap, _ pixel: Int) -> LaneRow {
    LaneRow(start: map.pointer + pixel * map.stride, step: form == .flat ? Lanes.width * channels : map.stride)
  }

  /// Works through a run of `pixels` from its first to its last.
  @inline(__always)
  func run(_ pixels: Int, _ work: inout some LaneWork) {
    switch form {
    case .whole: runWhole(pixels, &work)
    case .flat: runFlat(pixels, &work)
    case .mixed: runMixed(pixels, &work)
    }
  }

  @inline(__always)
  private func runWhole(_ pixels: Int, _ work: inout some LaneWork) {
    let full = channels / Lanes.width
    let rest = channels % Lanes.width
    if rest == 0 {
      for group in 0..<pixels {
        for vector in 0..<full { work.work(group, vector, FullLanes()) }
      }
    } else {
      let last = PaddedLanes(count: rest)
      for group in 0..<pixels {
        for vector in 0..<full { work.work(group, vector, FullLanes()) }
        work.work(group, full, last)
      }
    }
  }

  @inline(__always)
  private func runFlat(_ pixels: Int, _ work: inout some LaneWork) {
    let groups = pixels / Lanes.width
    for group in 0..<groups {
      for vector in 0..<channels { work.work(group, vector, FullLanes()) }
    }
    var rest = pixels % Lanes.width * channels
    var vector = 0
    while rest >= Lanes.width {
      work.work(groups, vector, FullLanes())
      rest -= Lanes.width
      vector += 1
    }
    if rest > 0 { work.work(groups, vector, FirstLanes(count: rest)) }
  }

  @inline(__always)
  private func runMixed(_ pixels: Int, _ work: inout some LaneWork) {
    let full = channels / Lanes.width
    let rest = channels % Lanes.width
    let last = MixedLanes(count: rest, target: target)
    for group in 0..<pixels {
      for vector in 0..<full { work.work(group, vector, FullLanes()) }
      if rest > 0 { work.work(group, full, last) }
    }
  }
}

extension LaneWalk {
  /// How many numbers a group of this walk can have, whatever its form.
  static func mostLanes(channels: Int) -> Int { Lanes.width * channels }

  /// Lays out a number for each channel as the channels lie in a group; 0 where there is none.
  func spread(_ values: UnsafePointer<Float>, to lanes: UnsafeMutablePointer<Float>) {
    for lane in 0..<vectors * Lanes.width {
      let channel = form == .flat ? lane % channels : lane
      lanes[lane] = channel < channels ? values[channel] : 0
    }
  }

  /// Adds up, for each channel, the numbers that lie at its places in a group, in order.
  func collect(_ lanes: UnsafePointer<Float>, to sums: UnsafeMutablePointer<Double>) {
    for channel in 0..<channels { sums[channel] = Double(lanes[channel]) }
    guard form == .flat else { return }
    for lane in channels..<vectors * Lanes.width { sums[lane % channels] += Double(lanes[lane]) }
  }
}

extension FeatureMap {
  /// Whether kernels may read and write whole lanes of each pixel.
  var isWhole: Bool { stride % Lanes.width == 0 }
  /// Whether one pixel's channels follow the other's with nothing between.
  var isFlat: Bool { stride == channels }
}

/// What a kernel does with sixteen neighbouring numbers of its maps; written once, run over all the ways in which maps lie in memory.
protocol VectorizedBody {
  /// Works on the sixteen numbers of `vector` in `group`, of which `access` reaches those that are there.
  mutating func work(_ group: Int, _ vector: Int, _ access: some LaneAccess)
}

/// A run of neighbouring pixels of one map, as a loop reaches them.
struct LaneRow {
  /// The first channel of the first pixel.
  let start: UnsafeMutablePointer<Float>
  /// How many numbers lie between one group of lanes and the next.
  let step: Int

  /// The sixteen numbers of `vector` in `group`.
  @inline(__always)
  func at(_ group: Int, _ vector: Int) -> UnsafeMutablePointer<Float> {
    start + (group &* step &+ vector &* Lanes.width)
  }
}

/// How a kernel takes sixteen neighbours at a time from a run of pixels, the same way for all the maps that it works on.
///
/// The numbers come in groups of vectors of sixteen. A vector holds the same channels in every group, so what belongs to a channel can be laid
/// out once for a group (``spread(_:to:)``).
struct VectorizedLoop {
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
  /// How many numbers behind the last channel become 0 where whole lanes are not written at once.
  private let fill: Int

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
    self.init(form: whole ? .whole : flat ? .flat : .mixed, channels: target.channels, fill: target.fill)
  }

  private init(form: Form, channels: Int, fill: Int) {
    self.form = form
    self.channels = channels
    self.fill = fill
    vectors = form == .flat ? channels : (channels + Lanes.width - 1) / Lanes.width
  }

  /// A loop over a part of the channels of a wider map, which may begin and end anywhere among its lanes.
  ///
  /// - Parameters:
  ///   - part: the part of the channels.
  ///   - channel: where it begins in the wider map.
  ///   - map: the wider map.
  ///   - other: the map that is copied to or from the part.
  ///   - isWritten: whether the part is written, and not the other map.
  init(_ part: FeatureMap, at channel: Int, of map: FeatureMap, _ other: FeatureMap, isWritten: Bool) {
    let end = channel + part.channels
    let isLast = end == map.channels
    if channel % Lanes.width == 0, isLast || end % Lanes.width == 0 {
      self.init(writing: isWritten ? part : other, isWritten ? other : part)
    } else {
      let behind = isLast && map.isWhole ? (Lanes.width - end % Lanes.width) % Lanes.width : 0
      self.init(form: .mixed, channels: part.channels, fill: isWritten ? behind : other.fill)
    }
  }

  /// The loop where one more map is read.
  func joined(by map: FeatureMap) -> VectorizedLoop {
    let fits = form == .whole ? map.isWhole : form == .flat ? map.isFlat : true
    return fits ? self : VectorizedLoop(form: .mixed, channels: channels, fill: fill)
  }

  /// How many pixels an item of work has at most: a multiple of sixteen that follows from the number of channels alone.
  var pixelsPerTile: Int { Self.pixelsPerTile(channels: channels) }

  /// How many items of work `pixels` make.
  func tiles(_ pixels: Int) -> Int { Self.tiles(pixels, channels: channels) }

  /// How many items of work `pixels` of `channels` make, whatever the form.
  static func tiles(_ pixels: Int, channels: Int) -> Int {
    let each = pixelsPerTile(channels: channels)
    return (pixels + each - 1) / each
  }

  private static func pixelsPerTile(channels: Int) -> Int {
    max(1, tile / max(1, channels) / Lanes.width) * Lanes.width
  }

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
  func run(_ pixels: Int, _ work: inout some VectorizedBody) {
    switch form {
    case .whole: runWhole(pixels, &work)
    case .flat: runFlat(pixels, &work)
    case .mixed: runMixed(pixels, &work)
    }
  }

  @inline(__always)
  private func runWhole(_ pixels: Int, _ work: inout some VectorizedBody) {
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
  private func runFlat(_ pixels: Int, _ work: inout some VectorizedBody) {
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
  private func runMixed(_ pixels: Int, _ work: inout some VectorizedBody) {
    let full = channels / Lanes.width
    let rest = channels % Lanes.width
    let last = MixedLanes(count: rest, fill: fill)
    for group in 0..<pixels {
      for vector in 0..<full { work.work(group, vector, FullLanes()) }
      if rest + fill > 0 { work.work(group, full, last) }
    }
  }
}

extension FeatureMap {
  /// Whether kernels may read and write whole lanes of each pixel.
  var isWhole: Bool { stride % Lanes.width == 0 }
  /// Whether thin pixels lie close, so that lanes may hold the channels of several.
  var isFlat: Bool { stride == channels && channels < Lanes.width }
  /// How many numbers lie behind the last channel up to whole lanes.
  var fill: Int { isWhole ? (Lanes.width - channels % Lanes.width) % Lanes.width : 0 }
}

/// Work that sums over pixels: a kernel's numbers of one vector stay in registers while it runs through all groups.
protocol VectorizedReduction: VectorizedBody {
  /// Starts with `vector`.
  mutating func begin(_ vector: Int)
  /// Ends with `vector`.
  mutating func end(_ vector: Int)
}

extension VectorizedLoop {
  /// How many numbers a group has at most, whatever the form.
  static func lanes(channels: Int) -> Int {
    channels < Lanes.width ? channels * Lanes.width : (channels + Lanes.width - 1) / Lanes.width * Lanes.width
  }

  /// Works through a run of `pixels`, one vector of each group after the other.
  @inline(__always)
  func runChannels(_ pixels: Int, _ work: inout some VectorizedReduction) {
    let groups = form == .flat ? pixels / Lanes.width : pixels
    let full = form == .flat ? channels : channels / Lanes.width
    for vector in 0..<full {
      work.begin(vector)
      for group in 0..<groups { work.work(group, vector, FullLanes()) }
      if form == .flat {
        let rest = pixels % Lanes.width * channels - vector * Lanes.width
        if rest >= Lanes.width {
          work.work(groups, vector, FullLanes())
        } else if rest > 0 {
          work.work(groups, vector, FirstLanes(count: rest))
        }
      }
      work.end(vector)
    }
    guard form != .flat, full < vectors else { return }
    work.begin(full)
    if form == .whole {
      let last = PaddedLanes(count: channels % Lanes.width)
      for group in 0..<groups { work.work(group, full, last) }
    } else {
      let last = FirstLanes(count: channels % Lanes.width)
      for group in 0..<groups { work.work(group, full, last) }
    }
    work.end(full)
  }

  /// Lays out a number for each channel as the channels lie in a group; 0 where there is none.
  func spread(_ values: UnsafePointer<Float>, to lanes: UnsafeMutablePointer<Float>) {
    for lane in 0..<vectors * Lanes.width {
      let channel = form == .flat ? lane % channels : lane
      lanes[lane] = channel < channels ? values[channel] : 0
    }
  }

  /// Adds up, for each channel, the numbers that lie at its places in a group, in order.
  func collect(_ lanes: UnsafePointer<Float>, to sums: UnsafeMutablePointer<Double>) {
    for channel in 0..<channels {
      var sum = Double(lanes[channel])
      if form == .flat {
        for lane in stride(from: channel + channels, to: vectors * Lanes.width, by: channels) {
          sum += Double(lanes[lane])
        }
      }
      sums[channel] = sum
    }
  }
}

/// Work that sums over pixels: a kernel's numbers of one vector stay in registers while it runs through all groups.
protocol ChannelWork: LaneWork {
  /// Starts with `vector`.
  mutating func begin(_ vector: Int)
  /// Ends with `vector`.
  mutating func end(_ vector: Int)
}

extension LaneWalk {
  /// How many numbers a group has at most, whatever the form.
  static func lanes(channels: Int) -> Int {
    channels < Lanes.width ? channels * Lanes.width : (channels + Lanes.width - 1) / Lanes.width * Lanes.width
  }

  /// Works through a run of `pixels`, one vector of each group after the other.
  @inline(__always)
  func runChannels(_ pixels: Int, _ work: inout some ChannelWork) {
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

internal import Tensors

extension BatchNormalisation {
  /// Measures the mean and the biased variance of each channel, in one pass over memory: a stretch is in the cache when it is read again for the
  /// squares around its own mean.
  func measure(_ x: FeatureMap, pixels: Int, on pool: WorkerPool) {
    let walk = LaneWalk(writing: x)
    let tiles = walk.tiles(pixels)
    let channels = channels
    precondition(x.channels == channels, "statistics of \(channels) channels got a map of \(x.channels)")
    precondition(tiles * 2 * channels <= parts.count, "there is no room for the statistics of \(pixels) pixels")
    let length = LaneWalk.lanes(channels: channels)
    let lanes = lanes.pointer
    let statistics = statistics.pointer
    parts.withUnsafeMutableBufferPointer { parts in
      guard let parts = parts.baseAddress else { return }
      pool.forEach(tiles) { tile in
        let range = walk.pixels(tile, of: pixels)
        let own = lanes + tile * 2 * length
        let sums = parts + tile * 2 * channels
        let row = walk.row(x, range.lowerBound)
        var total = Sum(row: row, target: own)
        walk.runChannels(range.count, &total)
        walk.collect(own, to: sums)
        for channel in 0..<channels {
          sums[channel] /= Double(range.count)
          own[channel] = Float(sums[channel])
        }
        walk.spread(own, to: own + length)
        var squares = Squares(row: row, mean: own + length, target: own)
        walk.runChannels(range.count, &squares)
        walk.collect(own, to: sums + channels)
      }
      for channel in 0..<channels {
        var mean = 0.0
        for tile in 0..<tiles {
          mean += Double(walk.pixels(tile, of: pixels).count) * parts[tile * 2 * channels + channel]
        }
        mean /= Double(pixels)
        var squares = 0.0
        for tile in 0..<tiles {
          let part = parts + tile * 2 * channels
          let offset = part[channel] - mean
          squares += part[channels + channel] + Double(walk.pixels(tile, of: pixels).count) * offset * offset
        }
        statistics[channel] = Float(mean)
        statistics[channels + channel] = Float(squares / Double(pixels))
      }
    }
  }

  private struct Sum: ChannelWork {
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

  private struct Squares: ChannelWork {
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

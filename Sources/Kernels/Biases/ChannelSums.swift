internal import Tensors

/// Sums the numbers of each channel over all pixels: the gradient of a bias per channel.
public final class ChannelSums {
  private let channels: Int
  private let lanes: AlignedBuffer
  private var parts: [Double]

  /// - Parameters:
  ///   - channels: how many channels there are.
  ///   - pixels: the most pixels at once, over all images.
  public init(channels: Int, pixels: Int) {
    self.channels = channels
    let tiles = VectorizedLoop.tiles(pixels, channels: channels)
    lanes = AlignedBuffer(count: tiles * VectorizedLoop.lanes(channels: channels))
    parts = Array(repeating: 0, count: (tiles + 1) * channels)
  }

  /// Writes the sum of each channel of `map`.
  ///
  /// - Parameters:
  ///   - map: the numbers, as the gradient of a layer's output.
  ///   - target: `[channels]`; overwritten.
  ///   - batch: how many images.
  ///   - pool: the threads to use.
  public func sum(_ map: FeatureMap, to target: UnsafeMutablePointer<Float>, batch: Int, on pool: WorkerPool) {
    precondition(map.channels == channels, "sums of \(channels) channels got a map of \(map.channels)")
    let loop = VectorizedLoop(writing: map)
    let pixels = batch * map.height * map.width
    let tiles = loop.tiles(pixels)
    precondition((tiles + 1) * channels <= parts.count, "there is no room for the sums of \(pixels) pixels")
    let lanes = lanes.pointer
    let length = VectorizedLoop.lanes(channels: channels)
    let channels = channels
    parts.withUnsafeMutableBufferPointer { parts in
      guard let parts = parts.baseAddress else { return }
      pool.forEach(tiles) { tile in
        let range = loop.pixels(tile, of: pixels)
        var work = Work(row: loop.row(map, range.lowerBound), target: lanes + tile * length)
        loop.runChannels(range.count, &work)
        loop.collect(work.target, to: parts + tile * channels)
      }
      for channel in 0..<channels {
        var sum = 0.0
        for tile in 0..<tiles { sum += parts[tile * channels + channel] }
        target[channel] = Float(sum)
      }
    }
  }

  private struct Work: VectorizedReduction {
    let row: LaneRow
    let target: UnsafeMutablePointer<Float>
    private var sum = Lanes.zero

    init(row: LaneRow, target: UnsafeMutablePointer<Float>) {
      self.row = row
      self.target = target
    }

    @inline(__always)
    mutating func begin(_ vector: Int) { sum = .zero }

    @inline(__always)
    mutating func work(_ group: Int, _ vector: Int, _ access: some LaneAccess) {
      sum += access.load(row.at(group, vector))
    }

    @inline(__always)
    mutating func end(_ vector: Int) { FullLanes().store(sum, to: target + vector * Lanes.width) }
  }
}

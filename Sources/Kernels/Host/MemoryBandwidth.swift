internal import Tensors

/// How fast this machine reads and rewrites large arrays: the floor under every layer that is all weights.
public struct MemoryBandwidth: Sendable, Equatable {
  /// Bytes read per second.
  public let read: Double
  /// Bytes per second where an array is changed in place, both directions counted.
  public let update: Double

  /// Measures with an array of 256 MiB, about half a second, and takes the best of several passes.
  ///
  /// - Parameter pool: the threads to use.
  /// - Returns: the best of both.
  public static func measured(on pool: WorkerPool) -> MemoryBandwidth {
    let count = 1 << 26
    let tile = 1 << 19
    let array = AlignedBuffer(count: count)
    let sums = PartialSums(tiles: count / tile)
    let bytes = Double(count * MemoryLayout<Float>.stride)
    func best(_ body: (Range<Int>) -> Void) -> Double {
      var shortest = Duration.seconds(3600)
      for _ in 0..<10 {
        let clock = ContinuousClock()
        shortest = min(
          shortest,
          clock.measure {
            pool.forEach(count / tile) { body($0 * tile..<($0 + 1) * tile) }
          })
      }
      return shortest / .seconds(1)
    }
    let updating = best { range in
      var work = Grow(target: array.pointer)
      work.run(over: range)
    }
    let reading = best { range in
      var work = Sum(source: array.pointer)
      work.run(over: range)
      sums[range.lowerBound / tile] = SIMD8(repeating: work.sum.total)
    }
    return MemoryBandwidth(read: bytes / reading, update: 2 * bytes / updating)
  }

  private struct Sum: ColumnWork {
    let source: UnsafePointer<Float>
    var sum = Lanes.zero

    @inline(__always)
    mutating func work(at column: Int, _ access: some LaneAccess) { sum += access.load(source + column) }
  }

  private struct Grow: ColumnWork {
    let target: UnsafeMutablePointer<Float>

    @inline(__always)
    mutating func work(at column: Int, _ access: some LaneAccess) {
      access.store(access.load(target + column) + Lanes(repeating: 1), to: target + column)
    }
  }
}

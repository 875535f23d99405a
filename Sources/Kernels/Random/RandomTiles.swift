internal import Tensors

/// Fills memory with random numbers, a stream for each stretch: the same for any number of threads.
enum RandomTiles {
  private static let tile = 1 << 16

  /// Writes what `draw` gives, sixteen numbers at a time.
  @inline(__always)
  static func fill(
    _ target: UnsafeMutableBufferPointer<Float>, stream: SeededGenerator, on pool: WorkerPool,
    _ draw: (inout SeededGenerator) -> Lanes
  ) {
    guard let start = target.baseAddress else { return }
    let count = target.count
    pool.forEach((count + tile - 1) / tile) { index in
      var generator = stream.derived(UInt64(index))
      let end = min(count, (index + 1) * tile)
      var position = index * tile
      while position < end {
        let values = draw(&generator)
        let room = end - position
        if room >= Lanes.width {
          FullLanes().store(values, to: start + position)
        } else {
          FirstLanes(count: room).store(values, to: start + position)
        }
        position += Lanes.width
      }
    }
  }

  /// Sixteen numbers spread evenly between −1 and 1, both left out: the middles of 2²³ equal steps.
  @inline(__always)
  static func draws(from generator: inout SeededGenerator) -> Lanes {
    var bits = SIMD8<UInt64>.zero
    for index in 0..<8 { bits[index] = generator.next() }
    // The upper 23 of each 32 bits, under the exponent of 2: numbers from 2 to 4.
    let halves = (unsafeBitCast(bits, to: SIMD16<UInt32>.self) &>> 9) | SIMD16<UInt32>(repeating: 0x4000_0000)
    return unsafeBitCast(halves, to: Lanes.self) - Lanes(repeating: 3 - 0x1p-23)
  }
}

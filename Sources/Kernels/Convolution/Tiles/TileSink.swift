/// Where a tile's sums go.
protocol TileSink {
  /// Takes sixteen sums.
  ///
  /// - Parameters:
  ///   - sums: the sums.
  ///   - row: the row within the tile.
  ///   - block: the block of sixteen columns within the tile.
  func take(_ sums: Lanes, row: Int, block: Int)
}

/// Writes sums as they are, rows `step` numbers apart.
struct PlainSink: TileSink {
  let target: UnsafeMutablePointer<Float>
  let step: Int

  @inline(__always)
  func take(_ sums: Lanes, row: Int, block: Int) {
    FullLanes().store(sums, to: target + (row &* step &+ block &* Lanes.width))
  }
}

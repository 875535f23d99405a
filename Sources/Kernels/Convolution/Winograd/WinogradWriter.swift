/// Turns the summed products of tiles into the numbers of a map.
struct WinogradWriter {
  let tiles: WinogradTiles

  /// How many columns a tile's sums have: those of all phases, each in whole lanes.
  var columns: Int { tiles.phases * tiles.phases * tiles.laneChannels }

  /// Writes tiles: Aᵀ m A for each phase.
  ///
  /// - Parameters:
  ///   - range: the tiles, counted over the whole batch.
  ///   - sums: the first tile's first sum.
  ///   - positionStride: how many numbers lie between the sums of neighbouring positions.
  ///   - writer: writes the numbers to the map.
  @inline(never)
  func write(
    _ range: Range<Int>, of sums: UnsafePointer<Float>, positionStride: Int, with writer: MapEpilogue
  ) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 16) { pixels in
      withUnsafeTemporaryAllocation(byteCount: 24 * 64, alignment: 64) { room in
        guard let between = room.baseAddress?.assumingMemoryBound(to: Float.self),
          let pixels = pixels.baseAddress
        else { return }
        for tile in range {
          let start = sums + (tile &- range.lowerBound) &* columns
          for phase in 0..<tiles.phases * tiles.phases {
            find(tile, phase: phase, to: pixels)
            let first = start + phase &* tiles.laneChannels
            var channel = 0
            while channel < tiles.channels {
              transform(first + channel, positionStride, between, pixels, channel, writer)
              channel &+= Lanes.width
            }
          }
        }
      }
    }
  }

  /// The numbers of a tile's pixels, counted over the whole batch; negative outside the map.
  @inline(__always)
  private func find(_ tile: Int, phase: Int, to pixels: UnsafeMutablePointer<Int>) {
    let (image, place) = (tile / tiles.perImage, tile % tiles.perImage)
    let (down, across) = (place / tiles.across, place % tiles.across)
    for y in 0..<4 {
      let row = tiles.row(down, y, phase: phase / tiles.phases)
      for x in 0..<4 {
        let column = tiles.column(across, x, phase: phase % tiles.phases)
        let isInside = row >= 0 && row < tiles.height && column >= 0 && column < tiles.width
        pixels[y &* 4 &+ x] = isInside ? (image &* tiles.height &+ row) &* tiles.width &+ column : -1
      }
    }
  }

  @inline(__always)
  private func transform(
    _ sums: UnsafePointer<Float>, _ stride: Int, _ between: UnsafeMutablePointer<Float>,
    _ pixels: UnsafePointer<Int>, _ channel: Int, _ writer: MapEpilogue
  ) {
    let access = FullLanes()
    for x in 0..<6 {
      let column = sums + x &* stride
      let result = WinogradSteps.target(
        (
          access.load(column), access.load(column + 6 &* stride), access.load(column + 12 &* stride),
          access.load(column + 18 &* stride), access.load(column + 24 &* stride), access.load(column + 30 &* stride)
        ))
      let target = between + x &* Lanes.width
      access.store(result.0, to: target)
      access.store(result.1, to: target + 96)
      access.store(result.2, to: target + 192)
      access.store(result.3, to: target + 288)
    }
    for y in 0..<4 {
      let row = between + y &* 96
      let result = WinogradSteps.target(
        (
          access.load(row), access.load(row + 16), access.load(row + 32), access.load(row + 48),
          access.load(row + 64), access.load(row + 80)
        ))
      let line = pixels + y &* 4
      if line[0] >= 0 { writer.write(result.0, pixel: line[0], channel: channel) }
      if line[1] >= 0 { writer.write(result.1, pixel: line[1], channel: channel) }
      if line[2] >= 0 { writer.write(result.2, pixel: line[2], channel: channel) }
      if line[3] >= 0 { writer.write(result.3, pixel: line[3], channel: channel) }
    }
  }
}

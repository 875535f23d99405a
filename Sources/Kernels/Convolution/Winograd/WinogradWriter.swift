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
  func write(
    _ range: Range<Int>, of sums: UnsafePointer<Float>, positionStride: Int, with writer: MapEpilogue
  ) {
    if let plain = ActivatedSums(writer) {
      finish(range, of: sums, positionStride: positionStride, plain)
    } else if let masked = MaskedSums(writer) {
      finish(range, of: sums, positionStride: positionStride, masked)
    } else {
      finish(range, of: sums, positionStride: positionStride, writer)
    }
  }

  @inline(never)
  private func finish(
    _ range: Range<Int>, of sums: UnsafePointer<Float>, positionStride: Int, _ writer: some SumFinish
  ) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 16) { pixels in
      withUnsafeTemporaryAllocation(byteCount: 24 * 64, alignment: 64) { room in
        guard let between = room.baseAddress?.assumingMemoryBound(to: Float.self),
          let pixels = pixels.baseAddress
        else { return }
        var place = TilePlace(range.lowerBound, of: tiles)
        for tile in range {
          defer { place.advance(in: tiles) }
          let start = sums + (tile &- range.lowerBound) &* columns
          for phase in 0..<tiles.phases * tiles.phases {
            find(place, phase: phase, to: pixels)
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
  private func find(_ place: TilePlace, phase: Int, to pixels: UnsafeMutablePointer<Int>) {
    let (phaseY, phaseX) = tiles.phases == 1 ? (0, 0) : (phase / tiles.phases, phase % tiles.phases)
    for y in 0..<4 {
      let row = tiles.row(place.down, y, phase: phaseY)
      for x in 0..<4 {
        let column = tiles.column(place.across, x, phase: phaseX)
        let isInside = row >= 0 && row < tiles.height && column >= 0 && column < tiles.width
        pixels[y &* 4 &+ x] = isInside ? (place.image &* tiles.height &+ row) &* tiles.width &+ column : -1
      }
    }
  }

  @inline(__always)
  private func transform(
    _ sums: UnsafePointer<Float>, _ stride: Int, _ between: UnsafeMutablePointer<Float>,
    _ pixels: UnsafePointer<Int>, _ channel: Int, _ writer: some SumFinish
  ) {
    let access = FullLanes()
    let shift = writer.shift(channel)
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
      if line[0] >= 0 { writer.write(result.0, shift: shift, pixel: line[0], channel: channel) }
      if line[1] >= 0 { writer.write(result.1, shift: shift, pixel: line[1], channel: channel) }
      if line[2] >= 0 { writer.write(result.2, shift: shift, pixel: line[2], channel: channel) }
      if line[3] >= 0 { writer.write(result.3, shift: shift, pixel: line[3], channel: channel) }
    }
  }
}

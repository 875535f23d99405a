internal import CHost
internal import Tensors

/// Turns tiles of a map into factors, 36 for each tile and channel.
struct WinogradReader {
  let tiles: WinogradTiles
  /// Pixels outside the map: zeros for as many channels as it has.
  private let zeros: AlignedBuffer

  init(_ tiles: WinogradTiles) {
    self.tiles = tiles
    zeros = AlignedBuffer(count: tiles.laneChannels)
  }

  /// How many factors a tile has at each position: those of all phases, the channels of a phase side by side.
  var depth: Int { tiles.phases * tiles.phases * tiles.channels }
  /// How many numbers lie between tiles; the last phase is written in whole lanes.
  var tileStride: Int { (depth - tiles.channels + tiles.laneChannels + Lanes.width - 1) / Lanes.width * Lanes.width }

  /// Writes the factors of pixels: Bᵀ d B for each phase.
  ///
  /// - Parameters:
  ///   - range: the tiles, counted over the whole batch.
  ///   - map: the map.
  ///   - target: the first tile's first factor.
  ///   - positionStride: how many numbers lie between the factors of neighbouring positions.
  @inline(never)
  func readPixels(
    _ range: Range<Int>, of map: FeatureMap, to target: UnsafeMutablePointer<Float>, positionStride: Int
  ) {
    withUnsafeTemporaryAllocation(of: UnsafePointer<Float>.self, capacity: WinogradSteps.positions) { pixels in
      withUnsafeTemporaryAllocation(byteCount: WinogradSteps.positions * 64, alignment: 64) { room in
        guard let between = room.baseAddress?.assumingMemoryBound(to: Float.self),
          let pixels = pixels.baseAddress
        else { return }
        var place = TilePlace(range.lowerBound, of: tiles)
        for tile in range {
          defer { place.advance(in: tiles) }
          let start = target + (tile &- range.lowerBound) &* tileStride
          for phase in 0..<tiles.phases * tiles.phases {
            find(place, phase: phase, side: WinogradSteps.pixels, in: map, to: pixels)
            prefetch(place, from: 2, in: map)
            let first = start + phase &* tiles.channels
            var channel = 0
            while channel < tiles.channels {
              transform(pixels, channel, between, to: first + channel, positionStride: positionStride)
              channel &+= Lanes.width
            }
          }
        }
      }
    }
  }

  /// Writes the factors of a result's gradient: A y Aᵀ.
  ///
  /// - Parameters:
  ///   - range: the tiles, counted over the whole batch.
  ///   - map: the gradient.
  ///   - target: the first tile's first factor.
  ///   - positionStride: how many numbers lie between the factors of neighbouring positions.
  @inline(never)
  func readGradient(
    _ range: Range<Int>, of map: FeatureMap, to target: UnsafeMutablePointer<Float>, positionStride: Int
  ) {
    withUnsafeTemporaryAllocation(of: UnsafePointer<Float>.self, capacity: WinogradSteps.positions) { pixels in
      withUnsafeTemporaryAllocation(byteCount: WinogradSteps.positions * 64, alignment: 64) { room in
        guard let between = room.baseAddress?.assumingMemoryBound(to: Float.self),
          let pixels = pixels.baseAddress
        else { return }
        var place = TilePlace(range.lowerBound, of: tiles)
        for tile in range {
          defer { place.advance(in: tiles) }
          find(place, phase: 0, side: WinogradSteps.outputs, in: map, to: pixels)
          prefetch(place, from: 0, in: map)
          let start = target + (tile &- range.lowerBound) &* tileStride
          var channel = 0
          while channel < tiles.channels {
            spread(pixels, channel, between, to: start + channel, positionStride: positionStride)
            channel &+= Lanes.width
          }
        }
      }
    }
  }

  /// So many tiles ahead pixels are asked for: about as long as memory takes to answer.
  private static let ahead = 3

  /// Asks for the pixels of a tile further on in the same row that no tile before it reads, from pixel `first` of each axis: a tile's rows
  /// are too short and too far apart for the processor to see by itself what comes next.
  @inline(__always)
  private func prefetch(_ place: TilePlace, from first: Int, in map: FeatureMap) {
    let column = tiles.column(place.across &+ Self.ahead, first, phase: 0)
    guard tiles.phases == 1, column >= 0, column &+ 4 <= tiles.width else { return }
    for y in first..<first &+ 4 {
      let row = tiles.row(place.down, y, phase: 0)
      guard row >= 0, row < tiles.height else { continue }
      var pixel = UnsafePointer(map.pixel(place.image, row, column))
      for _ in 0..<4 {
        var channel = 0
        while channel < tiles.channels {
          seglab_prefetch(pixel + channel)
          channel &+= Lanes.width
        }
        pixel += map.stride
      }
    }
  }

  /// Where the pixels of a tile are; those outside are zeros.
  @inline(__always)
  private func find(
    _ place: TilePlace, phase: Int, side: Int, in map: FeatureMap,
    to pixels: UnsafeMutablePointer<UnsafePointer<Float>>
  ) {
    let (phaseY, phaseX) = tiles.phases == 1 ? (0, 0) : (phase / tiles.phases, phase % tiles.phases)
    let first = tiles.column(place.across, 0, phase: phaseX)
    let step = tiles.phases &* map.stride
    for y in 0..<side {
      let row = tiles.row(place.down, y, phase: phaseY)
      let isInside = row >= 0 && row < tiles.height
      if isInside, first >= 0, first &+ (side &- 1) &* tiles.phases < tiles.width {
        // Most tiles: no pixel of the row is asked whether it is there.
        var pixel = UnsafePointer(map.pixel(place.image, row, first))
        for x in 0..<side {
          pixels[y &* side &+ x] = pixel
          pixel += step
        }
        continue
      }
      let line = map.pointer + (place.image &* tiles.height &+ (isInside ? row : 0)) &* tiles.width &* map.stride
      var column = first
      for x in 0..<side {
        pixels[y &* side &+ x] =
          isInside && column >= 0 && column < tiles.width
          ? UnsafePointer(line + column &* map.stride) : UnsafePointer(zeros.pointer)
        column &+= tiles.phases
      }
    }
  }

  @inline(__always)
  private func transform(
    _ pixels: UnsafePointer<UnsafePointer<Float>>, _ channel: Int, _ between: UnsafeMutablePointer<Float>,
    to target: UnsafeMutablePointer<Float>, positionStride: Int
  ) {
    let access = FullLanes()
    for x in 0..<6 {
      let result = WinogradSteps.source(
        (
          access.load(pixels[x] + channel), access.load(pixels[6 &+ x] + channel),
          access.load(pixels[12 &+ x] + channel), access.load(pixels[18 &+ x] + channel),
          access.load(pixels[24 &+ x] + channel), access.load(pixels[30 &+ x] + channel)
        ))
      let column = between + x &* Lanes.width
      access.store(result.0, to: column)
      access.store(result.1, to: column + 96)
      access.store(result.2, to: column + 192)
      access.store(result.3, to: column + 288)
      access.store(result.4, to: column + 384)
      access.store(result.5, to: column + 480)
    }
    for y in 0..<6 {
      let row = between + y &* 96
      let result = WinogradSteps.source(
        (
          access.load(row), access.load(row + 16), access.load(row + 32), access.load(row + 48),
          access.load(row + 64), access.load(row + 80)
        ))
      WinogradReader.store(result, to: target + y &* 6 &* positionStride, positionStride)
    }
  }

  @inline(__always)
  private func spread(
    _ pixels: UnsafePointer<UnsafePointer<Float>>, _ channel: Int, _ between: UnsafeMutablePointer<Float>,
    to target: UnsafeMutablePointer<Float>, positionStride: Int
  ) {
    let access = FullLanes()
    for x in 0..<4 {
      let result = WinogradSteps.gradient(
        (
          access.load(pixels[x] + channel), access.load(pixels[4 &+ x] + channel),
          access.load(pixels[8 &+ x] + channel), access.load(pixels[12 &+ x] + channel)
        ))
      let column = between + x &* Lanes.width
      access.store(result.0, to: column)
      access.store(result.1, to: column + 64)
      access.store(result.2, to: column + 128)
      access.store(result.3, to: column + 192)
      access.store(result.4, to: column + 256)
      access.store(result.5, to: column + 320)
    }
    for y in 0..<6 {
      let row = between + y &* 64
      let result = WinogradSteps.gradient(
        (access.load(row), access.load(row + 16), access.load(row + 32), access.load(row + 48)))
      WinogradReader.store(result, to: target + y &* 6 &* positionStride, positionStride)
    }
  }

  @inline(__always)
  private static func store(_ six: WinogradSteps.Six, to target: UnsafeMutablePointer<Float>, _ stride: Int) {
    let access = FullLanes()
    access.store(six.0, to: target)
    access.store(six.1, to: target + stride)
    access.store(six.2, to: target + 2 &* stride)
    access.store(six.3, to: target + 3 &* stride)
    access.store(six.4, to: target + 4 &* stride)
    access.store(six.5, to: target + 5 &* stride)
  }
}

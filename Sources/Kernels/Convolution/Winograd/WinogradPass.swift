internal import CHost
internal import Tensors

/// A pass from map to map in Winograd's way: a convolution forward or the gradient of its map.
///
/// Where there are many tiles an item of work takes some of them all the way, in room that stays in the nearer caches. Where there are few, all
/// tiles go through each stage together, and the items of a stage share it out.
struct WinogradPass: MapPass {
  private let reader: WinogradReader
  private let writer: WinogradWriter
  private let filter: WinogradFilter
  /// How many tiles an item takes; nil where all go through the stages together.
  private let itemTiles: Int?
  private let mostTiles: Int

  /// Maps from here on are written around the caches: the next layer begins to read where this one began to write, and nothing of that would be
  /// there any more.
  private static let streamedBytes = 8 << 20

  init(_ geometry: ConvolutionGeometry, _ order: WeightOrder, isForward: Bool, batch: Int) {
    reader = WinogradReader(isForward ? .forwardSource(geometry) : .dataSource(geometry))
    writer = WinogradWriter(tiles: isForward ? .forwardTarget(geometry) : .dataTarget(geometry))
    filter = WinogradFilter(geometry: geometry, order: order, isForward: isForward)
    mostTiles = batch * reader.tiles.perImage
    // Room for the factors and sums of an item's tiles: within 240 kB where that leaves 24 tiles.
    let fitting = 60_000 / (WinogradSteps.positions * (reader.tileStride + writer.columns))
    let tiles = max(24, min(96, fitting / 12 * 12))
    itemTiles = mostTiles >= 6 * tiles ? tiles : nil
  }

  private var tilesAtOnce: Int { itemTiles ?? mostTiles }
  private var factorStride: Int { tilesAtOnce * reader.tileStride + Lanes.width }
  private var sumStride: Int { tilesAtOnce * writer.columns + Lanes.width }
  private var roomCount: Int {
    max(WinogradSteps.positions * (factorStride + sumStride), itemTiles == nil ? 0 : filter.roomCount)
  }
  private var filterCount: Int { (filter.count + 15) / 16 * 16 }
  private var biasCount: Int { writer.tiles.laneChannels }

  /// How many numbers of room the pass needs.
  func scratchCount(threads: Int) -> Int {
    biasCount + filterCount
      + (itemTiles == nil ? max(roomCount, threads * filter.roomCount) : threads * roomCount)
  }

  func multiplyAdds(batch: Int) -> Int {
    WinogradSteps.positions * batch * reader.tiles.perImage * filter.depth * filter.blocks * Lanes.width
  }

  /// Runs the pass; see ``DirectPass/run(_:weights:bias:activation:to:epilogue:batch:scratch:on:)``.
  func run(
    _ source: FeatureMap, weights: UnsafePointer<Float>, bias: UnsafePointer<Float>?, activation: FusedActivation,
    to target: FeatureMap, epilogue: GradientEpilogue, batch: Int, scratch: UnsafeMutablePointer<Float>,
    on pool: WorkerPool
  ) {
    if let bias {
      scratch.update(repeating: 0, count: biasCount)
      scratch.update(from: bias, count: target.channels)
    }
    var out = MapEpilogue(
      map: target, bias: bias.map { _ in UnsafePointer(scratch) }, activation: activation, epilogue: epilogue)
    out.isStreamed =
      batch * target.imageStride * MemoryLayout<Float>.stride >= Self.streamedBytes
      && target.isWhole && UInt(bitPattern: target.pointer) % 64 == 0
    let factors = scratch + biasCount
    let rooms = factors + filterCount
    pool.forEach(filter.blocks) { block, worker in
      filter.pack(block: block, of: weights, to: factors, room: rooms + worker * filter.roomCount)
    }
    let tiles = batch * reader.tiles.perImage
    guard let itemTiles else { return runInStages(source, factors, rooms, tiles: tiles, out, on: pool) }
    pool.forEach((tiles + itemTiles - 1) / itemTiles) { item, worker in
      let range = item * itemTiles..<min(tiles, (item + 1) * itemTiles)
      let pixels = rooms + worker * roomCount
      let sums = pixels + WinogradSteps.positions * factorStride
      reader.readPixels(range, of: source, to: pixels, positionStride: factorStride)
      for position in 0..<WinogradSteps.positions {
        multiply(position, blocks: 0..<filter.blocks, tiles: range.count, pixels, factors, to: sums)
      }
      writer.write(range, of: sums, positionStride: sumStride, with: out)
      if out.isStreamed { seglab_stream_end() }
    }
  }

  private func runInStages(
    _ source: FeatureMap, _ factors: UnsafePointer<Float>, _ room: UnsafeMutablePointer<Float>, tiles: Int,
    _ out: MapEpilogue, on pool: WorkerPool
  ) {
    let sums = room + WinogradSteps.positions * factorStride
    let groups = (tiles + 3) / 4
    pool.forEach(groups) { group in
      let range = group * 4..<min(tiles, group * 4 + 4)
      reader.readPixels(
        range, of: source, to: room + range.lowerBound * reader.tileStride, positionStride: factorStride)
    }
    pool.forEach(WinogradSteps.positions) { position in
      multiply(position, blocks: 0..<filter.blocks, tiles: tiles, room, factors, to: sums)
    }
    pool.forEach(groups) { group in
      let range = group * 4..<min(tiles, group * 4 + 4)
      writer.write(range, of: sums + range.lowerBound * writer.columns, positionStride: sumStride, with: out)
    }
  }

  /// Sums the products of one position.
  @inline(never)
  private func multiply(
    _ position: Int, blocks: Range<Int>, tiles: Int, _ pixels: UnsafePointer<Float>, _ factors: UnsafePointer<Float>,
    to sums: UnsafeMutablePointer<Float>
  ) {
    let source = pixels + position * factorStride
    let panels = factors + position * filter.positionStride
    let target = sums + position * sumStride
    let tileFactors = TileFactors(
      step: reader.tileStride, runs: 1, runStride: 0, length: filter.depth, panelStride: filter.panelCount)
    var block = blocks.lowerBound
    while block < blocks.upperBound {
      let together = min(TileShape.blocks, blocks.upperBound - block)
      TileShape.forEachTile(of: tiles) { first, count in
        tileFactors.sum(
          rows: count, blocks: together, source: source + first &* reader.tileStride,
          panels: panels + block &* filter.panelCount,
          to: target + (first &* writer.columns &+ block &* Lanes.width), targetStep: writer.columns)
      }
      block += together
    }
  }
}

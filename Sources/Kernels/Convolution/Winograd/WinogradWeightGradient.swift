internal import Tensors

/// The gradient of a convolution's weights in Winograd's way: the products of pixels and gradients are summed as factors, and become weights at
/// the end.
struct WinogradWeightGradient: WeightPass {
  private let reader: WinogradReader
  private let gradientReader: WinogradReader
  private let filter: WinogradFilter
  private let mostTiles: Int
  /// How many tiles are worked on together.
  private let tilesAtOnce: Int
  /// How many chunks the tiles are cut into, each with sums of its own; 1 where the positions are shared out instead.
  private let chunks: Int

  /// 8 MB of partial sums at most.
  private static let partialSums = 1 << 21

  init(_ geometry: ConvolutionGeometry, _ order: WeightOrder, batch: Int) {
    reader = WinogradReader(.forwardSource(geometry))
    gradientReader = WinogradReader(.forwardTarget(geometry))
    filter = WinogradFilter(geometry: geometry, order: order, isForward: true)
    mostTiles = batch * reader.tiles.perImage
    let width = WinogradSteps.positions * (reader.tileStride + gradientReader.tileStride)
    let size = WinogradSteps.positions * reader.depth * gradientReader.tileStride
    let wanted = max(24, min(96, 100_000 / width / 12 * 12))
    if size * 8 <= Self.partialSums, mostTiles >= wanted * 8 {
      tilesAtOnce = wanted
      chunks = max(8, min(Self.partialSums / size, 32, mostTiles / wanted))
    } else {
      tilesAtOnce = min(mostTiles, max(48, 6_000_000 / width))
      chunks = 1
    }
  }

  private var columns: Int { gradientReader.tileStride }
  private var pixelStride: Int { tilesAtOnce * reader.tileStride + Lanes.width }
  private var gradientStride: Int { tilesAtOnce * gradientReader.tileStride + Lanes.width }
  private var sumStride: Int { reader.depth * columns + Lanes.width }
  private var sumCount: Int { WinogradSteps.positions * sumStride }
  private var roomCount: Int { WinogradSteps.positions * (pixelStride + gradientStride) }

  /// How many numbers of room the pass needs.
  func scratchCount(threads: Int) -> Int { chunks * sumCount + (chunks == 1 ? 1 : threads) * roomCount }

  func multiplyAdds(batch: Int) -> Int {
    WinogradSteps.positions * batch * reader.tiles.perImage * reader.depth * columns
  }

  /// Works out the gradient of the weights; see ``DirectWeightGradient/run(_:_:to:batch:scratch:on:)``.
  func run(
    _ x: FeatureMap, _ dy: FeatureMap, to dw: UnsafeMutablePointer<Float>, batch: Int,
    scratch: UnsafeMutablePointer<Float>, on pool: WorkerPool
  ) {
    let tiles = batch * reader.tiles.perImage
    let rooms = scratch + chunks * sumCount
    if chunks == 1 {
      sumInStages(x, dy, tiles: tiles, to: scratch, room: rooms, on: pool)
    } else {
      pool.forEach(chunks) { chunk, worker in
        let sums = scratch + chunk * sumCount
        let room = rooms + worker * roomCount
        sums.update(repeating: 0, count: sumCount)
        var first = chunk * tiles / chunks
        let end = (chunk + 1) * tiles / chunks
        while first < end {
          let range = first..<min(end, first + tilesAtOnce)
          let gradients = room + WinogradSteps.positions * pixelStride
          reader.readPixels(range, of: x, to: room, positionStride: pixelStride)
          gradientReader.readGradient(range, of: dy, to: gradients, positionStride: gradientStride)
          for position in 0..<WinogradSteps.positions {
            add(position, tiles: range.count, room, gradients, to: sums)
          }
          first = range.upperBound
        }
      }
      addChunks(scratch, on: pool)
    }
    pool.forEach((reader.depth + 7) / 8) { item in
      for row in item * 8..<min(reader.depth, item * 8 + 8) {
        filter.unpack(row: row, of: scratch, positionStride: sumStride, to: dw)
      }
    }
  }

  private func sumInStages(
    _ x: FeatureMap, _ dy: FeatureMap, tiles: Int, to sums: UnsafeMutablePointer<Float>,
    room: UnsafeMutablePointer<Float>, on pool: WorkerPool
  ) {
    let gradients = room + WinogradSteps.positions * pixelStride
    var first = 0
    while first < tiles {
      let all = first..<min(tiles, first + tilesAtOnce)
      pool.forEach((all.count + 3) / 4) { group in
        let start = all.lowerBound + group * 4
        let range = start..<min(all.upperBound, start + 4)
        reader.readPixels(range, of: x, to: room + group * 4 * reader.tileStride, positionStride: pixelStride)
        gradientReader.readGradient(
          range, of: dy, to: gradients + group * 4 * gradientReader.tileStride, positionStride: gradientStride)
      }
      let isFirst = first == 0
      pool.forEach(WinogradSteps.positions) { position in
        if isFirst { (sums + position * sumStride).update(repeating: 0, count: sumStride) }
        add(position, tiles: all.count, room, gradients, to: sums)
      }
      first = all.upperBound
    }
  }

  /// Adds one position's products over some tiles.
  @inline(never)
  private func add(
    _ position: Int, tiles: Int, _ pixels: UnsafePointer<Float>, _ gradients: UnsafePointer<Float>,
    to sums: UnsafeMutablePointer<Float>
  ) {
    let source = pixels + position * pixelStride
    let gradient = gradients + position * gradientStride
    let target = sums + position * sumStride
    let region = TilePixels(
      count: tiles, step: reader.tileStride, gradientStep: gradientReader.tileStride, lines: 1, lineStep: 0,
      gradientLineStep: 0)
    var block = 0
    while block < columns / Lanes.width {
      let together = min(TileShape.blocks, columns / Lanes.width - block)
      TileShape.forEachTile(of: reader.depth) { row, count in
        region.add(
          rows: count, blocks: together, source: source + row, gradient: gradient + block &* Lanes.width,
          to: target + (row &* columns &+ block &* Lanes.width), targetStep: columns)
      }
      block += together
    }
  }

  /// Adds the chunks' sums to the first's, in their order.
  private func addChunks(_ sums: UnsafeMutablePointer<Float>, on pool: WorkerPool) {
    let stretch = 4_096
    pool.forEach((sumCount + stretch - 1) / stretch) { item in
      let access = FullLanes()
      var index = item * stretch
      let end = min(sumCount, index + stretch)
      while index < end {
        var sum = access.load(sums + index)
        for chunk in 1..<chunks { sum += access.load(sums + (chunk &* sumCount &+ index)) }
        access.store(sum, to: sums + index)
        index &+= Lanes.width
      }
    }
  }
}

internal import Tensors

/// The gradient of a convolution's weights by sums over patches; works for every geometry.
///
/// The pixels are cut into chunks and the weights into blocks, by the geometry alone; an item of work sums one block over one chunk. The chunks'
/// sums are added in their order.
struct DirectWeightGradient: WeightPass {
  let geometry: ConvolutionGeometry
  let order: WeightOrder
  /// How many chunks the pixels are cut into, and how many blocks the weights' rows.
  private let chunks: Int
  private let weightBlocks: Int
  private let bandRows: Int

  /// 16 MB of partial sums at most.
  private static let partialSums = 1 << 22
  /// As many items keep several threads busy to the end.
  private static let items = 16

  /// A row of weights is a tap and a channel: how many there are in a filter's row.
  private var runLength: Int { geometry.kernelWidth * geometry.channels }
  private var blocks: Int { (geometry.filters + Lanes.width - 1) / Lanes.width }
  private var columns: Int { blocks * Lanes.width }
  /// How many numbers the gradient of the weights has with columns of whole lanes.
  private var partialCount: Int { geometry.kernelHeight * runLength * columns }
  private var bands: Int { (geometry.outputHeight + bandRows - 1) / bandRows }

  /// - Parameters:
  ///   - geometry: the dimensions.
  ///   - order: how the weights lie.
  ///   - batch: the most images at once.
  init(_ geometry: ConvolutionGeometry, _ order: WeightOrder, batch: Int) {
    self.geometry = geometry
    self.order = order
    let g = geometry
    let rowSize = (g.outputWidth - 1) * g.strideX * g.channels + g.kernelWidth * g.channels + g.outputWidth * g.filters
    bandRows = max(1, min(g.outputHeight, 64_000 / max(1, rowSize * g.strideY)))
    let columns = (g.filters + Lanes.width - 1) / Lanes.width * Lanes.width
    let size = g.kernelHeight * g.kernelWidth * g.channels * columns
    let allBands = batch * ((g.outputHeight + bandRows - 1) / bandRows)
    chunks = max(1, min(Self.items, allBands, Self.partialSums / size))
    let tiles = (g.kernelWidth * g.channels + TileShape.rows - 1) / TileShape.rows
    weightBlocks = chunks >= Self.items / 2 ? 1 : min(tiles, (Self.items + chunks - 1) / chunks)
  }

  private func patch(_ rows: Range<Int>) -> Patch {
    let g = geometry
    return Patch(
      firstRow: rows.lowerBound * g.strideY - g.padTop, firstColumn: -g.padLeft,
      rows: (rows.count - 1) * g.strideY + g.kernelHeight, columns: (g.outputWidth - 1) * g.strideX + g.kernelWidth,
      depth: g.channels)
  }

  /// The gradient of thin results is copied too, to pixels of whole lanes.
  private func gradientPatch(_ rows: Range<Int>) -> Patch {
    Patch(
      firstRow: rows.lowerBound, firstColumn: 0, rows: rows.count, columns: geometry.outputWidth, depth: Lanes.width)
  }

  private var isThin: Bool { geometry.filters < 8 }
  private var patchRoom: Int { (patch(0..<bandRows).count + 31) / 16 * 16 }
  private var gradientRoom: Int { isThin ? gradientPatch(0..<bandRows).count : 0 }

  /// How many numbers of room the pass needs.
  func scratchCount(threads: Int) -> Int { chunks * partialCount + threads * (patchRoom + gradientRoom) }

  func multiplyAdds(batch: Int) -> Int { batch * geometry.outputHeight * geometry.outputWidth * partialCount }

  /// Works out the gradient of the weights.
  ///
  /// - Parameters:
  ///   - x: the map.
  ///   - dy: the gradient of the result.
  ///   - dw: the gradient of the weights; overwritten.
  ///   - batch: how many images.
  ///   - scratch: room for ``scratchCount(threads:)`` numbers.
  ///   - pool: the threads to use.
  func run(
    _ x: FeatureMap, _ dy: FeatureMap, to dw: UnsafeMutablePointer<Float>, batch: Int,
    scratch: UnsafeMutablePointer<Float>, on pool: WorkerPool
  ) {
    let allBands = batch * bands
    let chunks = min(chunks, allBands)
    let rooms = scratch + self.chunks * partialCount
    pool.forEach(chunks * weightBlocks) { item, worker in
      let (chunk, weightBlock) = (item / weightBlocks, item % weightBlocks)
      let partial = scratch + chunk * partialCount
      let room = rooms + worker * (patchRoom + gradientRoom)
      let rows = weightBlock * runLength / weightBlocks..<(weightBlock + 1) * runLength / weightBlocks
      for kernelRow in 0..<geometry.kernelHeight {
        (partial + (kernelRow * runLength + rows.lowerBound) * columns).update(
          repeating: 0, count: rows.count * columns)
      }
      for band in chunk * allBands / chunks..<(chunk + 1) * allBands / chunks {
        add(band: band, of: x, dy, weightRows: rows, to: partial, room: room)
      }
    }
    reduce(scratch, chunks: chunks, to: dw, on: pool)
  }

  @inline(never)
  private func add(
    band: Int, of x: FeatureMap, _ dy: FeatureMap, weightRows: Range<Int>, to partial: UnsafeMutablePointer<Float>,
    room: UnsafeMutablePointer<Float>
  ) {
    let g = geometry
    let (image, first) = (band / bands, band % bands * bandRows)
    let rows = first..<min(g.outputHeight, first + bandRows)
    let region = patch(rows)
    region.fill(from: x, image: image, to: room)
    var gradient = UnsafePointer(dy.pixel(image, rows.lowerBound, 0))
    var gradientStep = dy.stride
    if isThin {
      gradientPatch(rows).fill(from: dy, image: image, to: room + patchRoom)
      gradient = UnsafePointer(room + patchRoom)
      gradientStep = Lanes.width
    }
    let pixels = TilePixels(
      count: g.outputWidth, step: g.strideX * g.channels, gradientStep: gradientStep, lines: rows.count,
      lineStep: g.strideY * region.rowStride, gradientLineStep: g.outputWidth * gradientStep)
    for kernelRow in 0..<g.kernelHeight {
      let source = room + kernelRow * region.rowStride + weightRows.lowerBound
      let target = partial + (kernelRow * runLength + weightRows.lowerBound) * columns
      var block = 0
      while block < blocks {
        let together = min(TileShape.blocks, blocks - block)
        TileShape.forEachTile(of: weightRows.count) { row, count in
          pixels.add(
            rows: count, blocks: together, source: source + row, gradient: gradient + block * Lanes.width,
            to: target + row * columns + block * Lanes.width, targetStep: columns)
        }
        block += together
      }
    }
  }

  /// Adds the chunks' sums in their order and lays the result out as the weights are.
  private func reduce(
    _ partials: UnsafeMutablePointer<Float>, chunks: Int, to dw: UnsafeMutablePointer<Float>, on pool: WorkerPool
  ) {
    let rows = geometry.kernelHeight * runLength
    pool.forEach((rows + 63) / 64) { item in
      for row in item * 64..<min(rows, item * 64 + 64) {
        let (tap, channel) = (row / geometry.channels, row % geometry.channels)
        let target = dw + tap * order.tap + channel * order.channel
        let first = partials + row * columns
        for block in 0..<blocks {
          var sum = FullLanes().load(first + block * Lanes.width)
          for chunk in 1..<max(1, chunks) {
            sum += FullLanes().load(first + chunk * partialCount + block * Lanes.width)
          }
          let count = min(Lanes.width, geometry.filters - block * Lanes.width)
          let start = target + block * Lanes.width * order.filter
          if order.filter == 1, count == Lanes.width {
            FullLanes().store(sum, to: start)
          } else {
            for lane in 0..<count { start[lane * order.filter] = sum[lane] }
          }
        }
      }
    }
  }
}

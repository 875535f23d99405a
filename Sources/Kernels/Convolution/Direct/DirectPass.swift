internal import Tensors

/// A pass from map to map by sums over patches: a convolution forward, or the gradient of its map, which is a convolution too, with the filter
/// turned round and, for strides, one for each phase of the pixels.
///
/// Works for every geometry. Bands of rows are the items of work; each copies its patch of the source once. Phases are
/// pairs of one along each axis, and those that no tap reaches are written row by row: the work does not grow with the
/// stride.
struct DirectPass: MapPass {
  /// A filter that fills every `stepY`-th row and `stepX`-th column of the target.
  private struct Phase {
    let down, across: AxisPhase

    /// How many numbers its packed weights have before those of the channels.
    var taps: Int { down.taps * across.taps }
  }

  let geometry: ConvolutionGeometry
  let order: WeightOrder
  let isForward: Bool
  private let down, across: AxisPhases
  private let bandRows: Int
  /// How many items of work the phases along the height before each one have, and all of them.
  private let items: [Int]

  /// How many channels are read and written.
  var sourceChannels: Int { isForward ? geometry.channels : geometry.filters }
  var targetChannels: Int { isForward ? geometry.filters : geometry.channels }
  private var blocks: Int { (targetChannels + Lanes.width - 1) / Lanes.width }
  /// How far the source moves on from one target pixel of a phase to the next.
  private var sourceStepX: Int { isForward ? geometry.strideX : 1 }
  private var sourceStepY: Int { isForward ? geometry.strideY : 1 }
  /// How many target pixels lie between those of a phase.
  private var targetStepX: Int { isForward ? 1 : geometry.strideX }
  private var targetStepY: Int { isForward ? 1 : geometry.strideY }

  /// - Parameters:
  ///   - geometry: the dimensions.
  ///   - order: how the weights lie.
  ///   - isForward: whether the map is read and the result written; otherwise the other way round.
  ///   - batch: the most images at once.
  init(_ geometry: ConvolutionGeometry, _ order: WeightOrder, isForward: Bool, batch: Int) {
    let g = geometry
    self.geometry = geometry
    self.order = order
    self.isForward = isForward
    if isForward {
      down = AxisPhases(reading: g.kernelHeight, pad: g.padTop, results: g.outputHeight)
      across = AxisPhases(reading: g.kernelWidth, pad: g.padLeft, results: g.outputWidth)
    } else {
      down = AxisPhases(spreading: g.kernelHeight, stride: g.strideY, pad: g.padTop, size: g.height)
      across = AxisPhases(spreading: g.kernelWidth, stride: g.strideX, pad: g.padLeft, size: g.width)
    }
    let bandRows = Self.bandRows(
      down.longest, phases: down.count * across.count, batch: batch, sourceStep: isForward ? geometry.strideY : 1,
      geometry, isForward)
    self.bandRows = bandRows
    var items = [0]
    for phase in down.reached {
      items.append(items[items.count - 1] + across.reached.count * ((phase.length + bandRows - 1) / bandRows))
    }
    self.items = items
  }

  /// How many rows of a phase make an item: few enough for the patch to stay in the nearer caches and for every thread to have work.
  private static func bandRows(
    _ rows: Int, phases: Int, batch: Int, sourceStep: Int, _ g: ConvolutionGeometry, _ isForward: Bool
  ) -> Int {
    let width = (isForward ? g.width : g.outputWidth) * (isForward ? g.channels : g.filters)
    let fitting = max(1, 48_000 / max(1, width * sourceStep))
    let shared = max(1, rows * batch * phases / 16)
    return min(rows, fitting, shared)
  }

  /// The patch under a band of a phase.
  private func patch(_ phase: Phase, rows: Range<Int>) -> Patch {
    Patch(
      firstRow: phase.down.source + rows.lowerBound * sourceStepY, firstColumn: phase.across.source,
      rows: (rows.count - 1) * sourceStepY + phase.down.taps,
      columns: (phase.across.length - 1) * sourceStepX + phase.across.taps, depth: sourceChannels)
  }

  /// The largest patch: the phases differ along each axis alone.
  private var largestPatch: Int {
    let rows = down.reached.map { (bandRows - 1) * sourceStepY + $0.taps }.max() ?? 0
    let columns = across.reached.map { ($0.length - 1) * sourceStepX + $0.taps }.max() ?? 0
    return rows * columns * sourceChannels
  }
  private var patchRoom: Int { (largestPatch + 31) / 16 * 16 }
  /// How many numbers the packed weights of a phase have, per block of sixteen channels.
  private func panelCount(_ phase: Phase) -> Int { phase.taps * sourceChannels * Lanes.width }
  private var panelCounts: Int { down.taps * across.taps * sourceChannels * Lanes.width * blocks }
  /// Where the packed weights of a phase begin.
  private func panelStart(_ phase: Phase) -> Int {
    (phase.down.tapsBefore * across.taps + phase.down.taps * phase.across.tapsBefore) * sourceChannels * Lanes.width
      * blocks
  }
  private var biasRoom: Int { blocks * Lanes.width }

  /// How many numbers of room the pass needs.
  func scratchCount(threads: Int) -> Int { biasRoom + panelCounts + threads * patchRoom }

  func multiplyAdds(batch: Int) -> Int {
    let pixels =
      down.reached.reduce(0) { $0 + $1.length * $1.taps } * across.reached.reduce(0) { $0 + $1.length * $1.taps }
    return batch * pixels * sourceChannels * blocks * Lanes.width
  }

  /// Runs the pass.
  ///
  /// - Parameters:
  ///   - source: what is read.
  ///   - weights: see ``WeightOrder``.
  ///   - bias: a number for each target channel; nil for none.
  ///   - activation: what to do to each sum.
  ///   - target: what is written.
  ///   - epilogue: how it is written.
  ///   - batch: how many images.
  ///   - scratch: room for ``scratchCount(threads:)`` numbers.
  ///   - pool: the threads to use.
  func run(
    _ source: FeatureMap, weights: UnsafePointer<Float>, bias: UnsafePointer<Float>?, activation: FusedActivation,
    to target: FeatureMap, epilogue: GradientEpilogue, batch: Int, scratch: UnsafeMutablePointer<Float>,
    on pool: WorkerPool
  ) {
    let panels = scratch + biasRoom
    let patches = panels + panelCounts
    if let bias {
      scratch.update(repeating: 0, count: biasRoom)
      scratch.update(from: bias, count: targetChannels)
    }
    let writer = MapEpilogue(
      map: target, bias: bias.map { _ in UnsafePointer(scratch) }, activation: activation, epilogue: epilogue)
    pack(weights, to: panels, on: pool)
    let perImage = items[items.count - 1]
    pool.forEach(batch * perImage) { item, worker in
      let (phase, rows) = work(item % perImage)
      sum(
        phase, rows: rows, source, image: item / perImage, panels: panels + panelStart(phase),
        patch: patches + worker * patchRoom, writer)
    }
    guard !down.areAllReached || !across.areAllReached else { return }
    pool.forEach(batch * target.height) { writeUnreached(row: $0, writer) }
  }

  /// The phase and the rows of it that are item `item` of an image.
  private func work(_ item: Int) -> (phase: Phase, rows: Range<Int>) {
    // The last of the phases along the height that begin no later.
    var (low, high) = (0, down.reached.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if items[middle] <= item { low = middle } else { high = middle - 1 }
    }
    let row = down.reached[low]
    let bands = (row.length + bandRows - 1) / bandRows
    let (column, band) = (item - items[low]).quotientAndRemainder(dividingBy: bands)
    let rows = band * bandRows..<min(row.length, (band + 1) * bandRows)
    return (Phase(down: row, across: across.reached[column]), rows)
  }

  private func pack(_ weights: UnsafePointer<Float>, to panels: UnsafeMutablePointer<Float>, on pool: WorkerPool) {
    let (inputStride, outputStride) = isForward ? (order.channel, order.filter) : (order.filter, order.channel)
    let columns = across.reached.count
    pool.forEach(blocks * down.reached.count) { item in
      let (row, block) = (down.reached[item / blocks], item % blocks)
      for column in 0..<columns {
        let phase = Phase(down: row, across: across.reached[column])
        var target = panels + (panelStart(phase) + block * panelCount(phase))
        for tapRow in 0..<phase.down.taps {
          for tapColumn in 0..<phase.across.taps {
            let tap = phase.down.tap(tapRow) * geometry.kernelWidth + phase.across.tap(tapColumn)
            WeightOrder.pack(
              weights + tap * order.tap + block * Lanes.width * outputStride, inputs: sourceChannels,
              inputStride: inputStride, outputs: min(Lanes.width, targetChannels - block * Lanes.width),
              outputStride: outputStride, to: target)
            target += sourceChannels * Lanes.width
          }
        }
      }
    }
  }

  /// Writes the pixels of a target row that no tap reaches: sums of nothing.
  @inline(never)
  private func writeUnreached(row: Int, _ writer: MapEpilogue) {
    let width = writer.map.width
    let isRowReached = down.isReached(row % writer.map.height)
    if isRowReached && across.areAllReached { return }
    withUnsafeTemporaryAllocation(byteCount: TileShape.rows * 64, alignment: 64) { room in
      guard let sums = room.baseAddress?.assumingMemoryBound(to: Float.self) else { return }
      sums.initialize(repeating: 0, count: TileShape.rows * Lanes.width)
      var column = 0
      while column < width {
        var end = column
        if !isRowReached {
          end = width
        } else {
          while end < width, !across.isReached(end) { end += 1 }
        }
        var first = column
        while first < end {
          let count = min(TileShape.rows, end - first)
          for block in 0..<blocks {
            writer.write(
              sums, rows: count, blocks: 1, pixel: row * width + first, pixelStep: 1, channel: block * Lanes.width)
          }
          first += count
        }
        column = end
        while column < width, isRowReached, across.isReached(column) { column += 1 }
      }
    }
  }

  /// Works out a band of a phase.
  @inline(never)
  private func sum(
    _ phase: Phase, rows: Range<Int>, _ source: FeatureMap, image: Int, panels: UnsafePointer<Float>,
    patch: UnsafeMutablePointer<Float>, _ writer: MapEpilogue
  ) {
    let region = self.patch(phase, rows: rows)
    let runs = phase.down.taps
    // A single tap that never leaves the map needs no copy of it.
    let isInPlace = phase.taps == 1 && region.isInside(source)
    if !isInPlace { region.fill(from: source, image: image, to: patch) }
    let lines =
      isInPlace ? UnsafePointer(source.pixel(image, region.firstRow, region.firstColumn)) : UnsafePointer(patch)
    let lineStride = isInPlace ? source.width * source.stride : region.rowStride
    let panelCount = panelCount(phase)
    let factors = TileFactors(
      step: sourceStepX * (isInPlace ? source.stride : sourceChannels), runs: runs, runStride: lineStride,
      length: phase.across.taps * sourceChannels, panelStride: panelCount)
    withUnsafeTemporaryAllocation(byteCount: TileShape.rows * TileShape.blocks * 64, alignment: 64) { room in
      guard let sums = room.baseAddress?.assumingMemoryBound(to: Float.self) else { return }
      var block = 0
      while block < blocks {
        let together = min(TileShape.blocks, blocks - block)
        for row in rows {
          let line = lines + (row - rows.lowerBound) * sourceStepY * lineStride
          let targetRow = image * writer.map.height + phase.down.start + row * targetStepY
          let pixel = targetRow * writer.map.width + phase.across.start
          TileShape.forEachTile(of: phase.across.length) { first, count in
            factors.sum(
              rows: count, blocks: together, source: line + first &* factors.step,
              panels: panels + block &* panelCount, to: sums, targetStep: together &* Lanes.width)
            writer.write(
              sums, rows: count, blocks: together, pixel: pixel &+ first &* targetStepX, pixelStep: targetStepX,
              channel: block &* Lanes.width)
          }
        }
        block += together
      }
    }
  }
}

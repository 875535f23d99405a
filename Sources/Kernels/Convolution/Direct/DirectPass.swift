internal import Tensors

/// A pass from map to map by sums over patches: a convolution forward, or the gradient of its map, which is a convolution too, with the filter
/// turned round and, for strides, one for each phase of the pixels.
///
/// Works for every geometry. Bands of rows are the items of work; each copies its patch of the source once.
struct DirectPass: MapPass {
  /// A filter that fills every `stepY`-th row and `stepX`-th column of the target.
  struct Phase {
    /// The first target row and column.
    let row, column: Int
    /// How many target rows and columns there are.
    let rows, columns: Int
    /// The source row and column under the first tap of the first target pixel.
    let sourceRow, sourceColumn: Int
    /// The filter's taps in the order in which the source is read, by number in the weights; all runs have as many.
    let taps: [[Int]]
  }

  let geometry: ConvolutionGeometry
  let order: WeightOrder
  let isForward: Bool
  let phases: [Phase]
  private let bandRows: Int

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
  ///   - geometry: the extents.
  ///   - order: how the weights lie.
  ///   - isForward: whether the map is read and the result written; otherwise the other way round.
  ///   - batch: the most images at once.
  init(_ geometry: ConvolutionGeometry, _ order: WeightOrder, isForward: Bool, batch: Int) {
    self.geometry = geometry
    self.order = order
    self.isForward = isForward
    phases = isForward ? [Self.forwardPhase(geometry)] : Self.backwardPhases(geometry)
    bandRows = Self.bandRows(phases, batch: batch, sourceStep: isForward ? geometry.strideY : 1, geometry, isForward)
  }

  private static func forwardPhase(_ g: ConvolutionGeometry) -> Phase {
    Phase(
      row: 0, column: 0, rows: g.outputHeight, columns: g.outputWidth, sourceRow: -g.padTop, sourceColumn: -g.padLeft,
      taps: (0..<g.kernelHeight).map { row in (0..<g.kernelWidth).map { row * g.kernelWidth + $0 } })
  }

  private static func backwardPhases(_ g: ConvolutionGeometry) -> [Phase] {
    /// The taps of one axis that reach the map's positions `phase`, `phase` + stride, …, in the order of the result's positions.
    func taps(_ phase: Int, stride: Int, pad: Int, kernel: Int) -> (taps: [Int], source: Int) {
      let taps = (0..<kernel).filter { (phase + pad - $0) % stride == 0 }.reversed()
      guard let first = taps.first else { return ([], 0) }
      return (Array(taps), (phase + pad - first) / stride)
    }
    var phases: [Phase] = []
    for row in 0..<min(g.strideY, g.height) {
      for column in 0..<min(g.strideX, g.width) {
        let down = taps(row, stride: g.strideY, pad: g.padTop, kernel: g.kernelHeight)
        let across = taps(column, stride: g.strideX, pad: g.padLeft, kernel: g.kernelWidth)
        let grid = across.taps.isEmpty ? [] : down.taps.map { tap in across.taps.map { tap * g.kernelWidth + $0 } }
        phases.append(
          Phase(
            row: row, column: column, rows: (g.height - row + g.strideY - 1) / g.strideY,
            columns: (g.width - column + g.strideX - 1) / g.strideX, sourceRow: down.source,
            sourceColumn: across.source, taps: grid))
      }
    }
    return phases
  }

  /// How many rows of a phase make an item: few enough for the patch to stay in the nearer caches and for every thread to have work.
  private static func bandRows(
    _ phases: [Phase], batch: Int, sourceStep: Int, _ g: ConvolutionGeometry, _ isForward: Bool
  ) -> Int {
    let rows = phases.map(\.rows).max() ?? 1
    let width = (isForward ? g.width : g.outputWidth) * (isForward ? g.channels : g.filters)
    let fitting = max(1, 48_000 / max(1, width * sourceStep))
    let shared = max(1, rows * batch * phases.count / 16)
    return min(rows, fitting, shared)
  }

  /// The patch under a band of a phase.
  private func patch(_ phase: Phase, rows: Range<Int>) -> Patch {
    Patch(
      firstRow: phase.sourceRow + rows.lowerBound * sourceStepY, firstColumn: phase.sourceColumn,
      rows: (rows.count - 1) * sourceStepY + phase.taps.count,
      columns: (phase.columns - 1) * sourceStepX + (phase.taps.first?.count ?? 0), depth: sourceChannels)
  }

  private var largestPatch: Int {
    phases.map { $0.taps.isEmpty ? 0 : patch($0, rows: 0..<bandRows).count }.max() ?? 0
  }
  private var patchRoom: Int { (largestPatch + 31) / 16 * 16 }
  /// How many numbers the packed weights of a phase have, per block of sixteen channels.
  private func panelCount(_ phase: Phase) -> Int {
    phase.taps.reduce(0) { $0 + $1.count } * sourceChannels * Lanes.width
  }
  private var panelCounts: Int { phases.reduce(0) { $0 + panelCount($1) * blocks } }
  private var biasRoom: Int { blocks * Lanes.width }

  /// How many numbers of room the pass needs.
  func scratchCount(threads: Int) -> Int { biasRoom + panelCounts + threads * patchRoom }

  /// Runs the pass.
  ///
  /// - Parameters:
  ///   - source: what is read.
  ///   - weights: see ``WeightOrder``.
  ///   - bias: a number for each target channel; nil for none.
  ///   - activation: what to do to each sum.
  ///   - target: what is written.
  ///   - finish: how it is written.
  ///   - batch: how many images.
  ///   - scratch: room for ``scratchCount(threads:)`` numbers.
  ///   - pool: the threads to use.
  func run(
    _ source: FeatureMap, weights: UnsafePointer<Float>, bias: UnsafePointer<Float>?, activation: FusedActivation,
    to target: FeatureMap, finish: GradientFinish, batch: Int, scratch: UnsafeMutablePointer<Float>,
    on pool: WorkerPool
  ) {
    let panels = scratch + biasRoom
    let patches = panels + panelCounts
    if let bias {
      scratch.update(repeating: 0, count: biasRoom)
      scratch.update(from: bias, count: targetChannels)
    }
    let writer = MapWriter(
      map: target, bias: bias.map { _ in UnsafePointer(scratch) }, activation: activation, finish: finish)
    pack(weights, to: panels, on: pool)
    let bands = phases.map { ($0.rows + bandRows - 1) / bandRows }
    let perImage = bands.reduce(0, +)
    let starts = phases.indices.map { index in phases[..<index].reduce(0) { $0 + panelCount($1) * blocks } }
    pool.forEach(batch * perImage) { item, worker in
      let image = item / perImage
      var band = item % perImage
      var index = 0
      while band >= bands[index] {
        band -= bands[index]
        index += 1
      }
      let rows = band * bandRows..<min(phases[index].rows, (band + 1) * bandRows)
      sum(
        phases[index], rows: rows, source, image: image, panels: panels + starts[index],
        patch: patches + worker * patchRoom, writer)
    }
  }

  private func pack(_ weights: UnsafePointer<Float>, to panels: UnsafeMutablePointer<Float>, on pool: WorkerPool) {
    let (inputStride, outputStride) = isForward ? (order.channel, order.filter) : (order.filter, order.channel)
    pool.forEach(blocks) { block in
      var panel = panels
      for phase in phases {
        var target = panel + block * panelCount(phase)
        for tap in phase.taps.joined() {
          WeightOrder.pack(
            weights + tap * order.tap + block * Lanes.width * outputStride, inputs: sourceChannels,
            inputStride: inputStride, outputs: min(Lanes.width, targetChannels - block * Lanes.width),
            outputStride: outputStride, to: target)
          target += sourceChannels * Lanes.width
        }
        panel += panelCount(phase) * blocks
      }
    }
  }

  /// Works out a band of a phase.
  @inline(never)
  private func sum(
    _ phase: Phase, rows: Range<Int>, _ source: FeatureMap, image: Int, panels: UnsafePointer<Float>,
    patch: UnsafeMutablePointer<Float>, _ writer: MapWriter
  ) {
    let extent = self.patch(phase, rows: rows)
    let runs = phase.taps.count
    // A single tap that never leaves the map needs no copy of it.
    let isInPlace = runs == 1 && phase.taps[0].count == 1 && extent.isInside(source)
    if runs > 0, !isInPlace { extent.fill(from: source, image: image, to: patch) }
    let lines =
      isInPlace ? UnsafePointer(source.pixel(image, extent.firstRow, extent.firstColumn)) : UnsafePointer(patch)
    let lineStride = isInPlace ? source.width * source.stride : extent.rowStride
    let panelCount = panelCount(phase)
    let factors = TileFactors(
      step: sourceStepX * (isInPlace ? source.stride : sourceChannels), runs: runs, runStride: lineStride,
      length: (phase.taps.first?.count ?? 0) * sourceChannels, panelStride: panelCount)
    withUnsafeTemporaryAllocation(byteCount: TileShape.rows * TileShape.blocks * 64, alignment: 64) { room in
      guard let sums = room.baseAddress?.assumingMemoryBound(to: Float.self) else { return }
      var block = 0
      while block < blocks {
        let together = min(TileShape.blocks, blocks - block)
        for row in rows {
          let line = lines + (row - rows.lowerBound) * sourceStepY * lineStride
          let pixel = (image * writer.map.height + phase.row + row * targetStepY) * writer.map.width + phase.column
          TileShape.forEachTile(of: phase.columns) { first, count in
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

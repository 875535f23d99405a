internal import Tensors

/// The gradient of a thin map, or a thin transposed convolution: each row of the target is the sum of whole rows of the filter, placed where the
/// source's pixels put them. For large filters that move far, where a patch would hold next to nothing.
struct RowPass: MapPass {
  let geometry: ConvolutionGeometry
  let order: WeightOrder

  init(_ geometry: ConvolutionGeometry, _ order: WeightOrder) {
    self.geometry = geometry
    self.order = order
  }

  /// A filter's row for one source channel: its taps' target channels side by side, in whole lanes.
  private var filterRow: Int {
    (geometry.kernelWidth * geometry.channels + Lanes.width - 1) / Lanes.width * Lanes.width
  }
  private var panelCount: Int { geometry.kernelHeight * geometry.filters * filterRow }
  /// A row of the target with room on both sides for filters that reach beyond it.
  private var lineCount: Int {
    let last = (geometry.outputWidth - 1) * geometry.strideX * geometry.channels + filterRow
    return (max(last, (geometry.padLeft + geometry.width) * geometry.channels) + 2 * Lanes.width) / Lanes.width
      * Lanes.width
  }

  func scratchCount(threads: Int) -> Int { panelCount + threads * lineCount + Lanes.width }

  func multiplyAdds(batch: Int) -> Int {
    batch * geometry.outputHeight * geometry.outputWidth * geometry.kernelHeight * geometry.filters * filterRow
  }

  func run(
    _ source: FeatureMap, weights: UnsafePointer<Float>, bias: UnsafePointer<Float>?, activation: FusedActivation,
    to target: FeatureMap, epilogue: GradientEpilogue, batch: Int, scratch: UnsafeMutablePointer<Float>,
    on pool: WorkerPool
  ) {
    let g = geometry
    let biases = scratch
    biases.update(repeating: 0, count: Lanes.width)
    if let bias { biases.update(from: bias, count: g.channels) }
    let panels = scratch + Lanes.width
    let lines = panels + panelCount
    pack(weights, to: panels)
    let writer = MapEpilogue(
      map: target, bias: bias.map { _ in UnsafePointer(biases) }, activation: activation, epilogue: epilogue)
    pool.forEach(batch * g.height) { item, worker in
      let (image, row) = (item / g.height, item % g.height)
      let line = lines + worker * lineCount
      line.update(repeating: 0, count: lineCount)
      for kernelRow in stride(from: (row + g.padTop) % g.strideY, to: g.kernelHeight, by: g.strideY) {
        let above = (row + g.padTop - kernelRow) / g.strideY
        guard above >= 0, above < g.outputHeight else { continue }
        add(source, image, above, panels + kernelRow * g.filters * filterRow, to: line)
      }
      write(line + g.padLeft * g.channels, image, row, with: writer)
    }
  }

  private func pack(_ weights: UnsafePointer<Float>, to panels: UnsafeMutablePointer<Float>) {
    let g = geometry
    panels.update(repeating: 0, count: panelCount)
    for row in 0..<g.kernelHeight {
      for filter in 0..<g.filters {
        let target = panels + (row * g.filters + filter) * filterRow
        for column in 0..<g.kernelWidth {
          let tap = weights + (row * g.kernelWidth + column) * order.tap + filter * order.filter
          for channel in 0..<g.channels { target[column * g.channels + channel] = tap[channel * order.channel] }
        }
      }
    }
  }

  /// Adds the filter's row under each pixel of a source row, times the pixel.
  @inline(never)
  private func add(
    _ source: FeatureMap, _ image: Int, _ row: Int, _ panels: UnsafePointer<Float>, to line: UnsafeMutablePointer<Float>
  ) {
    let access = FullLanes()
    for column in 0..<geometry.outputWidth {
      let pixel = source.pixel(image, row, column)
      let start = line + column &* geometry.strideX &* geometry.channels
      var index = 0
      while index < filterRow {
        var sum = access.load(start + index)
        for filter in 0..<geometry.filters {
          sum = sum.adding(Lanes(repeating: pixel[filter]), times: access.load(panels + (filter &* filterRow &+ index)))
        }
        access.store(sum, to: start + index)
        index &+= Lanes.width
      }
    }
  }

  @inline(never)
  private func write(_ line: UnsafePointer<Float>, _ image: Int, _ row: Int, with writer: MapEpilogue) {
    let first = (image * geometry.height + row) * geometry.width
    let channels = geometry.channels
    if writer.isPlain, writer.map.stride == channels {
      (writer.map.pointer + first * channels).update(from: line, count: geometry.width * channels)
      return
    }
    for column in 0..<geometry.width {
      let sums = FirstLanes(count: channels).load(line + column &* channels)
      writer.write(sums, pixel: first &+ column, channel: 0)
    }
  }
}

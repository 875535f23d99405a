/// The mean of each window, channel by channel, over the pixels that lie inside the image.
public enum AveragePooling {
  /// Writes the mean of each window.
  ///
  /// - Parameters:
  ///   - x: images of the geometry's dimensions.
  ///   - y: as many rows and columns as there are windows; overwritten.
  ///   - geometry: where the windows lie.
  ///   - batch: how many images.
  ///   - pool: the threads to use.
  public static func forward(
    _ x: FeatureMap, to y: FeatureMap, _ geometry: PoolingGeometry, batch: Int, on pool: WorkerPool
  ) {
    geometry.check(input: x, output: y)
    let lanes = PixelLanes(writing: y, x)
    pool.forEach(batch * geometry.outputHeight) { item in
      let rows = geometry.rows(item % geometry.outputHeight)
      for column in 0..<geometry.outputWidth {
        let window = PoolWindow(x, item / geometry.outputHeight, rows, geometry.columns(column))
        lanes.forEach(
          Forward(
            window: window, share: Lanes(repeating: 1 / Float(window.rows * window.columns)),
            target: y.pointer + (item * y.width + column) * y.stride))
      }
    }
  }

  /// Hands each window's gradient to its pixels in equal parts.
  ///
  /// - Parameters:
  ///   - dy: the gradient of what ``forward(_:to:_:batch:on:)`` gave.
  ///   - dx: the gradient of the images.
  ///   - epilogue: how to hand it over.
  ///   - geometry: where the windows lie.
  ///   - batch: how many images.
  ///   - pool: the threads to use.
  public static func backward(
    _ dy: FeatureMap, to dx: FeatureMap, epilogue: GradientEpilogue, _ geometry: PoolingGeometry, batch: Int,
    on pool: WorkerPool
  ) {
    geometry.check(input: dx, output: dy)
    let sink = GradientSink(epilogue, dx)
    let lanes = PixelLanes(writing: dx, dy, sink.activated)
    withCovering(geometry) { covering, widths in
      pool.forEach(batch * geometry.height) { item in
        let image = item / geometry.height
        let row = item % geometry.height
        let rows = geometry.windowRows(covering: row..<row + 1)
        for column in 0..<geometry.width {
          let columns = covering[column]
          let place = item * geometry.width + column
          lanes.forEach(
            Backward(
              geometry: geometry, rows: rows, widths: widths + columns.lowerBound,
              dy: PoolWindow(dy, image, rows, columns), target: dx.pointer + place * dx.stride,
              output: sink.activated.pointer + place * sink.activated.stride, sink: sink))
        }
      }
    }
  }

  /// Calls `body` with the columns of windows that cover each column of the image, and how many columns each window has inside it.
  private static func withCovering(
    _ geometry: PoolingGeometry, _ body: (UnsafePointer<Range<Int>>, UnsafePointer<Int>) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: Range<Int>.self, capacity: geometry.width) { covering in
      withUnsafeTemporaryAllocation(of: Int.self, capacity: geometry.outputWidth) { widths in
        for column in 0..<geometry.width {
          covering.initializeElement(at: column, to: geometry.windowColumns(covering: column..<column + 1))
        }
        for column in 0..<geometry.outputWidth {
          widths.initializeElement(at: column, to: geometry.columns(column).count)
        }
        guard let covering = covering.baseAddress, let widths = widths.baseAddress else { return }
        body(covering, widths)
      }
    }
  }

  private struct Forward: PixelBody {
    let window: PoolWindow
    let share: Lanes
    let target: UnsafeMutablePointer<Float>

    @inline(__always)
    func work(_ lane: Int, _ access: some LaneAccess) {
      access.store(window.sum(lane, access) * share, to: target + lane)
    }
  }

  private struct Backward: PixelBody {
    let geometry: PoolingGeometry
    let rows: Range<Int>
    /// How many columns of the image each of the windows has.
    let widths: UnsafePointer<Int>
    /// The gradients of the windows that hold the pixel.
    let dy: PoolWindow
    let target: UnsafeMutablePointer<Float>
    let output: UnsafePointer<Float>
    let sink: GradientSink

    @inline(__always)
    func work(_ lane: Int, _ access: some LaneAccess) {
      var sum = Lanes.zero
      for row in 0..<dy.rows {
        let height = geometry.rows(rows.lowerBound + row).count
        for column in 0..<dy.columns {
          let share = 1 / Float(height * widths[column])
          sum = sum.adding(Lanes(repeating: share), times: access.load(dy.at(row, column) + lane))
        }
      }
      sink.write(sum, to: target + lane, output: output + lane, access)
    }
  }
}

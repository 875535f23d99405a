/// The largest number of each window, channel by channel; what lies outside the image never wins.
public enum MaxPooling {
  /// Writes the largest number of each window.
  ///
  /// - Parameters:
  ///   - x: images of the geometry's extents.
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
      let image = item / geometry.outputHeight
      let rows = geometry.rows(item % geometry.outputHeight)
      for column in 0..<geometry.outputWidth {
        let window = PoolWindow(x, image, rows, geometry.columns(column))
        lanes.forEach(Forward(window: window, target: y.pointer + (item * y.width + column) * y.stride))
      }
    }
  }

  private struct Forward: PixelBody {
    let window: PoolWindow
    let target: UnsafeMutablePointer<Float>

    @inline(__always)
    func work(_ lane: Int, _ access: some LaneAccess) {
      access.store(window.largest(lane, access), to: target + lane)
    }
  }

  /// Hands each window's gradient to the pixel that was its largest, the first in row order of several equal ones.
  ///
  /// - Parameters:
  ///   - x: the images that were pooled.
  ///   - y: what ``forward(_:to:_:batch:on:)`` gave.
  ///   - dy: the gradient of `y`.
  ///   - dx: the gradient of `x`.
  ///   - finish: how to hand it over.
  ///   - geometry: where the windows lie.
  ///   - batch: how many images.
  ///   - pool: the threads to use.
  public static func backward(
    _ x: FeatureMap, _ y: FeatureMap, _ dy: FeatureMap, to dx: FeatureMap, finish: GradientFinish,
    _ geometry: PoolingGeometry, batch: Int, on pool: WorkerPool
  ) {
    geometry.check(input: x, output: y)
    geometry.check(input: dx, output: dy)
    let sink = GradientSink(finish, dx)
    let lanes = PixelLanes(writing: dx, x, y, dy, sink.activated)
    let maps = Maps(x: x, y: y, dy: dy, dx: dx, sink: sink, lanes: lanes, geometry: geometry)
    if geometry.isDisjoint {
      pool.forEach(batch * geometry.outputHeight) { item in
        maps.writeRows(item / geometry.outputHeight, item % geometry.outputHeight)
      }
    } else {
      let band = max(1, (1 << 14) / (x.width * x.channels))
      let bands = (x.height + band - 1) / band
      pool.forEach(batch * bands) { item in
        let start = item % bands * band
        maps.writeBand(item / bands, start..<min(x.height, start + band))
      }
    }
  }

  /// All that a backward pass reads and writes.
  struct Maps {
    let x, y, dy, dx: FeatureMap
    let sink: GradientSink
    let lanes: PixelLanes
    let geometry: PoolingGeometry
  }
}

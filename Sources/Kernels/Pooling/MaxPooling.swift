/// The largest number of each window, channel by channel; what lies outside the image never wins.
public enum MaxPooling {
  /// Writes the largest number of each window.
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
  ///   - epilogue: how to hand it over.
  ///   - geometry: where the windows lie.
  ///   - batch: how many images.
  ///   - pool: the threads to use.
  public static func backward(
    _ x: FeatureMap, _ y: FeatureMap, _ dy: FeatureMap, to dx: FeatureMap, epilogue: GradientEpilogue,
    _ geometry: PoolingGeometry, batch: Int, on pool: WorkerPool
  ) {
    geometry.check(input: x, output: y)
    geometry.check(input: dx, output: dy)
    let sink = GradientSink(epilogue, dx)
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

extension MaxPooling.Maps {
  /// Writes the gradients of all rows from the start of window row `row` to that of the next: no pixel lies in two windows.
  @inline(__always)
  func writeRows(_ image: Int, _ row: Int) {
    let rows = geometry.rows(row)
    let end = row + 1 == geometry.outputHeight ? x.height : geometry.rows(row + 1).lowerBound
    for column in 0..<geometry.outputWidth {
      let columns = geometry.columns(column)
      let place = (image * y.height + row) * y.width + column
      let body = Disjoint(
        window: PoolWindow(x, image, rows, columns), gradient: PoolWindow(dx, image, rows, columns),
        output: PoolWindow(sink.activated, image, rows, columns), largest: y.pointer + place * y.stride,
        dy: dy.pointer + place * dy.stride, sink: sink)
      lanes.forEach(body)
    }
    guard sink.writesZeros else { return }
    // What no window of this row holds: beside the windows, and below them.
    for line in rows.lowerBound..<end {
      if line < rows.upperBound {
        for column in 0..<geometry.outputWidth {
          let next = column + 1 == geometry.outputWidth ? x.width : geometry.columns(column + 1).lowerBound
          writeZeros(image, line, geometry.columns(column).upperBound..<next)
        }
      } else {
        writeZeros(image, line, 0..<x.width)
      }
    }
  }

  private func writeZeros(_ image: Int, _ row: Int, _ columns: Range<Int>) {
    for column in columns {
      let place = (image * x.height + row) * x.width + column
      lanes.forEach(
        Zero(
          target: dx.pointer + place * dx.stride, output: sink.activated.pointer + place * sink.activated.stride,
          sink: sink))
    }
  }

  private struct Zero: PixelBody {
    let target: UnsafeMutablePointer<Float>
    let output: UnsafePointer<Float>
    let sink: GradientSink

    @inline(__always)
    func work(_ lane: Int, _ access: some LaneAccess) {
      sink.write(Lanes.zero, to: target + lane, output: output + lane, access)
    }
  }

  private struct Disjoint: PixelBody {
    let window, gradient, output: PoolWindow
    let largest: UnsafePointer<Float>
    let dy: UnsafePointer<Float>
    let sink: GradientSink

    @inline(__always)
    func work(_ lane: Int, _ access: some LaneAccess) {
      let best = access.load(largest + lane)
      var rest = access.load(dy + lane)
      if window.rows == 2, window.columns == 2 {
        hand(0, 0, lane, best, &rest, access)
        hand(0, 1, lane, best, &rest, access)
        hand(1, 0, lane, best, &rest, access)
        hand(1, 1, lane, best, &rest, access)
      } else {
        for row in 0..<window.rows {
          for column in 0..<window.columns { hand(row, column, lane, best, &rest, access) }
        }
      }
    }

    /// Hands over the gradient where this pixel is the largest; then nothing is left for the pixels behind it.
    @inline(__always)
    private func hand(
      _ row: Int, _ column: Int, _ lane: Int, _ best: Lanes, _ rest: inout Lanes, _ access: some LaneAccess
    ) {
      let isBest = access.load(window.at(row, column) + lane) .== best
      let share = Lanes.zero.replacing(with: rest, where: isBest)
      rest = rest.replacing(with: Lanes.zero, where: isBest)
      sink.write(share, to: gradient.at(row, column) + lane, output: output.at(row, column) + lane, access)
    }
  }
}

extension MaxPooling.Maps {
  /// Writes the gradients of the rows `band` where windows overlap: each window that reaches into them is looked at whole.
  @inline(__always)
  func writeBand(_ image: Int, _ band: Range<Int>) {
    let gradient = GradientSink(GradientEpilogue(adding: true), dx)
    if !sink.adding {
      for row in band {
        for column in 0..<x.width {
          lanes.forEach(Clear(target: dx.pointer + ((image * x.height + row) * x.width + column) * dx.stride))
        }
      }
    }
    for row in geometry.windowRows(covering: band) {
      let rows = geometry.rows(row)
      let own = max(0, band.lowerBound - rows.lowerBound)..<min(rows.count, band.upperBound - rows.lowerBound)
      for column in 0..<geometry.outputWidth {
        let columns = geometry.columns(column)
        let place = (image * y.height + row) * y.width + column
        lanes.forEach(
          Overlapping(
            window: PoolWindow(x, image, rows, columns), gradient: PoolWindow(dx, image, rows, columns), own: own,
            largest: y.pointer + place * y.stride, dy: dy.pointer + place * dy.stride, sink: gradient))
      }
    }
    guard let activation = sink.activationAlone(dx) else { return }
    for row in band {
      for column in 0..<x.width {
        let place = (image * x.height + row) * x.width + column
        lanes.forEach(
          Activate(
            target: dx.pointer + place * dx.stride, output: sink.activated.pointer + place * sink.activated.stride,
            sink: activation))
      }
    }
  }

  private struct Clear: PixelBody {
    let target: UnsafeMutablePointer<Float>

    @inline(__always)
    func work(_ lane: Int, _ access: some LaneAccess) { access.store(Lanes.zero, to: target + lane) }
  }

  private struct Activate: PixelBody {
    let target: UnsafeMutablePointer<Float>
    let output: UnsafePointer<Float>
    let sink: GradientSink

    @inline(__always)
    func work(_ lane: Int, _ access: some LaneAccess) {
      sink.write(access.load(target + lane), to: target + lane, output: output + lane, access)
    }
  }

  private struct Overlapping: PixelBody {
    let window, gradient: PoolWindow
    /// The rows of the window that this band writes.
    let own: Range<Int>
    let largest: UnsafePointer<Float>
    let dy: UnsafePointer<Float>
    let sink: GradientSink

    @inline(__always)
    func work(_ lane: Int, _ access: some LaneAccess) {
      let best = access.load(largest + lane)
      var rest = access.load(dy + lane)
      for row in 0..<own.upperBound {
        for column in 0..<window.columns {
          let isBest = access.load(window.at(row, column) + lane) .== best
          let share = Lanes.zero.replacing(with: rest, where: isBest)
          rest = rest.replacing(with: Lanes.zero, where: isBest)
          let target = gradient.at(row, column) + lane
          if row >= own.lowerBound { sink.write(share, to: target, output: target, access) }
        }
      }
    }
  }
}

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

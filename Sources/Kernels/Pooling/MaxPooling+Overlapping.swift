extension MaxPooling.Maps {
  /// Writes the gradients of the rows `band` where windows overlap: each window that reaches into them is looked at whole.
  @inline(__always)
  func writeBand(_ image: Int, _ band: Range<Int>) {
    let gradient = GradientSink(GradientFinish(adding: true), dx)
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

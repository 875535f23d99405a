/// Softmax over the channels of each pixel.
public enum MapSoftmax {
  /// y = eˣ over the sum of eˣ of the pixel.
  ///
  /// - Parameters:
  ///   - x: the numbers.
  ///   - y: the result; overwritten; may be `x`.
  ///   - batch: how many images.
  ///   - pool: the threads to use.
  public static func forward(_ x: FeatureMap, to y: FeatureMap, batch: Int, on pool: WorkerPool) {
    let (source, target) = (ClassPlanes(x), ClassPlanes(y))
    forGroups(y, batch: batch, sets: 1, on: pool) { pixel, count, planes in
      source.gather(at: pixel, count: count, to: planes)
      ClassPlanes.softmax(planes, source.classes)
      target.scatter(planes, at: pixel, count: count, adding: false)
    }
  }

  /// y · (dy − ⟨dy, y⟩) of each pixel.
  ///
  /// - Parameters:
  ///   - y: what ``forward(_:to:batch:on:)`` gave.
  ///   - dy: the gradient of `y`.
  ///   - dx: the gradient of `x`; may be `dy`.
  ///   - epilogue: how to hand it over.
  ///   - batch: how many images.
  ///   - pool: the threads to use.
  public static func backward(
    _ y: FeatureMap, _ dy: FeatureMap, to dx: FeatureMap, epilogue: GradientEpilogue, batch: Int, on pool: WorkerPool
  ) {
    let (result, gradient, target) = (ClassPlanes(y), ClassPlanes(dy), ClassPlanes(dx))
    let activated = epilogue.activated.map { ClassPlanes($0) }
    let classes = y.channels
    forGroups(dx, batch: batch, sets: 2, on: pool) { pixel, count, planes in
      let other = planes + classes
      result.gather(at: pixel, count: count, to: planes)
      gradient.gather(at: pixel, count: count, to: other)
      var dot = Lanes.zero
      for index in 0..<classes { dot = dot.adding(planes[index], times: other[index]) }
      for index in 0..<classes { planes[index] *= other[index] - dot }
      if epilogue.adding {
        target.gather(at: pixel, count: count, to: other)
        for index in 0..<classes { planes[index] += other[index] }
      }
      if let activated {
        activated.gather(at: pixel, count: count, to: other)
        let slope = Lanes(repeating: epilogue.slope)
        for index in 0..<classes {
          planes[index] = (planes[index] * slope).replacing(with: planes[index], where: other[index] .> Lanes.zero)
        }
      }
      target.scatter(planes, at: pixel, count: count, adding: false)
    }
  }

  /// Calls `body` for each sixteen pixels with room for `sets` of planes.
  @inline(__always)
  private static func forGroups(
    _ map: FeatureMap, batch: Int, sets: Int, on pool: WorkerPool,
    _ body: (Int, Int, UnsafeMutablePointer<Lanes>) -> Void
  ) {
    LossTiles.forEach(batch * map.height * map.width, on: pool) { pixels in
      withUnsafeTemporaryAllocation(of: Lanes.self, capacity: sets * map.channels) { planes in
        guard let planes = planes.baseAddress else { return }
        var pixel = pixels.lowerBound
        while pixel < pixels.upperBound {
          body(pixel, min(Lanes.width, pixels.upperBound - pixel), planes)
          pixel += Lanes.width
        }
      }
    }
  }
}

/// Softmax along the last axis, forward and backward.
public enum RowSoftmax {
  /// eˣ over the sum of eˣ in each row; `source` and `target` may be the same.
  ///
  /// - Parameters:
  ///   - source: `[rows, width]`.
  ///   - target: `[rows, width]`; each row sums to 1.
  ///   - rows: how many rows.
  ///   - width: how many numbers a row has.
  ///   - pool: the threads to use.
  public static func forward(
    _ source: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>, rows: Int, width: Int, on pool: WorkerPool
  ) {
    let tile = rowsPerTile(width)
    pool.forEach((rows + tile - 1) / tile) { item in
      for row in item * tile..<min(rows, (item + 1) * tile) {
        let x = source + row * width
        let y = target + row * width
        var largest = -Float.infinity
        for index in 0..<width where !(x[index] <= largest) { largest = x[index] }
        var powers = Powers(source: x, largest: Lanes(repeating: largest), target: y)
        powers.run(over: 0..<width)
        var sum: Float = 0
        for index in 0..<width { sum += y[index] }
        var scale = Scale(factor: Lanes(repeating: 1 / sum), target: y)
        scale.run(over: 0..<width)
      }
    }
  }

  /// y · (dy − ⟨dy, y⟩) in each row.
  ///
  /// - Parameters:
  ///   - output: what ``forward(_:to:rows:width:on:)`` gave, `[rows, width]`.
  ///   - gradient: the gradient of the output, `[rows, width]`.
  ///   - target: the gradient of the input, `[rows, width]`; overwritten.
  ///   - rows: how many rows.
  ///   - width: how many numbers a row has.
  ///   - pool: the threads to use.
  public static func backward(
    output: UnsafePointer<Float>, _ gradient: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>, rows: Int,
    width: Int, on pool: WorkerPool
  ) {
    let tile = rowsPerTile(width)
    pool.forEach((rows + tile - 1) / tile) { item in
      for row in item * tile..<min(rows, (item + 1) * tile) {
        let start = row * width
        var dot: Float = 0
        for index in start..<start + width { dot += gradient[index] * output[index] }
        for index in start..<start + width { target[index] = output[index] * (gradient[index] - dot) }
      }
    }
  }

  private static func rowsPerTile(_ width: Int) -> Int { max(1, (1 << 13) / width) }

  private struct Powers: VectorizedColumns {
    let source: UnsafePointer<Float>
    let largest: Lanes
    let target: UnsafeMutablePointer<Float>

    @inline(__always)
    mutating func work(at column: Int, _ access: some LaneAccess) {
      access.store(Lanes.exponential(access.load(source + column) - largest), to: target + column)
    }
  }

  private struct Scale: VectorizedColumns {
    let factor: Lanes
    let target: UnsafeMutablePointer<Float>

    @inline(__always)
    mutating func work(at column: Int, _ access: some LaneAccess) {
      access.store(access.load(target + column) * factor, to: target + column)
    }
  }
}

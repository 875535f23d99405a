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
  ///   - finish: how to hand it over.
  ///   - batch: how many images.
  ///   - pool: the threads to use.
  public static func backward(
    _ y: FeatureMap, _ dy: FeatureMap, to dx: FeatureMap, finish: GradientFinish, batch: Int, on pool: WorkerPool
  ) {
    let (result, gradient, target) = (ClassPlanes(y), ClassPlanes(dy), ClassPlanes(dx))
    let activated = finish.activated.map { ClassPlanes($0) }
    let classes = y.channels
    forGroups(dx, batch: batch, sets: 2, on: pool) { pixel, count, planes in
      let other = planes + classes
      result.gather(at: pixel, count: count, to: planes)
      gradient.gather(at: pixel, count: count, to: other)
      var dot = Lanes.zero
      for index in 0..<classes { dot = dot.adding(planes[index], times: other[index]) }
      for index in 0..<classes { planes[index] *= other[index] - dot }
      if finish.adding {
        target.gather(at: pixel, count: count, to: other)
        for index in 0..<classes { planes[index] += other[index] }
      }
      if let activated {
        activated.gather(at: pixel, count: count, to: other)
        let slope = Lanes(repeating: finish.slope)
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

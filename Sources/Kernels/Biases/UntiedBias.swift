/// A bias for each place of a map, the same for all images of a batch.
public enum UntiedBias {
  /// y = activation(y + bias).
  ///
  /// - Parameters:
  ///   - y: what the bias is added to.
  ///   - bias: `[H, W, C]`, with nothing between.
  ///   - activation: what is done to the sum.
  ///   - batch: how many images.
  ///   - pool: the threads to use.
  public static func add(
    to y: FeatureMap, _ bias: UnsafePointer<Float>, activation: FusedActivation, batch: Int, on pool: WorkerPool
  ) {
    let bias = close(UnsafeMutablePointer(mutating: bias), like: y)
    let loop = VectorizedLoop(writing: y, bias)
    let pixels = y.height * y.width
    let tiles = loop.tiles(pixels)
    pool.forEach(batch * tiles) { item in
      let range = loop.pixels(item % tiles, of: pixels)
      var work = Add(
        target: loop.row(y, item / tiles * pixels + range.lowerBound), bias: loop.row(bias, range.lowerBound),
        activation: ActivationLanes(activation))
      loop.run(range.count, &work)
    }
  }

  /// Writes the gradient of the bias: the sum of `dy` over the images.
  ///
  /// - Parameters:
  ///   - dy: the gradient of the sum.
  ///   - target: `[H, W, C]`, with nothing between; overwritten.
  ///   - batch: how many images; at least 1.
  ///   - pool: the threads to use.
  public static func backward(
    _ dy: FeatureMap, to target: UnsafeMutablePointer<Float>, batch: Int, on pool: WorkerPool
  ) {
    let target = close(target, like: dy)
    let loop = VectorizedLoop(writing: target, dy)
    let pixels = dy.height * dy.width
    pool.forEach(loop.tiles(pixels)) { tile in
      let range = loop.pixels(tile, of: pixels)
      var work = Sum(
        target: loop.row(target, range.lowerBound), dy: loop.row(dy, range.lowerBound), imageStride: dy.imageStride,
        batch: batch)
      loop.run(range.count, &work)
    }
  }

  private static func close(_ pointer: UnsafeMutablePointer<Float>, like map: FeatureMap) -> FeatureMap {
    FeatureMap(pointer, height: map.height, width: map.width, channels: map.channels, stride: map.channels)
  }

  private struct Add: VectorizedBody {
    let target, bias: LaneRow
    let activation: ActivationLanes

    @inline(__always)
    mutating func work(_ group: Int, _ vector: Int, _ access: some LaneAccess) {
      let sum = access.load(target.at(group, vector)) + access.load(bias.at(group, vector))
      access.store(activation.value(sum), to: target.at(group, vector))
    }
  }

  private struct Sum: VectorizedBody {
    let target, dy: LaneRow
    let imageStride: Int
    let batch: Int

    @inline(__always)
    mutating func work(_ group: Int, _ vector: Int, _ access: some LaneAccess) {
      let start = dy.at(group, vector)
      var sum = access.load(start)
      for image in 1..<max(1, batch) { sum += access.load(start + image * imageStride) }
      access.store(sum, to: target.at(group, vector))
    }
  }
}

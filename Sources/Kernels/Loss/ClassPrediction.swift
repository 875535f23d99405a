/// The class that a network gives each pixel.
public enum ClassPrediction {
  /// Writes the class of the largest logit, the first of several equal ones; for one channel, 1 where the logit is above 0.
  ///
  /// - Parameters:
  ///   - logits: a channel for each class, or one for class 1 against the rest.
  ///   - batch: how many images.
  ///   - target: the class of each pixel, `[batch, H, W]`; overwritten.
  ///   - pool: the threads to use.
  public static func write(
    _ logits: FeatureMap, batch: Int, to target: UnsafeMutablePointer<UInt8>, on pool: WorkerPool
  ) {
    let source = ClassPlanes(logits)
    LossTiles.forEach(batch * logits.height * logits.width, on: pool) { pixels in
      withUnsafeTemporaryAllocation(of: Lanes.self, capacity: source.classes) { planes in
        guard let planes = planes.baseAddress else { return }
        var pixel = pixels.lowerBound
        while pixel < pixels.upperBound {
          let count = min(Lanes.width, pixels.upperBound - pixel)
          source.gather(at: pixel, count: count, to: planes)
          let best =
            source.classes == 1
            ? Lanes.zero.replacing(with: Lanes(repeating: 1), where: planes[0] .> Lanes.zero)
            : ClassPlanes.largest(planes, source.classes).index
          ClassPlanes.write(best, at: pixel, count: count, to: target)
          pixel += Lanes.width
        }
      }
    }
  }
}

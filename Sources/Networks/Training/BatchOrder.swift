internal import Synchronization

/// Which images the steps of a training look at, step after step; any thread can ask.
public final class BatchOrder: Sendable {
  /// The images of one step.
  public struct Batch: Sendable, Equatable {
    /// The epoch that the step belongs to.
    public let epoch: Int
    /// The images' numbers, in order.
    public let images: [Int]
  }

  /// How far the walk through the steps is.
  private struct Place {
    var step: Int
    /// The images of that step's epoch in order; empty where they were not drawn yet.
    var images: [Int]
  }

  /// The most images of a batch.
  public var mostImages: Int { min(order.batchSize, order.count) }

  private let order: SampleOrder
  private let end: Int
  private let place: Mutex<Place>

  /// - Parameters:
  ///   - order: the order of all steps.
  ///   - steps: those to be taken.
  init(_ order: SampleOrder, steps: Range<Int>) {
    self.order = order
    end = steps.upperBound
    place = Mutex(Place(step: steps.lowerBound, images: []))
  }

  /// The batch of the next step; nil after the last.
  public func next() -> Batch? {
    place.withLock { place in
      guard place.step < end else { return nil }
      let step = place.step
      let epoch = step / order.stepsPerEpoch
      if place.images.isEmpty || step % order.stepsPerEpoch == 0 { place.images = order.images(epoch: epoch) }
      place.step += 1
      return Batch(epoch: epoch, images: Array(place.images[order.range(step: step)]))
    }
  }
}

internal import Synchronization
public import Tensors

/// Images with the class of each pixel, by number; where they come from is not the network's business.
public protocol SampleSource {
  /// How many images there are.
  var count: Int { get }
  /// The shape of one image, `[height, width, channels]`.
  var shape: Shape { get }
  /// The image's name, for messages.
  func name(_ index: Int) -> String
  /// Writes an image as the network is to see it, and the class of each of its pixels.
  ///
  /// - Parameters:
  ///   - index: the image's number.
  ///   - epoch: the epoch, for which what is drawn at random is drawn anew; nil where the image is to be measured, and nothing is.
  ///   - image: gets the intensities, `[height, width, channels]`.
  ///   - labels: gets the classes, `[height, width]`.
  func load(
    _ index: Int, epoch: Int?, image: UnsafeMutableBufferPointer<Float>, labels: UnsafeMutableBufferPointer<UInt8>)
  /// Begins to load the batches of a training ahead of its steps; nil where each is loaded when its step wants it.
  ///
  /// - Parameter order: gives one batch after the other.
  /// - Returns: the batches, each as ``load(_:epoch:image:labels:)`` would write it.
  func batches(_ order: BatchOrder) -> (any BatchStream)?
}

extension SampleSource {
  /// Nothing is loaded ahead.
  public func batches(_ order: BatchOrder) -> (any BatchStream)? { nil }
}

/// Batches of images that are loaded ahead of the steps that want them.
public protocol BatchStream {
  /// Waits for the next batch, and keeps it in place until `body` returns.
  ///
  /// - Parameter body: gets the intensities, `[images, height, width, channels]`, and the classes, `[images, height, width]`.
  /// - Returns: whether there was one.
  func next(_ body: (UnsafeBufferPointer<Float>, UnsafeBufferPointer<UInt8>) -> Void) -> Bool
}

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

/// In which order a training goes through its images: another each epoch, the same for the same seed.
struct SampleOrder: Sendable {
  /// How many images there are.
  let count: Int
  /// How many a step looks at; the last step of an epoch looks at what is left.
  let batchSize: Int
  /// What the orders are drawn from.
  let seed: SeededGenerator

  /// How many steps an epoch has.
  var stepsPerEpoch: Int { (count + batchSize - 1) / batchSize }

  /// The images of epoch `epoch` in order.
  func images(epoch: Int) -> [Int] {
    var generator = seed.derived(UInt64(epoch))
    return generator.permutation(count)
  }

  /// Where the images of a step stand in its epoch's order.
  func range(step: Int) -> Range<Int> {
    let first = step % stepsPerEpoch * batchSize
    return first..<min(count, first + batchSize)
  }
}

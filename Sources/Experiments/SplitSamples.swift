public import Datasets
public import Networks
public import Tensors

/// One side of a divided set, as a network sees it: prepared, with one channel.
public struct SplitSamples: SampleSource {
  let preparer: Preparer
  /// The images of this side.
  let indices: [Int]
  /// What the preprocessing's random numbers start from.
  let seed: UInt64
  /// The shape of one prepared image, `[height, width, 1]`.
  public let shape: Shape

  /// - Parameters:
  ///   - preparer: prepares the images.
  ///   - indices: those of this side.
  ///   - seed: what the training's random numbers start from.
  public init(_ preparer: Preparer, indices: [Int], seed: UInt64) {
    self.preparer = preparer
    self.indices = indices
    // The trainer's weights, orders and dropout have the streams before it.
    var stream = SeededGenerator(seed: seed).derived(4)
    self.seed = stream.next()
    shape = Shape([preparer.size.height, preparer.size.width, 1])
  }

  /// How many images this side has.
  public var count: Int { indices.count }

  /// The image's name in the set.
  public func name(_ index: Int) -> String { preparer.set.sampleName(indices[index]) }

  /// Writes an image as the preprocessing leaves it, and the class of each of its pixels.
  public func load(
    _ index: Int, epoch: Int?, image: UnsafeMutableBufferPointer<Float>, labels: UnsafeMutableBufferPointer<UInt8>
  ) {
    preparer.load(indices[index], epoch: epoch, seed: seed, image: image, labels: labels)
  }

  /// An image as the preprocessing leaves it, with the class of each of its pixels.
  public func pixels(_ index: Int) -> (image: [Float], label: [UInt8]) { preparer.pixels(indices[index]) }

  /// Begins to prepare batches on a second thread; nil where there is nothing to prepare.
  public func batches(_ order: BatchOrder) -> (any BatchStream)? {
    // An image that stays as it is takes no longer to load than to bring over from another thread.
    guard !preparer.changesNothing else { return nil }
    return PrefetchedBatches(self, order)
  }
}

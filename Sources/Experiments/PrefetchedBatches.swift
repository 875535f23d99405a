internal import Datasets
internal import Networks

/// The batches of a training, prepared on a second thread a few steps ahead.
struct PrefetchedBatches: BatchStream {
  private let prefetcher: Prefetcher

  /// Starts loading at once.
  ///
  /// - Parameters:
  ///   - samples: the images.
  ///   - order: gives one batch after the other.
  init(_ samples: SplitSamples, _ order: BatchOrder) {
    let (preparer, indices, seed) = (samples.preparer, samples.indices, samples.seed)
    prefetcher = Prefetcher(
      batchSize: order.mostImages, sampleCount: preparer.size.count,
      batches: { order.next().map { Prefetcher.Batch(epoch: $0.epoch, samples: $0.images) } },
      load: { epoch, index, image, labels in
        preparer.load(indices[index], epoch: epoch, seed: seed, image: image, labels: labels)
      })
  }

  func next(_ body: (UnsafeBufferPointer<Float>, UnsafeBufferPointer<UInt8>) -> Void) -> Bool {
    prefetcher.next { _, images, labels in body(images, labels) } != nil
  }
}

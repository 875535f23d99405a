internal import Foundation

/// Prepares batches on a second thread, a few ahead, so that training does not wait for them.
///
/// Batches come out in the order in which they were asked for, whatever the threads do: what is loaded depends on epoch and sample alone.
/// The thread ends when the last batch was taken or this value is given up.
public final class Prefetcher {
  /// One batch to be loaded.
  public struct Batch: Sendable, Equatable {
    /// The epoch that it belongs to; nil where nothing is drawn at random.
    public let epoch: Int?
    /// The samples, in order.
    public let samples: [Int]

    /// - Parameters:
    ///   - epoch: the epoch that it belongs to; nil where nothing is drawn at random.
    ///   - samples: the samples, in order.
    public init(epoch: Int?, samples: [Int]) {
      self.epoch = epoch
      self.samples = samples
    }
  }

  /// Loads one sample: its epoch, its number, where its intensities go, and where its classes go.
  public typealias Load =
    @Sendable (Int?, Int, UnsafeMutableBufferPointer<Float>, UnsafeMutableBufferPointer<UInt8>) -> Void

  private let shared: PrefetchQueue

  /// Starts loading at once.
  ///
  /// - Parameters:
  ///   - batchSize: the most samples of a batch.
  ///   - sampleCount: how many pixels a sample has.
  ///   - depth: how many batches are held at once, at least 2.
  ///   - batches: gives the next batch, or nil after the last; called on the second thread only.
  ///   - load: loads one sample; called on the second thread only.
  public init(
    batchSize: Int, sampleCount: Int, depth: Int = 3, batches: @escaping @Sendable () -> Batch?, load: @escaping Load
  ) {
    precondition(batchSize > 0 && sampleCount > 0, "a batch holds pixels, not \(batchSize) times \(sampleCount)")
    precondition(depth >= 2, "one batch is used while another is loaded: at least 2, not \(depth)")
    let shared = PrefetchQueue(depth: depth, batchSize: batchSize, sampleCount: sampleCount)
    self.shared = shared
    let thread = Thread { shared.fill(batches: batches, load: load) }
    thread.name = "seglab data"
    thread.start()
  }

  deinit { shared.stop() }

  /// The seconds that ``next(_:)`` has waited for batches: the training's time that was lost on data.
  public var secondsWaited: Double { shared.secondsWaited }

  /// Calls `body` with the next batch, and keeps it in place until that returns.
  ///
  /// - Parameter body: gets the batch, its intensities `[samples, pixels]`, and its classes `[samples, pixels]`.
  /// - Returns: what `body` returns; nil after the last batch.
  public func next<Result>(
    _ body: (Batch, UnsafeBufferPointer<Float>, UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result? {
    guard let slot = shared.take() else { return nil }
    defer { shared.giveBack() }
    return try body(slot.batch, slot.images, slot.labels)
  }
}

/// Batches on their way from the thread that loads them to the one that uses them: a ring of places, filled in turn and used in turn.
final class PrefetchQueue: @unchecked Sendable {
  // Unchecked, because `lock` guards all that changes: a place belongs to the loading thread until it is counted as full, and to the
  // using thread until it is given back.

  private let lock = NSCondition()
  private let sampleCount: Int
  private let images: [UnsafeMutableBufferPointer<Float>]
  private let labels: [UnsafeMutableBufferPointer<UInt8>]
  private var batches: [Prefetcher.Batch?]
  /// How many batches were loaded, and how many of them given back, since the start.
  private var (loaded, used) = (0, 0)
  private var (isEnded, isStopped) = (false, false)
  private var waited = 0.0

  init(depth: Int, batchSize: Int, sampleCount: Int) {
    self.sampleCount = sampleCount
    images = (0..<depth).map { _ in .allocate(capacity: batchSize * sampleCount) }
    labels = (0..<depth).map { _ in .allocate(capacity: batchSize * sampleCount) }
    for place in images { place.initialize(repeating: 0) }
    for place in labels { place.initialize(repeating: 0) }
    batches = [Prefetcher.Batch?](repeating: nil, count: depth)
  }

  deinit {
    for place in images { place.deallocate() }
    for place in labels { place.deallocate() }
  }

  var secondsWaited: Double { lock.withLock { waited } }

  /// Ends the loading thread once it has finished its sample.
  func stop() {
    lock.withLock {
      isStopped = true
      lock.broadcast()
    }
  }

  /// Loads batch after batch until there are no more, or until it is stopped.
  func fill(batches next: () -> Prefetcher.Batch?, load: Prefetcher.Load) {
    while let batch = next() {
      guard let place = freePlace() else { return }
      let (images, labels) = (images[place], labels[place])
      precondition(
        batch.samples.count * sampleCount <= images.count,
        "\(batch.samples.count) samples do not fit a batch of \(images.count / sampleCount)")
      for (number, sample) in batch.samples.enumerated() {
        let range = number * sampleCount..<(number + 1) * sampleCount
        load(
          batch.epoch, sample, UnsafeMutableBufferPointer(rebasing: images[range]),
          UnsafeMutableBufferPointer(rebasing: labels[range]))
        if lock.withLock({ isStopped }) { return }
      }
      lock.withLock {
        batches[place] = batch
        loaded += 1
        lock.broadcast()
      }
    }
    lock.withLock {
      isEnded = true
      lock.broadcast()
    }
  }

  /// The place to be filled next, as soon as it is free; nil where the thread shall end.
  private func freePlace() -> Int? {
    lock.withLock {
      while loaded - used >= batches.count, !isStopped { lock.wait() }
      return isStopped ? nil : loaded % batches.count
    }
  }

  /// The next batch, as soon as it is there; nil after the last.
  func take() -> (batch: Prefetcher.Batch, images: UnsafeBufferPointer<Float>, labels: UnsafeBufferPointer<UInt8>)? {
    lock.withLock {
      if loaded == used, !isEnded {
        let start = ContinuousClock.now
        while loaded == used, !isEnded { lock.wait() }
        waited += (ContinuousClock.now - start) / .seconds(1)
      }
      let place = used % batches.count
      guard loaded > used, let batch = batches[place] else { return nil }
      let count = batch.samples.count * sampleCount
      return (
        batch, UnsafeBufferPointer(rebasing: images[place][..<count]),
        UnsafeBufferPointer(rebasing: labels[place][..<count])
      )
    }
  }

  /// Gives the place of the batch that was taken back to the loading thread.
  func giveBack() {
    lock.withLock {
      used += 1
      lock.broadcast()
    }
  }
}

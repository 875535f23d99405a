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

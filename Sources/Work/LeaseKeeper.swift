internal import Foundation
internal import Synchronization

/// Gives signs of life for a lease from a thread of its own, until it is told to end or the lease is lost.
public final class LeaseKeeper: Sendable {
  private let ended = DispatchSemaphore(value: 0)

  /// - Parameters:
  ///   - lease: the lease.
  ///   - seconds: what lies between two signs.
  ///   - onLost: told once, from that thread, that somebody took the item over.
  public init(_ lease: Lease, every seconds: Double, onLost: @escaping @Sendable () -> Void) {
    let ended = ended
    let thread = Thread {
      while ended.wait(timeout: .now() + seconds) == .timedOut {
        guard lease.beat() else { return onLost() }
      }
    }
    thread.name = "seglab lease"
    thread.start()
  }

  /// Gives no more signs.
  public func end() { ended.signal() }
}

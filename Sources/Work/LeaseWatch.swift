internal import Synchronization

/// What one process has seen of others' signs of life.
///
/// A holder is given up when its lease has held the same bytes for too long by this process's own watch, which no clock of another machine
/// moves and which stands still while this machine sleeps. So a clock that is wrong gives up nobody, and what a cache shows too late only
/// makes the wait longer. A holder of the same machine whose process has ended is given up at once.
public final class LeaseWatch: Sendable {
  private struct Sight {
    /// What this epoch said when it was first looked at, and what it says now.
    let first: StandingLease
    let lease: StandingLease
    let since: Duration
  }

  private let seen = Mutex<[String: Sight]>([:])
  private let now: @Sendable () -> Duration

  /// A watch of this machine's.
  public convenience init() {
    let start = SuspendingClock.now
    self.init { SuspendingClock.now - start }
  }

  /// - Parameter now: how long it has been watching.
  init(now: @escaping @Sendable () -> Duration) { self.now = now }

  /// Notes what a lease says now.
  ///
  /// - Parameters:
  ///   - id: the item.
  ///   - lease: its lease, just read.
  ///   - patience: the seconds that it may say the same.
  /// - Returns: whether its holder is given up.
  func isGone(_ id: String, _ lease: StandingLease, patience: Double) -> Bool {
    if lease.holder.hasEnded { return true }
    let now = now()
    return seen.withLock { seen in
      guard let last = seen[id], last.lease == lease else {
        let first = seen[id].flatMap { $0.first.epoch == lease.epoch ? $0.first : nil } ?? lease
        seen[id] = Sight(first: first, lease: lease, since: now)
        return false
      }
      return now - last.since >= .seconds(patience)
    }
  }

  /// Whether a lease was seen to say something else since it was first looked at: its holder lives.
  public func sawLife(of id: String, _ lease: StandingLease) -> Bool {
    seen.withLock { seen in seen[id].map { $0.first.epoch == lease.epoch && $0.first != lease } ?? false }
  }
}

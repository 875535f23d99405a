internal import Synchronization

/// What one process has seen of others' signs of life.
///
/// A holder is given up when its count of signs has not grown for too long by this process's own watch, which no clock of another machine
/// moves and which stands still while this machine sleeps. So a clock that is wrong gives up nobody, and what a cache shows too late only
/// makes the wait longer. A sign that is torn, that its holder did not give, or that was seen before is none: neither is a holder kept by it nor
/// given up at once. A holder of the same machine whose process has ended is given up at once.
public final class LeaseWatch: Sendable {
  private struct Sight {
    let epoch: Int
    let holder: WorkerIdentity
    /// How many signs of life there were when they were first read, and the most that were seen; nil while none could be read.
    var first: Int?
    var most: Int?
    var since: Duration

    /// Whether this is of the lease that stands there.
    func isOf(_ lease: StandingLease) -> Bool { epoch == lease.epoch && holder == lease.holder }
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
      guard var last = seen[id], last.isOf(lease) else {
        seen[id] = Sight(
          epoch: lease.epoch, holder: lease.holder, first: lease.beats, most: lease.beats, since: now)
        return false
      }
      guard let beats = lease.beats, beats > last.most ?? -1 else { return now - last.since >= .seconds(patience) }
      (last.first, last.most, last.since) = (last.first ?? beats, beats, now)
      seen[id] = last
      return false
    }
  }

  /// Whether a lease was seen to count on since it was first looked at: its holder lives.
  public func sawLife(of id: String, _ lease: StandingLease) -> Bool {
    seen.withLock { seen in
      guard let sight = seen[id], sight.isOf(lease), let first = sight.first else { return false }
      return max(sight.most ?? first, lease.beats ?? first) > first
    }
  }
}

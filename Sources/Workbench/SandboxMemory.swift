internal import Synchronization

/// What was found out about sandboxes here, for who asks again within a minute: a judge of a class is one of hundreds, and each would try for
/// itself what the one before has just tried.
///
/// Only what is good enough for other people's work is remembered: a machine that was too slow to answer once is asked again.
public final class SandboxMemory: Sendable {
  private struct Finding {
    let finding: Task<Sandbox, Never>
    let since: ContinuousClock.Instant
  }

  private let found = Mutex<Finding?>(nil)
  private let find: @Sendable () async -> Sandbox
  private let lasts: Duration

  /// - Parameters:
  ///   - lasts: how long what was found counts.
  ///   - find: finds it out, in this process's environment.
  public init(lasts: Duration = .seconds(60), find: @escaping @Sendable () async -> Sandbox = { await Sandbox.find() })
  {
    (self.lasts, self.find) = (lasts, find)
  }

  /// The best sandbox that there is.
  ///
  /// - Returns: what was found last, or what is found now where that is too long ago; who asks meanwhile waits for the same.
  public func current() async -> Sandbox {
    let now = ContinuousClock.now
    let (finding, isNew) = found.withLock { [find, lasts] found -> (Task<Sandbox, Never>, Bool) in
      if let known = found, now - known.since < lasts { return (known.finding, false) }
      let task = Task { await find() }
      found = Finding(finding: task, since: now)
      return (task, true)
    }
    let sandbox = await finding.value
    if isNew, !sandbox.satisfies(.required) {
      found.withLock { if $0?.finding == finding { $0 = nil } }
    }
    return sandbox
  }
}

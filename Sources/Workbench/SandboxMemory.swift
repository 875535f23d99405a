internal import Synchronization

/// What was found out about sandboxes here, for who asks again within a minute: a judge of a class is one of hundreds, and each would try for
/// itself what the one before has just tried.
public final class SandboxMemory: Sendable {
  private let found = Mutex<(sandbox: Sandbox, at: ContinuousClock.Instant)?>(nil)
  private let find: @Sendable () async -> Sandbox
  private let lasts: Duration

  /// - Parameters:
  ///   - lasts: how long what was found counts.
  ///   - find: finds it out.
  public init(lasts: Duration = .seconds(60), find: @escaping @Sendable () async -> Sandbox = { await Sandbox.find() })
  {
    (self.lasts, self.find) = (lasts, find)
  }

  /// The best sandbox that there is.
  ///
  /// - Returns: what was found last, or what is found now where that is too long ago.
  public func current() async -> Sandbox {
    if let known = found.withLock({ $0 }), ContinuousClock.now - known.at < lasts { return known.sandbox }
    let sandbox = await find()
    found.withLock { $0 = (sandbox, .now) }
    return sandbox
  }
}

internal import Messages

/// Makes checks in order: once one has not passed, those after it are blocked.
///
/// A blocked check still shows what was measured, where that is known; only its verdict waits.
struct CheckChain {
  private(set) var results: [CheckResult] = []
  private var obstacle: Message?

  /// - Parameter obstacle: what already stands in the way of every check, where something does.
  init(obstacle: (any Phrase)? = nil) { self.obstacle = obstacle.map { Message($0) } }

  /// Adds `check`, blocked where something before it has not passed.
  mutating func add(_ check: CheckResult) {
    if let obstacle {
      results.append(check.saying(.blocked, obstacle))
      return
    }
    results.append(check)
    if check.verdict != .passed { obstacle = Message(CheckPhrase.blockedByCheck(check.name)) }
  }
}

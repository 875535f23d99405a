internal import Phrases

/// Makes checks in order: once one has not passed, those after it are blocked.
///
/// A blocked check still shows what was measured, where that is known; only its verdict waits.
struct CheckChain {
  private(set) var results: [CheckResult] = []
  private var obstacle: (any Phrase)?

  /// - Parameter obstacle: what already stands in the way of every check, where something does.
  init(obstacle: (any Phrase)? = nil) { self.obstacle = obstacle }

  /// Whether the next check can be judged.
  var isClear: Bool { obstacle == nil }

  /// Adds `check`, blocked where something before it has not passed.
  mutating func add(_ check: CheckResult) {
    if let obstacle {
      results.append(
        CheckResult(
          name: check.name, verdict: .blocked, expected: check.expected, measured: check.measured, message: obstacle,
          line: check.line))
      return
    }
    results.append(check)
    if check.verdict != .passed { obstacle = CheckPhrase.blockedByCheck(check.name) }
  }
}

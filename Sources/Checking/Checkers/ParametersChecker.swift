internal import Networks
internal import Phrases
internal import SegLab

/// Counts a network's learnable numbers.
enum ParametersChecker {
  /// Compares the count with the one that the lab asks for.
  static func check(expected: Int, facts: NetworkFacts) -> CheckResult {
    let largest = facts.layers.max { $0.parameters < $1.parameters }
    let right = facts.parameters == expected
    return CheckResult(
      name: "parameters", verdict: right ? .passed : .notYet, expected: expected.grouped,
      measured: facts.parameters.grouped,
      message: right
        ? nil
        : CheckPhrase.parametersDiffer(
          expected: expected, measured: facts.parameters, largest: largest?.name ?? facts.constant),
      line: right ? facts.network.line : largest?.line ?? facts.network.line)
  }

  /// Compares the count with the lab's budget.
  static func check(limit: Int, facts: NetworkFacts) -> CheckResult {
    let within = facts.parameters <= limit
    return CheckResult(
      name: "budget", verdict: within ? .passed : .notYet, expected: "<= \(limit.grouped)",
      measured: facts.parameters.grouped,
      message: within ? nil : CheckPhrase.overBudget(limit: limit, measured: facts.parameters), line: facts.network.line
    )
  }
}

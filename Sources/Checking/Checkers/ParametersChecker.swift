internal import Messages
internal import Networks
internal import SegLab

/// Counts a network's parameters.
enum ParametersChecker {
  /// Compares the count with the one that the lab asks for.
  static func check(expected: Int, facts: NetworkFacts, _ places: AnswerPlaces) -> CheckResult {
    let largest = facts.layers.max { $0.parameters < $1.parameters }
    let right = facts.parameters == expected
    if !right, let bias = bias(behind: facts.parameters - expected, in: facts.network) {
      return CheckResult(
        .parameters, .notYet, expected: .count(expected), measured: .count(facts.parameters),
        message: CheckPhrase.biasDiffers(
          expected: expected, measured: facts.parameters, layer: bias.layer, isThere: facts.parameters > expected),
        line: places.line(bias.line, in: facts.constant))
    }
    return CheckResult(
      .parameters, right ? .passed : .notYet, expected: .count(expected), measured: .count(facts.parameters),
      message: right
        ? nil
        : CheckPhrase.parametersDiffer(
          expected: expected, measured: facts.parameters, largest: largest?.name ?? facts.constant),
      line: right ? facts.line : largest.map { facts.line(of: $0, places) } ?? facts.line)
  }

  /// The one layer whose bias, there or not there, makes up for so many numbers.
  private static func bias(behind difference: Int, in network: Network) -> (layer: String, line: Int)? {
    let found = network.biases.filter { $0.isOn == (difference > 0) && $0.count == abs(difference) }
    return found.count == 1 ? (found[0].layer, found[0].line) : nil
  }

  /// Compares the count with the lab's budget.
  static func check(limit: Int, facts: NetworkFacts) -> CheckResult {
    let within = facts.parameters <= limit
    return CheckResult(
      .budget, within ? .passed : .notYet, expected: .limit("<=", Double(limit), places: nil),
      measured: .count(facts.parameters),
      message: within ? nil : CheckPhrase.overBudget(limit: limit, measured: facts.parameters), line: facts.line)
  }
}

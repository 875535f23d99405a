internal import Labs
internal import Messages
internal import Networks
internal import SegLab

/// Compares the number of a network's parameters with the one that the lab asks for, or allows.
struct ParametersCheck: NetworkCheck {
  static let form = CheckForm(.parameters, like: "5_000_000") { value, diagnostics in
    value.wholeNumber(for: "parameters", in: .fromOne, &diagnostics).map { ParametersCheck(count: $0) }
  }

  let count: Int

  var name: CheckName { .parameters }

  var planned: [CheckValue?] { [.count(count)] }

  var wantedShapes: [(layer: String, dimensions: [Int])] { [] }
  var wantedFunction: (name: String, type: String)? { nil }

  func note(in wanted: inout WantedNetwork) { wanted.parameters = count }

  func results(about facts: NetworkFacts, _ places: AnswerPlaces) -> [CheckResult] { [result(facts, places)] }

  private func result(_ facts: NetworkFacts, _ places: AnswerPlaces) -> CheckResult {
    let right = facts.parameters == count
    if !right, let bias = Self.bias(behind: facts.parameters - count, in: facts.network) {
      return CheckResult(
        name, .notYet, expected: .count(count), measured: .count(facts.parameters),
        message: CheckPhrase.biasDiffers(
          expected: count, measured: facts.parameters, layer: bias.layer, isThere: facts.parameters > count),
        line: places.line(bias.line, in: facts.constant))
    }
    if !right, let change = ParameterChange(behind: facts.parameters - count, in: facts.network) {
      return CheckResult(
        name, .notYet, expected: .count(count), measured: .count(facts.parameters),
        message: DifferencePhrase.written(
          expected: count, measured: facts.parameters, layer: change.layer, label: change.label, found: change.found,
          right: change.right), line: places.line(change.line, in: facts.constant))
    }
    return CheckResult(
      name, right ? .passed : .notYet, expected: .count(count), measured: .count(facts.parameters),
      message: right
        ? nil
        : CheckPhrase.parametersDiffer(expected: count, measured: facts.parameters), line: facts.line)
  }

  /// The one layer whose bias, there or not there, makes up for so many numbers.
  private static func bias(behind difference: Int, in network: Network) -> (layer: String, line: Int)? {
    let found = network.biases.filter { $0.isOn == (difference > 0) && $0.count == abs(difference) }
    return found.count == 1 ? (found[0].layer, found[0].line) : nil
  }

  /// Compares the count with the lab's budget, which holds for every network.
  static func budget(of limit: Int, _ facts: NetworkFacts) -> CheckResult {
    let within = facts.parameters <= limit
    return CheckResult(
      .budget, within ? .passed : .notYet, expected: .limit("<=", Double(limit), places: nil),
      measured: .count(facts.parameters),
      message: within ? nil : CheckPhrase.overBudget(limit: limit, measured: facts.parameters), line: facts.line)
  }
}

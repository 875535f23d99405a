internal import Labs
internal import Messages

/// Holds what was measured in an experiment against what the lab asks of it, check by check.
struct ExperimentChecks {
  private let experiment: Lab.Experiment
  private let checks: [Lab.Check]

  /// - Parameters:
  ///   - experiment: the experiment.
  ///   - lab: the lab that it stands in.
  init(of experiment: Lab.Experiment, in lab: Lab) {
    self.experiment = experiment
    checks = lab.checks(of: experiment.id)
  }

  private var line: Int { experiment.line }

  /// The verdicts on a training.
  func report(on outcome: ExperimentReport) -> CellReport {
    var chain = CheckChain()
    for (number, check) in checks.enumerated() { chain.add(result(of: check, outcome).asked(by: check, number)) }
    if chain.results.isEmpty { chain.add(CheckResult(.trains, outcome.quick == nil ? .passed : .tried, line: line)) }
    return CellReport(experiment.id, .experiment, checks: chain.results)
  }

  /// The report where something outside of the experiment stands in its way.
  func report(blockedBy obstacle: any Phrase) -> CellReport {
    var chain = CheckChain(obstacle: obstacle)
    for check in waiting { chain.add(check) }
    if checks.isEmpty { chain.add(CheckResult(.trains, .blocked, line: line)) }
    return CellReport(experiment.id, .experiment, checks: chain.results)
  }

  /// The report where the training came to nothing, as `first` says.
  func report(after first: CheckResult) -> CellReport {
    var chain = CheckChain()
    chain.add(first)
    for check in waiting { chain.add(check) }
    return CellReport(experiment.id, .experiment, checks: chain.results)
  }

  /// The checks of the experiment, each waiting for it.
  private var waiting: [CheckResult] {
    checks.enumerated().map { CheckResult($1.name, .blocked, line: line).asked(by: $1, $0) }
  }

  private func result(of check: Lab.Check, _ outcome: ExperimentReport) -> CheckResult {
    let isQuick = outcome.quick != nil
    guard case .run(let judge) = (isQuick ? check.inQuickProfile : check).kind else {
      // It needs no training; the lab's reader accepts those on exercises alone.
      return CheckResult(check.name, .passed, line: line)
    }
    let run = CheckedRun(metrics: outcome.metrics, history: outcome.history, isQuick: isQuick)
    let result = judge.result(for: run, line: line)
    guard isQuick, result.verdict == .passed else { return result }
    // What a result means is said of whole trainings alone.
    return CheckResult(result.name, .tried, expected: result.expected, measured: result.measured, line: line)
  }
}

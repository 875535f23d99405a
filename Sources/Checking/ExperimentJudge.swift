internal import Datasets
internal import Experiments
internal import Labs
internal import Networks
internal import Phrases
internal import SegLab

/// Trains one experiment, or finds the run, and makes its checks in order.
struct ExperimentJudge {
  let experiment: Lab.Experiment
  let lab: Lab
  /// All networks of the answer.
  let networks: [NetworkFacts]
  /// All trainings of the answer, by constant.
  let trainings: [String: Training]
  /// All sweeps of the answer, by constant.
  let sweeps: [String: Sweep]
  /// All preparations of the answer, by constant.
  let preparations: [String: Preparation]
  /// The verdicts on the cells before it, by name.
  let verdicts: [String: Verdict]
  let options: LabJudge.Options

  /// The verdicts on the experiment, and the training where there was one.
  func judge(
    in laboratory: Laboratory, watch: (LaboratoryEvent) -> Void
  ) -> (report: CellReport, training: ExperimentReport?) {
    let checks = lab.checks(of: experiment.id).map { options.isQuick ? $0.inQuickProfile : $0 }
    let network = networks.first { $0.constant == experiment.network }
    if let waiting = blocker(network: network) { return (report(blockedBy: waiting, checks), nil) }
    guard let network, let training, hasPreparation else {
      // A constant is missing only where its cell did not pass, or where no cell makes it at all.
      let missing =
        network == nil
        ? (experiment.network, "Network")
        : training == nil
          ? (trainingConstant ?? "training", "Training") : (experiment.preparation ?? "preparation", "Preparation")
      let result = CheckResult(
        name: "trains", verdict: .notYet,
        message: CheckPhrase.constantMissing(name: missing.0, kind: missing.1), line: experiment.line)
      return (chained(result, then: checks), nil)
    }
    guard let plan = network.report.plan else {
      // The network's own cell has not passed, and that was looked for above; this is for a network of a given cell.
      return (report(blockedBy: experiment.network, checks), nil)
    }
    // The lab's own numbers are judged here; a learner's have been in their cell, but for what only the network tells.
    let sane = TrainingChecker.check(training, classes: plan.classes)
    guard sane.verdict == .passed else { return (chained(sane, then: checks), nil) }
    do {
      let outcome: ExperimentReport
      if let sweep {
        outcome = try train(sweep, of: network, plan, in: laboratory, watch: watch)
      } else {
        watch(.began(name: experiment.id, number: 1, count: 1))
        let finished = try laboratory.train(
          experiment.order(plan, training, preparations, lab: lab, options), watch: watch)
        outcome = ExperimentReport(id: experiment.id, finished: finished, layers: network.layers)
      }
      var chain = CheckChain()
      for check in checks { chain.add(result(of: check, outcome)) }
      if chain.results.isEmpty { chain.add(CheckResult(name: "trains", verdict: .passed, line: experiment.line)) }
      return (CellReport(id: experiment.id, checks: chain.results), outcome)
    } catch {
      let result = CheckResult(
        name: "trains", verdict: error.isLearners ? .notYet : .error, message: error.phrase,
        line: error.line ?? experiment.line)
      return (chained(result, then: checks), nil)
    }
  }

  private var trainingConstant: String? {
    if case .constant(let name) = experiment.training { return name }
    return nil
  }

  private var training: Training? { sweep?.trainings.first ?? experiment.training(among: trainings) }

  private var sweep: Sweep? { trainingConstant.flatMap { sweeps[$0] } }

  private var hasPreparation: Bool { experiment.hasPreparation(among: preparations) }

  /// The first exercise that has not passed and that makes, or should make, what the experiment needs.
  private func blocker(network: NetworkFacts?) -> String? {
    let made = [
      network?.network.line, trainingConstant.flatMap { trainings[$0]?.line ?? sweeps[$0]?.line },
      experiment.preparation.flatMap { preparations[$0]?.line },
    ].compactMap { $0 }
    let isComplete = network != nil && training != nil && hasPreparation
    for block in lab.blocks {
      guard case .exercise(let code) = block, let verdict = verdicts[code.id], verdict != .passed else { continue }
      // Where a constant is missing nobody can say which of the unfinished cells should make it: the first one comes first.
      if !isComplete || made.contains(where: lab.lines(of: code).contains) { return code.id }
    }
    return nil
  }

  private func report(blockedBy cell: String, _ checks: [Lab.Check]) -> CellReport {
    var chain = CheckChain(obstacle: CheckPhrase.blockedByCell(cell))
    for check in checks { chain.add(waiting(check)) }
    if checks.isEmpty { chain.add(CheckResult(name: "trains", verdict: .blocked, line: experiment.line)) }
    return CellReport(id: experiment.id, checks: chain.results)
  }

  private func chained(_ first: CheckResult, then checks: [Lab.Check]) -> CellReport {
    var chain = CheckChain()
    chain.add(first)
    for check in checks { chain.add(waiting(check)) }
    return CellReport(id: experiment.id, checks: chain.results)
  }

  private func waiting(_ check: Lab.Check) -> CheckResult {
    CheckResult(name: check.rule.name, verdict: .blocked, line: experiment.line)
  }

  private func result(of check: Lab.Check, _ outcome: ExperimentReport) -> CheckResult {
    let metrics = outcome.metrics
    let line = experiment.line
    switch check.rule {
    case .accuracy(let bound): return MetricsChecker.check(accuracy: bound, metrics: metrics, line: line)
    case .dice(let bound): return MetricsChecker.check(dice: bound, metrics: metrics, line: line)
    case .metric(let name, let bound): return MetricsChecker.check(name, bound, metrics: metrics, line: line)
    case .ownLabelGain(let bound): return MetricsChecker.check(ownLabelGain: bound, metrics: metrics, line: line)
    case .lossFalls: return LossChecker.check(history: outcome.history, line: line)
    case .beatsBackground: return BaselineChecker.check(metrics: metrics, line: line)
    case .shape, .parameters, .function:
      // These need no training; the lab's reader accepts them on exercises alone.
      return CheckResult(name: check.rule.name, verdict: .passed, line: line)
    }
  }
}

internal import Datasets
internal import Diagnostics
internal import Labs
internal import Phrases
internal import SegLab
internal import Workbench

/// Makes the checks of one exercise, in order: holes, compiles, shapes, parameters, budget, training, preparation.
struct ExerciseJudge {
  /// What became of the exercise's cell.
  let cell: CellOutcome
  /// What the lab asks of it.
  let checks: [Lab.Check]
  /// The lab's limit for learnable numbers.
  let parameterLimit: Int?
  /// Why there is no answer, where that cannot be laid at one cell's door.
  let failure: (any Phrase)?
  /// The networks that the cell makes.
  let networks: [NetworkFacts]
  /// The trainings that the cell makes.
  let trainings: [Training]
  /// The sweeps of trainings that the cell makes.
  let sweeps: [Sweep]
  /// The preparations that the cell makes, each with what keeps the lab's images from being prepared so.
  let preparations: [(preparation: Preparation, problem: PreparationProblem?)]
  /// The functions that the lab asks for.
  let trials: [FunctionTrial]
  /// What came of trying each, by name.
  let replies: [String: FunctionReply]

  /// The results in order.
  func results() -> [CheckResult] {
    var chain = CheckChain()
    chain.add(HolesChecker.check(holes: cell.holes, line: cell.line))
    chain.add(compiles)
    // Where it stopped in a function that was tried, that function's check says so, and for which values.
    if let reason = stop, stoppedFunction == nil { chain.add(notRun(because: reason)) }
    // With holes in it every number would be a hole's, and no one's answer.
    for facts in cell.holes.isEmpty ? networks : [] {
      chain.add(ShapesChecker.check(fit: facts))
      for check in checks { for result in results(of: check, about: facts) { chain.add(result) } }
      if let parameterLimit { chain.add(ParametersChecker.check(limit: parameterLimit, facts: facts)) }
    }
    for training in cell.holes.isEmpty ? trainings : [] { chain.add(TrainingChecker.check(training)) }
    for sweep in cell.holes.isEmpty ? sweeps : [] { chain.add(SweepChecker.check(sweep)) }
    for (preparation, problem) in cell.holes.isEmpty ? preparations : [] {
      chain.add(PreparationChecker.check(preparation, problem: problem))
    }
    for check in checks {
      guard case .function(let rule) = check.rule,
        let trial = trials.first(where: { $0.rule.name == rule.name })
      else { continue }
      let reason: ProgramPhrase? = if case .stopped(let reason) = cell.state { reason } else { nil }
      chain.add(FunctionChecker.check(trial, replies[rule.name] ?? .notTried, stop: reason, line: cell.line))
    }
    if networks.isEmpty || !cell.holes.isEmpty {
      // Nothing can be measured, but what waits is shown.
      for check in checks where check.rule.name != "function" {
        chain.add(CheckResult(name: check.rule.name, verdict: .blocked, line: cell.line))
      }
    }
    return chain.results
  }

  private var compiles: CheckResult {
    guard case .blocked(let blocker) = cell.state else {
      return CompilesChecker.check(errors: cell.errors, blocker: nil, line: cell.line)
    }
    return CompilesChecker.check(errors: cell.errors, blocker: blocker, line: cell.line)
  }

  /// Why the program came to no answer for this cell, where that is so.
  private var stop: (any Phrase)? {
    if case .stopped(let reason) = cell.state { return reason }
    return failure
  }

  /// The function of this cell in which the program stopped, where it did.
  private var stoppedFunction: String? {
    guard case .stopped = cell.state else { return nil }
    return checks.lazy.compactMap { check -> String? in
      guard case .function(let rule) = check.rule, case .stopped? = replies[rule.name] else { return nil }
      return rule.name
    }.first
  }

  private func notRun(because reason: any Phrase) -> CheckResult {
    CheckResult(name: "runs", verdict: .error, message: reason, line: cell.line)
  }

  private func results(of check: Lab.Check, about facts: NetworkFacts) -> [CheckResult] {
    switch check.rule {
    case .shape(let wanted): return wanted.map { ShapesChecker.check(wanted: $0, facts: facts) }
    case .parameters(let expected): return [ParametersChecker.check(expected: expected, facts: facts)]
    case .accuracy, .dice, .lossFalls, .beatsBackground, .ownLabelGain, .metric, .function:
      // These need a training; the lab's reader accepts them on experiments alone.
      return []
    }
  }
}

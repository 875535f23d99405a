internal import Datasets
internal import Diagnostics
internal import Labs
internal import Messages
internal import SegLab
internal import Workbench

/// Makes the checks of one exercise, in order: holes, compiles, runs, shapes, parameters, budget, training, preprocessing, settings, functions.
struct ExerciseJudge {
  /// The exercise's cell in the lab.
  let code: Lab.Code
  /// What became of it.
  let cell: CellOutcome
  /// What came of all cells.
  let judged: JudgedAnswer
  /// The preprocessing that the cell makes, each with what keeps the lab's images from being prepared so.
  let preprocessing: [(preprocessing: Preprocessing, problem: PreprocessingProblem?)]
  /// The functions that the lab asks for.
  let trials: [FunctionTrial]

  private var checks: [Lab.Check] { judged.lab.checks(of: code.id) }
  private var parameterLimit: Int? { judged.lab.budget?.parameters }

  /// The results in order.
  func results() -> [CheckResult] {
    var chain = CheckChain()
    chain.add(HolesChecker.check(holes: cell.holes, line: cell.line))
    chain.add(compiles)
    // Where it stopped in a function that was tried, that function's check says so, and for which values.
    if let reason = stop, stoppedFunction == nil {
      chain.add(CheckResult(.runs, .error, message: reason, line: cell.line))
    }
    // With holes in it every number would be a hole's, and no one's answer.
    let isFilled = cell.holes.isEmpty
    let networks = isFilled ? judged.networks(of: code) { passes($0) } : []
    let settings = settings(isFilled, networks)
    for facts in networks {
      for result in results(about: facts) { chain.add(otherJoin(before: result, facts, settings) ?? result) }
    }
    if networks.isEmpty { for result in missingNetwork(isFilled) { chain.add(result) } }
    if isFilled { for result in trainings { chain.add(result) } }
    for (preprocessing, problem) in isFilled ? preprocessing : [] {
      chain.add(PreprocessingChecker.check(preprocessing, problem: problem))
    }
    for result in settings { chain.add(result) }
    for (number, check) in checks.enumerated() {
      if let result = function(check) { chain.add(result.asked(by: check, number)) }
    }
    return chain.results
  }

  private var compiles: CheckResult {
    let blocker: String? = if case .blocked(let blocker) = cell.state { blocker } else { nil }
    return CompilesChecker.check(errors: cell.errors, blocker: blocker, line: cell.line)
  }

  /// Why the program came to no answer for this cell, where that is so.
  private var stop: (any Phrase)? {
    if case .stopped(let reason) = cell.state { return reason }
    return judged.outcome.failure
  }

  // MARK: Networks

  private func passes(_ facts: NetworkFacts) -> Bool { results(about: facts).allSatisfy { $0.verdict == .passed } }

  private func results(about facts: NetworkFacts) -> [CheckResult] {
    var results = [OutputShapeCheck.fit(of: facts)]
    // The others need a training or a call; the lab's reader accepts those of trainings on experiments alone.
    for (number, check) in checks.enumerated() {
      let found = check.networkCheck?.results(about: facts, judged.places) ?? []
      results += found.map { $0.asked(by: check, number) }
    }
    if let parameterLimit { results.append(ParametersCheck.budget(of: parameterLimit, facts)) }
    return results
  }

  /// What is asked of a network where the cell makes none: why, and what waits for it.
  private func missingNetwork(_ isFilled: Bool) -> [CheckResult] {
    let asked = checks.enumerated().filter { $0.element.networkCheck != nil }
    guard !asked.isEmpty else { return [] }
    var results: [CheckResult] = []
    if isFilled, cell.state == .ready, judged.outcome.answer != nil, let name = judged.wantedNetwork(of: code) {
      let other = judged.places.home(of: name)?.cell
      results.append(
        CheckResult(
          .shapesFit, .notYet, message: CheckPhrase.madeElsewhere(name: name, kind: "Network", other: other),
          line: cell.line))
    }
    return results
      + asked.map { number, check in
        CheckResult(check.name, .blocked, line: cell.line).asked(by: check, number)
      }
  }

  /// That a join above a layer whose channels do not fit reads another layer than the lab asks for: what fits next would be another network.
  private func otherJoin(before result: CheckResult, _ facts: NetworkFacts, _ settings: [CheckResult]) -> CheckResult? {
    guard result.name == .shapesFit, result.verdict == .notYet,
      case .filterChannels? = facts.mismatch?.summary as? NetworkPhrase
    else { return nil }
    return settings.lazy.compactMap { check -> CheckResult? in
      guard check.verdict == .notYet, check.isHidden != true, check.line < result.line, let message = check.message,
        case .differs(_, "of", _, _, _)? = message.phrase as? SettingPhrase
      else { return nil }
      return result.saying(.notYet, message).moved(to: check.line)
    }.first
  }

  // MARK: Trainings

  /// One result for the trainings and sweeps of the cell: the first fault, alone or with the networks that they train.
  private var trainings: [CheckResult] {
    let answer = judged.answer
    let constants = (Array(answer.trainings.keys) + Array(answer.sweeps.keys)).filter {
      judged.places.home(of: $0)?.cell == code.id
    }.sorted()
    guard !constants.isEmpty else { return madeElsewhere.map { [$0] } ?? [] }
    if let fault = judged.trainingFaults(in: code.id).first { return [fault] }
    // What no experiment does is looked at alone.
    for name in constants {
      let list = answer.sweeps[name]?.trainings ?? answer.trainings[name].map { [$0] } ?? []
      let faults = list.lazy.map { TrainingChecker.check($0) }.filter { $0.verdict != .passed }
      if let fault = answer.sweeps[name].flatMap({ SweepChecker.fault(in: $0) }) ?? faults.first {
        return [
          SweepChecker.named(fault, of: answer.sweeps[name]).moved(to: judged.places.line(fault.line, in: name))
        ]
      }
    }
    return [CheckResult(.training, .passed, line: judged.places.home(of: constants[0])?.line ?? cell.line)]
  }

  /// That the cell makes nothing, and another exercise beside its own what an experiment below asks for.
  private var madeElsewhere: CheckResult? {
    guard cell.state == .ready, judged.outcome.answer != nil, !checks.contains(where: { $0.networkCheck != nil }),
      code.body.split(whereSeparator: \.isNewline).allSatisfy({
        $0.drop(while: \.isWhitespace).hasPrefix("//") || $0.allSatisfy(\.isWhitespace)
      })
    else { return nil }
    for experiment in judged.lab.experiments where experiment.line > code.line {
      var wanted = experiment.preprocessing.map { [($0, "Preprocessing")] } ?? []
      if case .constant(let name) = experiment.training { wanted.append((name, "Training")) }
      for (name, kind) in wanted {
        guard let home = judged.places.home(of: name), home.isExercise,
          judged.outcome.homes.contains(where: { $0.key != name && $0.value.cell == home.cell })
        else { continue }
        return CheckResult(
          .training, .notYet, message: CheckPhrase.madeElsewhere(name: name, kind: kind, other: home.cell),
          line: cell.line)
      }
    }
    return nil
  }

  // MARK: Settings

  /// What is asked of the settings of all that the cell makes; blocked where it makes nothing yet.
  private func settings(_ isFilled: Bool, _ networks: [NetworkFacts]) -> [CheckResult] {
    let asked = checks.enumerated().filter { $0.element.answerCheck != nil }
    guard !asked.isEmpty else { return [] }
    let made = judged.made(in: code, networks)
    let isMade = isFilled && !made.descriptions.isEmpty
    return asked.flatMap { number, check in
      let blocked = CheckResult(check.name, .blocked, line: cell.line)
      let results = isMade ? check.answerCheck?.results(about: made) ?? [] : [blocked]
      return results.map { $0.asked(by: check, number) }
    }
  }

  // MARK: Functions

  /// The function of this cell in which the program stopped, where it did.
  private var stoppedFunction: String? {
    guard case .stopped = cell.state else { return nil }
    return checks.lazy.compactMap { $0.function?.name }.first { name in
      if case .stopped? = judged.outcome.functions[name] { true } else { false }
    }
  }

  private func function(_ check: Lab.Check) -> CheckResult? {
    guard case .function(let check) = check.kind,
      let trial = trials.first(where: { $0.rule.name == check.rule.name })
    else { return nil }
    let reason: ProgramPhrase? = if case .stopped(let reason) = cell.state { reason } else { nil }
    return check.result(
      of: trial, judged.outcome.functions[check.rule.name] ?? .notTried, stop: reason, line: cell.line)
  }
}

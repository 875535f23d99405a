internal import Datasets
internal import Diagnostics
internal import Experiments
internal import Labs
internal import Messages
internal import Networks
internal import SegLab
internal import Workbench

/// Trains one experiment, or finds its runs, and makes its checks in order.
struct ExperimentJudge {
  /// The number of the experiment's block in the lab.
  let number: Int
  /// What the experiment would train.
  let plan: PlannedExperiment
  /// What came of all cells.
  let judged: JudgedAnswer
  /// What came of the exercises and questions before it.
  let order: JudgingOrder
  /// The verdicts on all exercises and questions of the lab, by name.
  let standing: [String: Verdict]
  /// Why there are no images to train on; nil where there are.
  let setFault: DatasetError?
  let options: LabJudge.Options

  private var experiment: Lab.Experiment { plan.experiment }
  private var line: Int { experiment.line }
  private var checks: ExperimentChecks { ExperimentChecks(of: experiment, in: judged.lab) }

  /// The verdicts on the experiment, and the training where there was one.
  ///
  /// - Parameters:
  ///   - laboratory: trains.
  ///   - trainings: those of all experiments; of this one ``upcoming``.
  ///   - first: which of them is its first.
  ///   - watch: told of what happens.
  /// - Returns: the verdicts, and the training.
  func judge(
    in laboratory: Laboratory, _ trainings: SideBySide, from first: Int, watch: (LaboratoryEvent) -> Void
  ) -> (report: CellReport, training: ExperimentReport?) {
    if let obstacle { return (obstacle, nil) }
    guard let network = plan.network, let ready = network.report.plan else {
      preconditionFailure("`\(experiment.network)` has no plan, and nothing stands in its way")
    }
    do {
      let outcome = try train(network, ready, in: laboratory, trainings, from: first, watch: watch)
      return (checks.report(on: outcome), outcome)
    } catch .notInStore {
      return (
        checks.report(after: CheckResult(.trains, .notAttempted, message: StandingPhrase.notRun, line: line)), nil
      )
    } catch {
      let result = CheckResult(
        .trains, error.isLearners ? .notYet : .error, message: error.phrase, line: error.line ?? line)
      return (checks.report(after: result), nil)
    }
  }

  // MARK: What stands in the way

  /// The report where nothing can be trained yet, and why; nil where everything is in place.
  private var obstacle: CellReport? {
    if let waiting = blocker { return checks.report(blockedBy: CheckPhrase.blockedByCell(waiting)) }
    if let waiting = ownWork { return checks.report(blockedBy: CheckPhrase.givenWaits(cell: waiting)) }
    if let waiting = order.waitsFor {
      return checks.report(blockedBy: StandingPhrase.inOrder(cell: waiting, lab: judged.lab.id))
    }
    if let setFault {
      let fault = LaboratoryError.data(setFault)
      return checks.report(after: CheckResult(.trains, .error, message: fault.phrase, line: line))
    }
    if judged.outcome.answer == nil, let failure = judged.outcome.failure {
      return checks.report(after: CheckResult(.trains, .error, message: failure, line: line))
    }
    if let missing = plan.missing {
      // A constant is missing only where its cell did not pass, or where no cell makes it at all.
      let phrase = CheckPhrase.constantMissing(name: missing.name, kind: missing.kind)
      return checks.report(after: CheckResult(.trains, .notYet, message: phrase, line: line))
    }
    if let mismatch = plan.network?.mismatch {
      // The network's own cell was looked for above; this is one that a given cell makes, with what a learner wrote for it.
      let phrase = Sentences(mismatch.summary, mismatch.help)
      return checks.report(after: CheckResult(.trains, .notYet, message: phrase, line: mismatch.line))
    }
    if let over = overBudget { return checks.report(after: over) }
    if let fault = plan.fault {
      // A fault in a learner's own training was said in its cell; this one is in what a given cell or the lab itself says.
      return checks.report(
        after: CheckResult(
          .trains, .notYet, expected: fault.expected, measured: fault.measured, message: fault.message?.phrase,
          line: fault.line > 0 ? fault.line : line))
    }
    return nil
  }

  /// Why the network is larger than the lab allows, where no exercise answers for it.
  private var overBudget: CheckResult? {
    guard let limit = judged.lab.budget?.parameters, let network = plan.network else { return nil }
    let budget = ParametersCheck.budget(of: limit, network)
    guard budget.verdict != .passed else { return nil }
    return CheckResult(
      .trains, .notYet, expected: budget.expected, measured: budget.measured, message: budget.message?.phrase,
      line: budget.line > 0 ? budget.line : line)
  }

  /// The first exercise that has not passed and that makes, or should make, what the experiment needs.
  private var blocker: String? {
    let makers = Set(plan.constants.compactMap { judged.places.home(of: $0)?.cell })
    for code in judged.lab.exercises {
      guard let verdict = order.exercises[code.id], verdict != .passed else { continue }
      // Where a constant is missing nobody can say which of the unfinished cells should make it: the first one comes first.
      let isWanted = plan.missing != nil || judged.wantedNetwork(of: code) == experiment.network && isAsked(code)
      if makers.contains(code.id) || isWanted { return code.id }
    }
    return nil
  }

  /// The learner's cell that an experiment in which nothing is the learner's waits for, where points are given: the first that is not right
  /// of the exercises before it; of all exercises where none is before it, and of questions where the lab has no exercise.
  private var ownWork: String? {
    guard options.givenWaits, judged.isGivenAlone(plan) else { return nil }
    let exercises = judged.lab.exercises.map { (id: $0.id, line: $0.line) }
    let own = exercises.isEmpty ? judged.lab.questions.map { (id: $0.id, line: $0.line) } : exercises
    let before = own.filter { $0.line < line }
    return (before.isEmpty ? own : before).first { standing[$0.id]?.isRight != true }?.id
  }

  /// Whether the lab asks anything of a network in an exercise.
  private func isAsked(_ code: Lab.Code) -> Bool {
    judged.lab.checks(of: code.id).contains { $0.networkCheck != nil }
  }

  // MARK: Training

  /// What will be trained for the experiment, in order; nothing where something stands in its way.
  var upcoming: [SideBySide.Upcoming] {
    guard obstacle == nil, let network = plan.network, let ready = network.report.plan else { return [] }
    let cost = network.report.cost
    return plan.trainings.enumerated().map { number, training in
      var order = trainingOrder(ready, training, after: 0)
      order.trainings = plan.trainings.count - number
      return SideBySide.Upcoming(
        order, bytes: cost.bytes(for: network.limits.applied(to: training)),
        stepWork: cost.trainingMultiplyAdds * training.batchSize)
    }
  }

  /// Trains what the experiment says: of a sweep everything it holds, one after the other.
  ///
  /// - Returns: the training, of a sweep the one with the best pooled Dice, with all of them in its `sweep`.
  /// - Throws: `LaboratoryError` where none could be trained, or where it is not a training's own settings that are at fault; `notInStore`
  ///   where some of it was not done yet and nothing is to be trained.
  private func train(
    _ network: NetworkFacts, _ ready: NetworkPlan, in laboratory: Laboratory, _ trainings: SideBySide,
    from first: Int, watch: (LaboratoryEvent) -> Void
  ) throws(LaboratoryError) -> ExperimentReport {
    var done: [(training: Training, report: ExperimentReport?)] = []
    var fault: LaboratoryError?
    let start = ContinuousClock.now
    for training in plan.trainings {
      watch(.began(name: experiment.id, number: done.count + 1, count: plan.trainings.count))
      do {
        let spent = (ContinuousClock.now - start) / .seconds(1)
        var order = trainingOrder(ready, training, after: spent)
        order.trainings = plan.trainings.count - done.count
        let finished = try trainings.train(first + done.count, order, watch: watch)
        let report = ExperimentReport(
          id: experiment.id, finished: finished, layers: network.layers, withOverlays: options.withOverlays)
        done.append((training, report))
        if plan.isSweep { watch(.member(SweepMember(training: training, metrics: report.metrics, run: report.run))) }
        // Who only looks throws nothing away.
        if plan.isSweep, !laboratory.trainsNothing { forgetLosers(done.compactMap(\.report), in: laboratory) }
      } catch {
        // A rate that is too high is something to learn from; a full disk is not. Of what the store lacks all is to be told.
        guard error.isLearners || error == .notInStore, plan.isSweep else { throw error }
        if fault != .notInStore { fault = error }
        done.append((training, nil))
        if error.isLearners { watch(.member(SweepMember(training: training, metrics: nil, run: ""))) }
      }
    }
    if fault == .notInStore { throw .notInStore }
    var best: (number: Int, report: ExperimentReport)?
    for (number, run) in done.enumerated() {
      guard let report = run.report, report.metrics.dice > best?.report.metrics.dice ?? -1 else { continue }
      best = (number, report)
    }
    guard var report = best?.report else {
      guard let fault else { preconditionFailure("\(plan.trainings.count) trainings, and nothing came of any") }
      throw fault
    }
    guard plan.isSweep else { return report }
    report.sweep = done.enumerated().map { number, run in
      SweepRun(
        training: run.training, metrics: run.report?.metrics, run: run.report?.run ?? "", isBest: number == best?.number
      )
    }
    report.quick = QuickRun(of: done.compactMap(\.report))
    return report
  }

  /// Weights are kept of the best run of a sweep so far alone: of sixty-four runs they would fill the disk.
  private func forgetLosers(_ reports: [ExperimentReport], in laboratory: Laboratory) {
    guard let last = reports.last else { return }
    guard !options.keepsWeights else { return }
    let others = reports.dropLast()
    guard let best = others.max(by: { $0.metrics.dice < $1.metrics.dice }) else { return }
    laboratory.forgetWeights(of: last.metrics.dice > best.metrics.dice ? best.run : last.run)
  }

  /// The order for a training, after others of the same sweep have taken `spent` seconds of what all of them may take.
  private func trainingOrder(_ network: NetworkPlan, _ training: Training, after spent: Double) -> TrainingRequest {
    var order = experiment.order(network, training, plan.preprocessing, lab: judged.lab, options)
    order.asksForWeights = options.keepsWeights
    order.sharedBy = options.sharedBy
    order.tellsHistograms = options.tellsEverything
    order.tellsPreviews = options.tellsPreviews
    order.source = source
    order.networkName = experiment.network
    order.origin = RunOrigin(lab: judged.lab.id, experiment: experiment.id)
    // Each of a sweep's trainings may be as long as the lab allows for one, all of them together twice as long.
    if plan.isSweep { order.mostSeconds = order.mostSeconds.map { max(0.001, min($0, 2 * $0 - spent)) } }
    return order
  }

  /// The cells that make what is trained, as they stand in the lab.
  private var source: [String] {
    let cells = plan.constants.compactMap { judged.places.home(of: $0)?.cell }
    return judged.lab.exercises.filter { cells.contains($0.id) }.map(\.body)
  }
}

extension Lab.Experiment {
  /// A training that takes so many times as long as the lab's budget is not begun, and one that comes to it is ended.
  private static let patience = 4.0

  /// What the laboratory is to train for this experiment.
  ///
  /// - Parameters:
  ///   - network: the network, its shapes known to fit.
  ///   - training: the settings to train with.
  ///   - preprocessing: what is done to images first.
  ///   - lab: the lab that the experiment stands in.
  ///   - options: how the lab is run.
  /// - Returns: the order.
  func order(
    _ network: NetworkPlan, _ training: Training, _ preprocessing: Preprocessing?, lab: Lab, _ options: LabJudge.Options
  ) -> TrainingRequest {
    let budget = lab.budget?.minutes.map { $0 * 60 }
    return TrainingRequest(
      network: network, training: training, preprocessing: preprocessing,
      stepLimit: options.isQuick ? quickSteps : nil, dataset: options.dataset ?? lab.dataset,
      split: split, seed: options.seed, limitSeconds: budget,
      // What a quick profile begins should be done within the time of a full one.
      mostSeconds: options.minutes.map { $0 * 60 } ?? budget.map { options.isQuick ? $0 : $0 * Self.patience })
  }
}

extension LaboratoryError {
  /// The line in the lab that is to blame, where one is.
  var line: Int? {
    guard case .preprocessing(let problem) = self, problem.line > 0 else { return nil }
    return problem.line
  }
}

internal import Datasets
public import Diagnostics
public import Experiments
public import Labs
internal import Messages
internal import Networks
internal import SegLab
public import Workbench

/// Takes a lab as it stands in a learner's file to a report: compiles its cells, checks them, trains its experiments, and judges all.
public struct LabJudge: Sendable {
  let workbench: Workbench
  let laboratory: Laboratory
  let options: Options

  /// How a lab is run.
  public struct Options: Codable, Sendable, Equatable {
    /// The data set to use in place of the lab's own.
    public var dataset: String?
    /// Whether experiments stop after the steps of their quick profile.
    public var isQuick: Bool
    /// What random numbers of trainings start from.
    public var seed: UInt64
    /// What the inputs for functions are drawn from: whoever writes a function must not know it. Nil for the secret of who judges.
    public var caseSeed: UInt64?
    /// The experiments to train, by name; nil for all of the lab.
    public var experiments: Set<String>?
    /// The trainings that are done, by digest; nil for all that are missing.
    public var onlyRuns: Set<String>?
    /// The most minutes that a training may take; nil for four times the lab's budget.
    public var minutes: Double?
    /// Whether nothing is trained beyond the first exercise or question of the lab that is not right.
    public var stopsAtFirst = false
    /// Whether an experiment in which nothing is the learner's waits for the learner's own cells, as where points are given.
    public var givenWaits = false
    /// How many labs are run here at a time, this one among them: of the time by the clock, so large a part is its own.
    public var sharedBy = 1
    /// Whether the report holds images with their labels and predictions, as a page shows them.
    public var withOverlays: Bool
    /// Whether weights are kept however large they are.
    public var keepsWeights = false
    /// Whether every step of a training is told, and how weights and gradients lie after each epoch.
    public var tellsEverything = false
    /// Whether a few predictions are told after each epoch.
    public var tellsPreviews = false
    /// Whether changes of a few lines that may mend a wrong function are compiled and tried.
    public var triesMending = true
    /// The lab's text with its solution in it, for the checks that hold a cell against it; nil where there is none.
    public var solution: String?

    /// - Parameters: the parts, as documented on each property.
    public init(
      dataset: String? = nil, isQuick: Bool = false, seed: UInt64 = 1, caseSeed: UInt64? = nil,
      experiments: Set<String>? = nil, minutes: Double? = nil, withOverlays: Bool = false, solution: String? = nil
    ) {
      self.dataset = dataset
      self.isQuick = isQuick
      self.seed = seed
      self.caseSeed = caseSeed
      self.experiments = experiments
      self.minutes = minutes
      self.withOverlays = withOverlays
      self.solution = solution
    }
  }

  /// - Parameters:
  ///   - workbench: what compiles and runs cells.
  ///   - laboratory: what trains networks.
  ///   - options: how the lab is run.
  public init(workbench: Workbench, laboratory: Laboratory, options: Options) {
    self.workbench = workbench
    self.laboratory = laboratory
    self.options = options
  }

  /// The report on `lab`.
  ///
  /// Exercises and questions of the whole lab come first, because they take no time; trainings follow in the order of the lab.
  /// - Parameters:
  ///   - lab: the lab as it stands in the learner's file.
  ///   - watch: told of what happens while networks train.
  ///   - soFar: told of verdicts as they come, each once: first those on all exercises and questions, with what is said of places in the
  ///     lab, then that on each experiment, with its training.
  ///   - causes: told of what is likely behind a training, by experiment, whatever the verdict on it is.
  /// - Returns: the report, its cells in the order of the lab.
  /// - Throws: `WorkbenchError` where the environment does not let cells be compiled at all.
  public func report(
    on lab: Lab, watch: @escaping (LaboratoryEvent) -> Void, soFar: (LabReport) -> Void = { _ in },
    causes: (String, Diagnostic) -> Void = { _, _ in }
  ) async throws(WorkbenchError) -> LabReport {
    let trials = FunctionTrial.all(in: lab, seed: options.caseSeed ?? 1)
    // Beside the learner's program, because each takes one core.
    async let solution = solved(lab)
    let outcome = try await workbench.answer(for: lab, calls: trials.map(\.call))
    let mended = await mendedFunctions(of: lab, trials, outcome)
    let solved = try await solution.get()
    let networks = await mendedNetworks(of: lab, outcome, solution: solved)
    return report(
      on: lab, outcome, trials, solution: solved, mended: mended, networks: networks, watch: watch,
      soFar: soFar, causes: causes)
  }

  /// What can be said of `lab` without any training: shapes and cost first, then the verdicts, with the runs that the store has.
  ///
  /// - Parameters:
  ///   - lab: the lab as it stands in the learner's file.
  ///   - networks: told of the learner's networks, once, before anything else is known.
  ///   - soFar: as for ``report(on:watch:soFar:)``.
  /// - Returns: the report; an experiment that was not run yet is not attempted.
  /// - Throws: `WorkbenchError` where the environment does not let cells be compiled at all.
  public func look(
    at lab: Lab, networks: ([NetworkSummary]) -> Void, soFar: (LabReport) -> Void
  ) async throws(WorkbenchError) -> LabReport {
    var laboratory = laboratory
    laboratory.trainsNothing = true
    let judge = LabJudge(workbench: workbench, laboratory: laboratory, options: options)
    async let solution = solved(lab)
    let trials = FunctionTrial.all(in: lab, seed: options.caseSeed ?? 1)
    let outcome = try await workbench.answer(for: lab, calls: trials.map(\.call))
    let judged = judge.judged(outcome, lab)
    networks(judged.networks.map(NetworkSummary.init))
    let mended = await mendedFunctions(of: lab, trials, outcome)
    let solved = try await solution.get()
    let fitting = await mendedNetworks(of: lab, outcome, solution: solved)
    return judge.report(
      on: lab, outcome, trials, judged: judged, solution: solved, mended: mended, networks: fitting,
      watch: { _ in }, soFar: soFar)
  }

  /// What comes of the lab's cells with its solution in them, where a check asks for it and there is one that fits.
  func solved(_ lab: Lab) async -> Result<Outcome?, WorkbenchError> {
    guard lab.asksForSolution, let text = options.solution, let whole = Lab.parse(text: text, file: lab.file).lab else {
      return .success(nil)
    }
    do throws(WorkbenchError) {
      let outcome = try await workbench.answer(for: whole)
      return .success(outcome.answer == nil ? nil : outcome)
    } catch {
      return .failure(error)
    }
  }

  /// The report on `lab`, once its cells have been compiled and run.
  ///
  /// - Parameters:
  ///   - lab: the lab as it stands in the learner's file.
  ///   - outcome: what became of its cells.
  ///   - trials: the functions that the lab asks for, as they were tried.
  ///   - judged: what can be said of the cells, where that is known.
  ///   - solution: what came of the cells with the lab's solution in them, where a check asks for it.
  ///   - mended: lines that mend functions, by name; each was tried.
  ///   - fitting: what is said of networks whose layers a change of lines makes fit, by constant; each was tried.
  ///   - watch: told of what happens while networks train.
  ///   - soFar: as above.
  ///   - causes: as above.
  /// - Returns: the report.
  func report(
    on lab: Lab, _ outcome: Outcome, _ trials: [FunctionTrial], judged: JudgedAnswer? = nil, solution: Outcome? = nil,
    mended: [String: FunctionEdits.Candidate] = [:], networks fitting: [String: Diagnostic] = [:],
    watch: (LaboratoryEvent) -> Void,
    soFar: (LabReport) -> Void = { _ in },
    causes: (String, Diagnostic) -> Void = { _, _ in }
  ) -> LabReport {
    var known = judged ?? self.judged(outcome, lab)
    known.solution = solution
    let (judged, digests) = (known, known.networkDigests)
    let otherData = otherData(lab)
    let setFault = lab.experiments.isEmpty ? nil : laboratory.fault(ofSet: options.dataset ?? lab.dataset)
    var cells = lab.blocks.map { ownCell($0, judged, trials) }
    cells = cells.map { $0?.saying(mended) }
    for facts in judged.networks {
      guard let message = fitting[facts.constant], let mismatch = facts.mismatch else { continue }
      cells = cells.map {
        $0?.id == facts.home?.cell ? $0?.saying(message, insteadOf: Message(mismatch.summary)) : $0
      }
    }
    let diagnostics = diagnostics(judged, isSetThere: setFault == nil, cells.compactMap(\.self), mended, fitting)
    func part(_ cells: [CellReport?], _ experiments: [ExperimentReport], _ diagnostics: [Diagnostic]) -> LabReport {
      var report = LabReport(
        lab: lab.id, cells: cells.compactMap(\.self), experiments: experiments, diagnostics: diagnostics,
        printed: judged.outcome.printed)
      report.file = lab.file
      // What cannot be trained for want of images is said before all else.
      report.remarks =
        [setFault.map { Message($0.phrase) }, otherData.map { Message($0) }].compactMap(\.self)
        + judged.outcome.remarks.map { Message($0) }
      report.sandbox = judged.outcome.sandbox
      report.networks = digests
      (report.isQuick, report.seed, report.dataset) = (options.isQuick, options.seed, options.dataset)
      return report
    }
    soFar(part(cells, [], diagnostics))
    let judges = self.judges(judged, cells, setFault)
    let mostBytes = laboratory.limits(dataset: options.dataset ?? lab.dataset, batchSize: 1).bytes
    let upcoming = judges.map(\.upcoming)
    let trainings = SideBySide(laboratory, upcoming.flatMap(\.self), mostBytes: mostBytes)
    defer { trainings.end() }
    var experiments: [ExperimentReport] = []
    var said: [Diagnostic] = []
    var next = 0
    for (judge, own) in zip(judges, upcoming) {
      let (number, plan) = (judge.number, judge.plan)
      let (report, training) = judge.judge(in: laboratory, trainings, from: next, watch: watch)
      next += own.count
      cells[number] = report
      if let training { experiments.append(training) }
      let likely = training.flatMap { self.cause(of: $0, plan, judged) }
      if let likely { causes(plan.experiment.id, likely) }
      let step = training == nil ? lackingStep(report, plan, judged) : nil
      // Several experiments may wait for one line.
      let lacking = step.flatMap { step in said.contains { $0.line == step.line } ? nil : step }
      let cause = report.verdict == .notYet ? [likely ?? lacking].compactMap(\.self) : [lacking].compactMap(\.self)
      said += cause
      soFar(part([report], training.map { [$0.withoutPictures] } ?? [], cause))
    }
    return part(cells, experiments, diagnostics + said)
  }

  /// What judges each experiment that is asked for, in the order of the lab.
  private func judges(
    _ judged: JudgedAnswer, _ cells: [CellReport?], _ setFault: DatasetError?
  ) -> [ExperimentJudge] {
    let own = cells.compactMap(\.self)
    let standing = Dictionary(own.map { ($0.id, $0.verdictOnShown) }) { first, _ in first }
    var order = JudgingOrder(stopsAtFirst: options.stopsAtFirst)
    return judged.lab.blocks.enumerated().compactMap { number, block in
      if let cell = cells[number] { order.pass(cell) }
      guard case .experiment(let experiment) = block, options.experiments?.contains(experiment.id) ?? true,
        let plan = judged.experiments.first(where: { $0.experiment.id == experiment.id })
      else { return nil }
      return ExperimentJudge(
        number: number, plan: plan, judged: judged, order: order, standing: standing, setFault: setFault,
        options: options)
    }
  }

  /// The report on an exercise or a question; nil where the block is something else.
  func ownCell(_ block: Lab.Block, _ judged: JudgedAnswer, _ trials: [FunctionTrial]) -> CellReport? {
    switch block {
    case .exercise(let code):
      guard let cell = judged.outcome.cell(code.id) else { return nil }
      let judge = ExerciseJudge(
        code: code, cell: cell, judged: judged, preprocessing: preprocessing(of: code.id, judged), trials: trials)
      return CellReport(code.id, .exercise, checks: judge.results())
    case .question(let question):
      return CellReport(question.id, .question, checks: [QuestionChecker.check(question, in: judged.lab)])
    case .prose, .given, .hint, .checks, .experiment, .answer: return nil
    }
  }

  /// What came of the cells of `lab`, with all that can be worked out of it.
  func judged(_ outcome: Outcome, _ lab: Lab) -> JudgedAnswer {
    JudgedAnswer(outcome, lab: lab) { preprocessing in
      laboratory.limits(dataset: options.dataset ?? lab.dataset, preprocessing: preprocessing, batchSize: 1)
    }
  }

  func preprocessing(
    of cell: String, _ judged: JudgedAnswer
  ) -> [(preprocessing: Preprocessing, problem: PreprocessingProblem?)] {
    judged.answer.preprocessing.filter { judged.places.home(of: $0.key)?.cell == cell }.sorted { $0.key < $1.key }.map {
      constant, preprocessing in
      let problem = laboratory.problem(with: preprocessing, dataset: options.dataset ?? judged.lab.dataset)
      return (preprocessing, problem.map { $0.moved(to: judged.places.line($0.line, in: constant)) })
    }
  }
}

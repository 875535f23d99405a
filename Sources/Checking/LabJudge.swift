internal import Diagnostics
public import Experiments
public import Labs
internal import Networks
public import Phrases
internal import SegLab
public import Workbench

/// Takes a lab as it stands in a learner's file to a report: compiles its cells, checks them, trains its experiments, and judges all.
public struct LabJudge: Sendable {
  let workbench: Workbench
  let laboratory: Laboratory
  let options: Options

  /// How a lab is run.
  public struct Options: Sendable {
    /// The data set to use in place of the lab's own.
    public var dataset: String?
    /// Whether experiments stop after the steps of their quick profile.
    public var isQuick: Bool
    /// What random numbers start from.
    public var seed: UInt64
    /// The experiments to train, by name; nil for all of the lab.
    public var experiments: Set<String>?

    /// - Parameters: the parts, as documented on each property.
    public init(dataset: String?, isQuick: Bool, seed: UInt64, experiments: Set<String>? = nil) {
      self.dataset = dataset
      self.isQuick = isQuick
      self.seed = seed
      self.experiments = experiments
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
  /// - Parameters:
  ///   - lab: the lab as it stands in the learner's file.
  ///   - watch: told of what happens while networks train.
  /// - Returns: the report, and what else the learner should know of how the cells were run.
  /// - Throws: `WorkbenchError` where the environment does not let cells be compiled at all.
  public func report(
    on lab: Lab, watch: @escaping (LaboratoryEvent) -> Void
  ) async throws(WorkbenchError) -> (report: LabReport, remarks: [any Phrase]) {
    report(on: lab, outcome: try await outcome(of: lab), watch: watch)
  }

  /// What becomes of the cells of `lab`: compiled and run, nothing trained.
  ///
  /// Several labs may be taken this far at once.
  /// - Parameter lab: the lab as it stands in the learner's file.
  /// - Returns: what became of them.
  /// - Throws: `WorkbenchError` where the environment does not let cells be compiled at all.
  public func outcome(of lab: Lab) async throws(WorkbenchError) -> Outcome {
    try await workbench.answer(for: lab, calls: FunctionTrial.all(in: lab, seed: options.seed).map(\.call))
  }

  /// The report on `lab`, whose cells were compiled and run before.
  ///
  /// - Parameters:
  ///   - lab: the lab as it stands in the learner's file.
  ///   - outcome: what became of its cells.
  ///   - watch: told of what happens while networks train.
  /// - Returns: the report, and what else the learner should know of how the cells were run.
  public func report(
    on lab: Lab, outcome: Outcome, watch: @escaping (LaboratoryEvent) -> Void
  ) -> (report: LabReport, remarks: [any Phrase]) {
    let trials = FunctionTrial.all(in: lab, seed: options.seed)
    let trainings = (outcome.answer?.trainings ?? [:]).sorted { $0.key < $1.key }
    let preparations = (outcome.answer?.preparations ?? [:]).sorted { $0.key < $1.key }
    let networks = networks(of: outcome, lab: lab)
    var cells: [CellReport] = []
    var experiments: [ExperimentReport] = []
    var verdicts: [String: Verdict] = [:]
    for block in lab.blocks {
      switch block {
      case .exercise(let code):
        guard let cell = outcome.cell(code.id) else { continue }
        let lines = lab.lines(of: code)
        let judge = ExerciseJudge(
          cell: cell, checks: lab.checks(of: code.id), parameterLimit: lab.budget?.parameters, failure: outcome.failure,
          networks: networks.filter { lines.contains($0.network.line) },
          trainings: trainings.map(\.value).filter { lines.contains($0.line) },
          sweeps: (outcome.answer?.sweeps.values.sorted { $0.line < $1.line } ?? []).filter { lines.contains($0.line) },
          preparations: preparations.map(\.value).filter { lines.contains($0.line) }
            .map { ($0, laboratory.problem(with: $0, dataset: options.dataset ?? lab.dataset)) },
          trials: trials,
          replies: outcome.functions)
        let report = CellReport(id: code.id, checks: judge.results())
        verdicts[code.id] = report.verdict
        cells.append(report)
      case .experiment(let experiment):
        guard options.experiments?.contains(experiment.id) ?? true else { continue }
        let judge = ExperimentJudge(
          experiment: experiment, lab: lab, networks: networks, trainings: Dictionary(uniqueKeysWithValues: trainings),
          sweeps: outcome.answer?.sweeps ?? [:], preparations: outcome.answer?.preparations ?? [:],
          verdicts: verdicts, options: options)
        let (report, training) = judge.judge(in: laboratory, watch: watch)
        cells.append(report)
        if let training { experiments.append(training) }
      case .question(let question):
        let answer = lab.answers.first { $0.question == question.id }
        cells.append(CellReport(id: question.id, checks: [QuestionChecker.check(question, answer: answer)]))
      case .prose, .given, .hint, .checks, .answer: break
      }
    }
    let report = LabReport(
      lab: lab.id, cells: cells, experiments: experiments, diagnostics: diagnostics(outcome, networks),
      printed: outcome.printed)
    return (report, outcome.remarks)
  }

  /// What is said of places in the lab, in its order.
  func diagnostics(_ outcome: Outcome, _ networks: [NetworkFacts]) -> [Diagnostic] {
    // The compiler has listed the holes already, each with its column.
    let mismatches = networks.flatMap(\.report.diagnostics).filter { $0.severity != .hole }
    // A note stays behind the message that it belongs to.
    var groups: [[Diagnostic]] = []
    for message in outcome.allDiagnostics + mismatches {
      if message.severity == .note, !groups.isEmpty {
        groups[groups.count - 1].append(message)
      } else {
        groups.append([message])
      }
    }
    return groups.enumerated().sorted { ($0.element[0].line, $0.offset) < ($1.element[0].line, $1.offset) }
      .flatMap(\.element)
  }

  /// The learner's networks, each against what its trainings ask of it.
  func networks(of outcome: Outcome, lab: Lab) -> [NetworkFacts] {
    let constants = outcome.answer?.trainings ?? [:]
    return (outcome.answer?.networks ?? [:]).sorted { $0.key < $1.key }.map { constant, network in
      let sweeps = outcome.answer?.sweeps ?? [:]
      let own = lab.experiments.filter { $0.network == constant }.flatMap { experiment -> [Training] in
        if case .constant(let name) = experiment.training, let sweep = sweeps[name] { return sweep.trainings }
        return experiment.training(among: constants).map { [$0] } ?? []
      }
      // A network that no experiment trains may still be meant for the one training that there is.
      let trainings = own.isEmpty ? constants.sorted { $0.key < $1.key }.map(\.value) : own
      var limits = limits(of: constant, lab: lab, preparations: outcome.answer?.preparations ?? [:])
      limits.batchSize = max(1, trainings.map(\.batchSize).max() ?? 1)
      if let first = trainings.first { (limits.loss, limits.optimizer) = (first.loss, first.optimizer) }
      return NetworkFacts(
        constant: constant, network: network, limits: limits,
        report: ShapeReport(of: network, file: lab.file, limits: limits))
    }
  }
}

extension LabReport {
  /// The report on a lab whose cells could not be compiled here at all: nothing of it is judged.
  public init(unjudged lab: Lab, because reason: any Phrase) {
    let cells: [CellReport] = lab.blocks.compactMap { block in
      guard case .exercise(let code) = block else { return nil }
      return CellReport(
        id: code.id, checks: [CheckResult(name: "compiles", verdict: .error, message: reason, line: code.line)])
    }
    self.init(lab: lab.id, cells: cells, experiments: [], diagnostics: [], printed: "")
  }
}

extension Lab {
  /// What the lab asks of the exercise or experiment of this name.
  func checks(of id: String) -> [Check] {
    blocks.flatMap { block -> [Check] in
      guard case .checks(let checks) = block, checks.target == id else { return [] }
      return checks.list
    }
  }

  /// The trainings that the lab asks for, in order.
  var experiments: [Experiment] {
    blocks.compactMap { block in
      if case .experiment(let experiment) = block { return experiment }
      return nil
    }
  }

  /// The learner's answers, in order.
  var answers: [Answer] {
    blocks.compactMap { block in
      if case .answer(let answer) = block { return answer }
      return nil
    }
  }

  /// The lines that a cell takes.
  func lines(of code: Code) -> ClosedRange<Int> {
    code.line...code.line + code.body.utf8.count { $0 == UInt8(ascii: "\n") }
  }
}

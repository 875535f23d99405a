internal import Datasets
internal import Diagnostics
internal import Experiments
internal import Labs
internal import Messages
internal import Networks
internal import SegLab
internal import Workbench

/// What is said of places in a lab, beside the verdicts.
extension LabJudge {
  /// What is likely behind a training where it did not come to what the lab asks for; nil where nothing points to a cause.
  func cause(of report: ExperimentReport, _ plan: PlannedExperiment, _ judged: JudgedAnswer) -> Diagnostic? {
    guard let network = plan.network?.network,
      let training = report.sweep.first(where: \.isBest)?.training ?? plan.trainings.first
    else { return nil }
    let diagnosis = TrainingDiagnosis(
      network: network, training: training, preprocessing: plan.preprocessing, report: report)
    let likely = diagnosis.cause?.diagnostic(judged.places, plan, training: training)
    return likely.map { LineAdvice(judged.lab).written($0) }
  }

  /// That the set of the lab's name is another than the lab was made for; nil where it is that one, is not at hand, or was chosen by name.
  func otherData(_ lab: Lab) -> ReportPhrase? {
    guard options.dataset ?? lab.dataset == lab.dataset, !lab.digests.isEmpty,
      let digest = laboratory.digest(of: lab.dataset), !lab.digests.contains(where: digest.hasPrefix)
    else { return nil }
    return .otherData(name: lab.dataset, digest: String(digest.prefix(12)), known: lab.digests)
  }

  /// What is said of places in the lab, in its order.
  ///
  /// - Parameters:
  ///   - judged: what came of the cells.
  ///   - isSetThere: whether there are images that networks must fit; where not, nothing is said of those that the lab brings along.
  ///   - cells: the verdicts on exercises and questions.
  ///   - functions: lines that mend functions, by name.
  /// - Returns: the messages.
  func diagnostics(
    _ judged: JudgedAnswer, isSetThere: Bool = true, _ cells: [CellReport] = [],
    _ functions: [String: FunctionEdits.Candidate] = [:]
  ) -> [Diagnostic] {
    // The compiler has listed the holes already, each with its column.
    let networks = judged.networks.filter { isAsked($0, judged) && (isSetThere || $0.home?.isExercise ?? true) }
    let mismatches = networks.flatMap(\.diagnostics).filter {
      $0.severity != .hole
    }
    let advice = LineAdvice(judged.lab)
    let told =
      judged.outcome.allDiagnostics.map { stop($0, mendedBy: functions, judged.lab) }
      + mismatches.map { advice.written($0) }
      + mended(cells, advice, functions, judged.lab)
    return told.withNotes.enumerated().sorted {
      ($0.element[0].line, $0.offset) < ($1.element[0].line, $1.offset)
    }
    .flatMap(\.element)
  }

  /// What checks found that one line mends, with that line: of each cell the first, where nothing else is wrong with it.
  private func mended(
    _ cells: [CellReport], _ advice: LineAdvice, _ functions: [String: FunctionEdits.Candidate], _ lab: Lab
  ) -> [Diagnostic] {
    cells.compactMap { cell in
      guard let check = cell.checks.first(where: { !$0.verdict.isRight }), check.verdict == .notYet,
        check.isHidden != true, let message = check.message
      else { return nil }
      if case .wrong(let name, _, _, _, _)? = message.phrase as? FunctionPhrase, let known = functions[name] {
        return Diagnostic(.error, file: lab.file, line: known.change.line, message.phrase, help: known.help)
      }
      guard let (line, text) = advice.line(mending: message, at: check.line) else { return nil }
      return Diagnostic(.error, file: lab.file, line: line, message.phrase, help: SlipPhrase.write(text))
    }
  }

  /// That the program stopped, with the lines that mend the function in which it did, where they are known.
  private func stop(
    _ message: Diagnostic, mendedBy functions: [String: FunctionEdits.Candidate], _ lab: Lab
  ) -> Diagnostic {
    guard message.summary is ProgramPhrase, message.help == nil,
      let cell = lab.exercises.first(where: { $0.lines.contains(message.line) }),
      let known = functions.values.first(where: { cell.lines.contains($0.change.line) })
    else { return message }
    return Diagnostic(message.severity, file: message.file, line: known.change.line, message.summary, help: known.help)
  }

  /// Whether anything is said of a network: not of scratch work beside one that an experiment trains.
  private func isAsked(_ facts: NetworkFacts, _ judged: JudgedAnswer) -> Bool {
    let trained = Set(judged.lab.experiments.map(\.network))
    if trained.contains(facts.constant) { return true }
    return !judged.networks.contains { $0.home?.cell == facts.home?.cell && trained.contains($0.constant) }
  }
}

public import Diagnostics
public import Labs
internal import Messages

extension LabReport {
  /// The report that a judge would come to now, of the numbers in this one: nothing is compiled, run or trained.
  ///
  /// - Parameters:
  ///   - lab: the lab with the learner's cells in it, whose ``Labs/Lab/measuredText`` is that of the lab that this report is on.
  ///   - causes: what is likely behind each training, by experiment, whatever the verdict on it was.
  /// - Returns: the report; nil where this one does not hold all that it takes.
  public func judgedAgain(by lab: Lab, causes: [String: Diagnostic]) -> LabReport? {
    guard moreDiagnostics == 0, !hasErrors else {
      return nil
    }
    let said = Self.said(of: cells, experiments, causes)
    guard Array(diagnostics.suffix(said.count)) == said else { return nil }
    let now = cells.map { cell -> CellReport? in
      guard cell.kind == .experiment else { return cell }
      guard let experiment = lab.experiments.first(where: { $0.id == cell.id }) else { return nil }
      return Self.report(cell, ExperimentChecks(of: experiment, in: lab), experiments.first { $0.id == cell.id })
    }
    guard !now.contains(where: { $0 == nil }) else { return nil }
    // Whoever trains again finds all of them in the store.
    let trainings = experiments.map { training in
      var training = training
      training.reused = true
      return training
    }
    let judged = now.compactMap(\.self)
    let diagnostics = diagnostics.dropLast(said.count) + Self.said(of: judged, experiments, causes)
    return with(cells: judged, experiments: trainings, diagnostics: Array(diagnostics))
  }

  /// The causes that a report tells, in order: those of trainings that did not come to what the lab asks for.
  private static func said(
    of cells: [CellReport], _ trainings: [ExperimentReport], _ causes: [String: Diagnostic]
  ) -> [Diagnostic] {
    cells.filter { cell in cell.verdict == .notYet && trainings.contains { $0.id == cell.id } }
      .compactMap { causes[$0.id] }
  }

  /// The report on an experiment, by other checks than those of before; nil where nobody knows what came of it.
  private static func report(
    _ before: CellReport, _ checks: ExperimentChecks, _ training: ExperimentReport?
  ) -> CellReport? {
    if let training { return checks.report(on: training) }
    guard let first = before.checks.first else { return nil }
    if first.name == .trains, first.verdict != .blocked { return checks.report(after: first) }
    guard first.verdict == .blocked, let obstacle = first.message else { return nil }
    return checks.report(blockedBy: obstacle.phrase)
  }
}

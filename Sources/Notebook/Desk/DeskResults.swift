internal import Checking
internal import Labs

/// What a lab's experiments came to when they were last run, and which of that is of another text by now.
struct DeskResults {
  private var results: [String: Result] = [:]

  private struct Result {
    let cell: CellReport?
    let training: ExperimentReport?
    /// What stood in the exercises then.
    let bodies: [String: String]
  }

  /// Takes the trainings of a report on the lab as it stands.
  mutating func take(_ report: LabReport, of lab: Lab) {
    for training in report.experiments {
      let cell = report.cells.first { $0.id == training.id }
      results[training.id] = Result(cell: cell, training: asKnown(training), bodies: lab.exerciseBodies)
    }
  }

  /// What was trained here and is looked at afterwards is no earlier run.
  private func asKnown(_ training: ExperimentReport) -> ExperimentReport {
    guard let known = results[training.id]?.training, known.run == training.run, !known.reused else { return training }
    return training.asTrained
  }

  /// Takes what became of the experiments that were to be trained; where one was not, for another cell's sake, what was known stays.
  mutating func take(_ report: LabReport, of lab: Lab, only experiments: [String]) {
    for name in experiments {
      let cell = report.cells.first { $0.id == name }
      let training = report.experiments.first { $0.id == name }
      guard let cell, training != nil || cell.verdict != .blocked else { continue }
      results[name] = Result(cell: cell, training: training ?? results[name]?.training, bodies: lab.exerciseBodies)
    }
  }

  /// What was found out, with what is known of trainings from before.
  ///
  /// - Parameters:
  ///   - found: what was found out about the text as it stands.
  ///   - lab: the lab.
  ///   - shown: what was shown before.
  ///   - isWhole: whether nothing more will be found out.
  /// - Returns: the report to show.
  func report(_ found: LabReport, of lab: Lab, shown: LabReport?, isWhole: Bool) -> LabReport {
    let bodies = lab.exerciseBodies
    var experiments = found.experiments.map(asKnown)
    var cells: [String: CellReport] = [:]
    for cell in found.cells { cells[cell.id] = cell }
    for experiment in lab.experiments where !experiments.contains(where: { $0.id == experiment.id }) {
      guard let result = results[experiment.id] else { continue }
      if let training = result.training { experiments.append(training) }
      let isSame = result.bodies == bodies
      if cells[experiment.id] == nil || isSame && cells[experiment.id]?.checks.first?.verdict == .notAttempted {
        cells[experiment.id] = result.cell ?? shown?.cells.first { $0.id == experiment.id }
      }
    }
    if !isWhole, let shown {
      for cell in shown.cells where cell.kind == .experiment && cells[cell.id] == nil { cells[cell.id] = cell }
    }
    return found.with(
      cells: lab.cellNames.compactMap { cells[$0] },
      experiments: lab.experiments.compactMap { one in experiments.first { $0.id == one.id } })
  }

  /// The experiments whose shown results are of another text, with the exercises that were changed since.
  func stale(in lab: Lab) -> [String: [String]] {
    let bodies = lab.exerciseBodies
    var stale: [String: [String]] = [:]
    for experiment in lab.experiments {
      guard let result = results[experiment.id], result.training != nil, result.bodies != bodies else { continue }
      stale[experiment.id] = lab.exercises.map(\.id).filter { result.bodies[$0] != bodies[$0] }
    }
    return stale
  }
}

extension Lab {
  /// What stands in each exercise.
  var exerciseBodies: [String: String] {
    Dictionary(exercises.map { ($0.id, $0.body) }) { first, _ in first }
  }

  /// The names of all cells that get a verdict, in the order of the lab.
  fileprivate var cellNames: [String] {
    blocks.compactMap { block in
      switch block {
      case .exercise(let code): code.id
      case .experiment(let experiment): experiment.id
      case .question(let question): question.id
      default: nil
      }
    }
  }
}

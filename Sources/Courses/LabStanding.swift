public import Checking
public import Labs

/// How far a learner has come in a lab: what its own file and the last run of it say together.
///
/// An answer is judged as it stands in the file, so that it counts as soon as it is written; exercises and experiments stand where the last
/// run found them.
public struct LabStanding: Sendable {
  /// The verdict on each cell that there is something to do in, by name.
  public let cells: [String: Verdict]
  /// The verdict on the lab.
  public let verdict: Verdict

  /// How many of the cells passed.
  public var passed: Int { cells.values.count { $0 == .passed } }
  /// Whether a part of the lab is done, and nothing in the rest was tried yet.
  public var isBegun: Bool { verdict == .notAttempted && passed > 0 }

  /// - Parameters:
  ///   - lab: the lab as it stands in the learner's file.
  ///   - entry: what is known of it; nil where nothing is.
  public init(of lab: Lab, _ entry: ProgressStore.Entry?) {
    var cells: [String: Verdict] = [:]
    for block in lab.blocks {
      switch block {
      case .exercise(let code): cells[code.id] = entry?.cells[code.id] ?? .notAttempted
      case .experiment(let experiment): cells[experiment.id] = entry?.cells[experiment.id] ?? .notAttempted
      case .question(let question): cells[question.id] = QuestionChecker.check(question, in: lab).verdict
      case .prose, .given, .hint, .checks, .answer: break
      }
    }
    self.cells = cells
    verdict = Verdict(of: cells.values)
  }
}

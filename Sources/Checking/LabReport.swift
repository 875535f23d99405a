public import Diagnostics

/// All that was found out about one lab in one go.
public struct LabReport: Sendable {
  /// The lab, by id.
  public let lab: String
  /// The verdict on the whole.
  public let verdict: Verdict
  /// A report for each exercise, experiment and question, in the order of the lab.
  public let cells: [CellReport]
  /// The trainings that were done or found.
  public let experiments: [ExperimentReport]
  /// Messages about places in the lab.
  public let diagnostics: [Diagnostic]
  /// What the learner's program printed.
  public let printed: String

  /// - Parameters: the parts, as documented on each property.
  public init(
    lab: String, cells: [CellReport], experiments: [ExperimentReport], diagnostics: [Diagnostic], printed: String
  ) {
    self.lab = lab
    self.verdict = Verdict(of: cells.map(\.verdict))
    self.cells = cells
    self.experiments = experiments
    self.diagnostics = diagnostics
    self.printed = printed
  }
}

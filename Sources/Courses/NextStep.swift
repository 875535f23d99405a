public import Checking
public import Diagnostics
public import Labs
internal import Messages

/// The first thing in a lab that wants doing.
public struct NextStep: Sendable {
  /// The cell.
  public let cell: String
  /// The check that does not pass yet.
  public let check: CheckResult
  /// The messages about the cell's lines.
  public let diagnostics: [Diagnostic]

  /// The most messages that are shown at once.
  private static let mostDiagnostics = 3

  /// Nil where everything passed.
  ///
  /// - Parameters:
  ///   - report: what was found out about a lab.
  ///   - lab: the lab.
  ///   - saved: cells that come first, because they were just worked on.
  ///   - passed: cells to pass over, because something further down was asked for.
  public init?(
    in report: LabReport, of lab: Lab, first saved: Set<String> = [], after passed: Set<String> = []
  ) {
    let open = report.cells.filter { !$0.verdict.isRight }
    let ready = open.filter { $0.verdict != .blocked && !passed.contains($0.id) }
    let first = ready.first { saved.contains($0.id) } ?? ready.first
    guard let cell = first ?? open.first(where: { $0.verdict != .blocked }) ?? open.first,
      let check = cell.checks.first(where: { !$0.verdict.isRight })
    else { return nil }
    self.cell = cell.id
    self.check = check
    let lines = lab.exercises.first { $0.id == cell.id }?.lines
    // A layer that a function makes stands where the function does, outside the cell.
    let own = report.diagnostics.filter {
      lines?.contains($0.line) ?? false || $0.message == check.message
    }
    diagnostics = Array(own.prefix(Self.mostDiagnostics))
  }
}

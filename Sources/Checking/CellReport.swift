/// What was found out about one exercise, experiment or question.
public struct CellReport: Sendable {
  /// The cell, by name.
  public let id: String
  /// The verdict on it: that of its checks together.
  public let verdict: Verdict
  /// Its checks in the order in which they are made.
  public let checks: [CheckResult]

  /// - Parameters:
  ///   - id: the cell, by name.
  ///   - checks: its checks in order.
  public init(id: String, checks: [CheckResult]) {
    self.id = id
    self.verdict = Verdict(of: checks.map(\.verdict))
    self.checks = checks
  }
}

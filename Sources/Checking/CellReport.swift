/// What was found out about one exercise, experiment or question.
public struct CellReport: Codable, Sendable, Hashable {
  /// What kind of cell it is.
  public enum Kind: String, Codable, Sendable {
    /// Swift that the learner completes.
    case exercise
    /// A network to train.
    case experiment
    /// Something to answer.
    case question
  }

  /// The cell, by name.
  public let id: String
  /// What kind of cell it is.
  public let kind: Kind
  /// The verdict on it: that of its checks together.
  public let verdict: Verdict
  /// Its checks in the order in which they are made.
  public let checks: [CheckResult]

  /// - Parameters:
  ///   - id: the cell, by name.
  ///   - kind: what kind of cell it is.
  ///   - checks: its checks in order.
  public init(_ id: String, _ kind: Kind, checks: [CheckResult]) {
    self.id = id
    self.kind = kind
    self.verdict = Verdict(of: checks.map(\.verdict))
    self.checks = checks
  }
}

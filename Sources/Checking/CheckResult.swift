public import Messages

/// What one check found.
public struct CheckResult: Codable, Sendable, Hashable {
  /// What is looked at.
  public let name: CheckName
  /// The verdict.
  public let verdict: Verdict
  /// What was asked for; nil where that goes without saying.
  public let expected: CheckValue?
  /// What was measured; nil where nothing could be.
  public let measured: CheckValue?
  /// What it means and what to try first; nil where there is nothing to say.
  public let message: Message?
  /// The line in the lab that it speaks of.
  public let line: Int

  /// - Parameters: the parts, as documented on each property.
  public init(
    _ name: CheckName, _ verdict: Verdict, expected: CheckValue? = nil, measured: CheckValue? = nil,
    message: (any Phrase)? = nil, line: Int
  ) {
    self.name = name
    self.verdict = verdict
    self.expected = expected
    self.measured = measured
    self.message = message.map { Message($0) }
    self.line = line
  }

  /// This check with another verdict and message: what was asked for and measured stays.
  func saying(_ verdict: Verdict, _ message: Message) -> CheckResult {
    CheckResult(name, verdict, expected: expected, measured: measured, message: message.phrase, line: line)
  }
}

public import Phrases

/// What one check found.
public struct CheckResult: Sendable {
  /// What kind of check it is, for example `shape` or `accuracy`.
  public let name: String
  /// The verdict.
  public let verdict: Verdict
  /// What was asked for, as text: `[512]`, `>= 0.45`.
  public let expected: String
  /// What was measured, in the same form; empty where nothing could be.
  public let measured: String
  /// What it means and what to try first; nil where there is nothing to say.
  public let message: (any Phrase)?
  /// The line in the lab that it speaks of.
  public let line: Int

  /// - Parameters: the parts, as documented on each property.
  public init(
    name: String, verdict: Verdict, expected: String = "", measured: String = "", message: (any Phrase)? = nil,
    line: Int
  ) {
    self.name = name
    self.verdict = verdict
    self.expected = expected
    self.measured = measured
    self.message = message
    self.line = line
  }
}

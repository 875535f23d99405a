public import Messages

/// Why a run cannot be written for another program, or what another program wrote cannot be read.
public struct ExportProblem: Error, Equatable, Sendable {
  /// What is wrong, and what to try first.
  public let phrase: RunExportPhrase

  /// - Parameter phrase: what is wrong, and what to try first.
  public init(_ phrase: RunExportPhrase) { self.phrase = phrase }
}

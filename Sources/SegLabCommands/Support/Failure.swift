internal import ArgumentParser
internal import Diagnostics
internal import Messages

/// What a command's exit code says.
enum ExitStatus: Int32 {
  /// Everything passed, or the command did what it was asked.
  case passed = 0
  /// Something is not yet as the lab asks.
  case notYet = 1
  /// The command's words were not understood.
  case usage = 2
  /// A lab or data file is bad, or missing.
  case badFile = 65
  /// SegLab itself, or the machine, failed.
  case internalFault = 70

  /// Of two, the one that a caller must hear of: what could not be judged before a bad file before what is not yet done.
  func worse(_ other: ExitStatus) -> ExitStatus { rawValue >= other.rawValue ? self : other }

  /// The code as ArgumentParser takes it.
  var code: ExitCode { ExitCode(rawValue) }
}

/// Ends a command with a line for its user: what was expected, what was found, what to try.
struct Failure: Error {
  /// What the exit code says.
  let status: ExitStatus
  /// The line.
  let phrase: any Phrase
  /// The messages about places in a file that were shown before it.
  let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - status: what the exit code says.
  ///   - phrase: the line.
  ///   - diagnostics: the messages about places in a file that were shown before it.
  init(_ status: ExitStatus, _ phrase: any Phrase, diagnostics: [Diagnostic] = []) {
    self.status = status
    self.phrase = phrase
    self.diagnostics = diagnostics
  }
}

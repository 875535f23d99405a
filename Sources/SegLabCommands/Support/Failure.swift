package import ArgumentParser
internal import Checking
package import Courses
package import Diagnostics
internal import Files
internal import Foundation
package import Messages

/// What a command's exit code says.
package enum ExitStatus: Int32 {
  /// Everything passed, or the command did what it was asked; with the quick profile nothing is wrong so far, which is no pass.
  case passed = 0
  /// Something is not yet as the lab asks.
  case notYet = 1
  /// The command's words were not understood.
  case usage = 2
  /// A file or folder is bad, missing, or cannot be written; a lab's program does not come to its end.
  case badFile = 65
  /// This machine lacks what other people's work needs: another one may have it.
  case unavailable = 69
  /// SegLab itself, or the machine, failed.
  case internalFault = 70
  /// Something was told to stop before it was done, or others are still on it; the same command goes on from there.
  case unfinished = 75

  /// Of two, the one that a caller must hear of: what could not be judged before a bad file before what is not yet done.
  func worse(_ other: ExitStatus) -> ExitStatus {
    let order: [ExitStatus] = [.passed, .notYet, .unfinished, .usage, .badFile, .unavailable, .internalFault]
    return order.firstIndex(of: self) ?? 0 >= order.firstIndex(of: other) ?? 0 ? self : other
  }

  /// The code as ArgumentParser takes it.
  package var code: ExitCode { ExitCode(rawValue) }
}

/// Ends a command with a line for its user: what was expected, what was found, what to try.
package struct Failure: Error {
  /// What the exit code says.
  package let status: ExitStatus
  /// The line.
  package let phrase: any Phrase
  /// The messages about places in a file that were shown before it.
  let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - status: what the exit code says.
  ///   - phrase: the line.
  ///   - diagnostics: the messages about places in a file that were shown before it.
  package init(_ status: ExitStatus, _ phrase: any Phrase, diagnostics: [Diagnostic] = []) {
    self.status = status
    self.phrase = phrase
    self.diagnostics = diagnostics
  }
}

extension Failure {
  /// A file that could not be written.
  ///
  /// - Parameters:
  ///   - path: the file, or the folder.
  ///   - error: why.
  package init(notWritten path: String, _ error: any Error) {
    let reason = (error as? FileFault)?.reason ?? error.localizedDescription
    self.init(.badFile, CommandPhrase.notWritten(path: path, reason: reason))
  }

  /// What a course could not do, as a command's end.
  package init(_ problem: CourseProblem) {
    if case .dataset(let error) = problem {
      self = error.failure
    } else {
      self.init(ExitStatus(of: problem), problem.phrase, diagnostics: problem.diagnostics)
    }
  }
}

extension ExitStatus {
  /// What a report comes to.
  ///
  /// Where something could not be judged for want of its data, that is to be mended first.
  init(of report: LabReport) {
    switch report.verdict {
    case .passed, .tried: self = .passed
    case .notYet, .notAttempted, .blocked: self = .notYet
    case .error:
      let reasons = report.cells.flatMap(\.checks).filter { $0.verdict == .error }.map { $0.message?.phrase }
      self = reasons.allSatisfy { $0 is DataSetPhrase || $0 is DataPhrase } ? .badFile : .internalFault
    }
  }

  fileprivate init(of problem: CourseProblem) {
    switch problem {
    case .solutionAfterPassing, .nothingToUndo: self = .notYet
    case .noSuchCell, .noSuchHint, .noSuchQuestion, .emptyAnswer, .noAnswer, .badLabName, .labExists: self = .usage
    case .noInstallation: self = .internalFault
    case .notWritten, .locked, .file, .course, .labFile, .edit, .dataset, .folderNotMade, .workingFolderGone, .noLabs,
      .labIsLink, .wasSound,
      .hasMistakes, .noKey, .noOriginal, .noAnswerCell, .noSolution, .reportNotReadable, .notAReport:
      self = .badFile
    }
  }
}

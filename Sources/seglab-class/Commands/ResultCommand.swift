public import ArgumentParser
internal import Checking
internal import Courses
internal import Files
internal import Foundation
public import Grading
internal import Labs
internal import Messages
internal import SegLabCommands
internal import Sessions

extension ResultFormat: ExpressibleByArgument {}

/// Judges one learner's work and writes the result as another grader has it: a result is written whatever happens, and the verdict does not
/// change the exit code.
struct ResultRun {
  let format: ResultFormat
  /// What was handed in.
  let submission: String
  /// The lab, as it was asked for.
  let lab: String
  /// The file of the result.
  let path: String
  let settings: Grader.Settings
  let console: Console

  /// Judges, and writes the result.
  ///
  /// - Throws: `Failure` where the file cannot be written, and nothing else.
  func run() async throws {
    let result: GradedResult
    do { result = try await judged() } catch {
      result = GradedResult(
        failure: Self.message(of: error), lab: lab, title: lab, by: nil, file: submission, language: console.language)
    }
    do {
      try FileManager.default.createDirectory(
        at: URL(fileURLWithPath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
      try AtomicFile.write(format.file(result, environment: ProcessInfo.processInfo.environment), to: path)
    } catch {
      throw Failure(notWritten: path, error)
    }
    if format == .github {
      for line in ActionsResult(result).annotations { console.say(verbatim: line) }
    }
    if let failure = result.failure {
      console.mention(GradingPhrase.resultOfFailure(path: path, reason: Message(Verbatim(failure))))
    } else {
      console.mention(GradingPhrase.resultWritten(path: path))
    }
  }

  private func judged() async throws -> GradedResult {
    let course = try console.folder()
    let lab = try gradedLab(self.lab, in: course, console)
    try await requireSandbox(console)
    let handIn = try HandInReader(for: lab.lab).handIn(ofOneIn: submission)
    guard let text = handIn.text else {
      let reason = handIn.remarks.first ?? Message(SubmissionPhrase.noLab(lab: lab.lab.title, found: []))
      return GradedResult(
        failure: reason, lab: lab.lab.id, title: lab.lab.title, by: lab.scheme, file: submission,
        language: console.language)
    }
    let start = ContinuousClock.now
    let grader = Grader(lab, in: course, process: JudgeProcess(), settings: settings)
    let assessment = try await grader.assessment(of: text)
    let changes = assessment.report.changes.map { Message($0.phraseWhereNotCounted(file: handIn.file)) }
    return GradedResult(
      assessment.report, by: lab.scheme, title: lab.lab.title, remarks: handIn.remarks + assessment.remarks + changes,
      file: (handIn.file, text), seconds: (ContinuousClock.now - start) / .seconds(1), language: console.language)
  }

  private static func message(of error: any Error) -> Message {
    switch error {
    case let failure as Failure: Message(failure.phrase)
    case let problem as GradingProblem: Message(problem.phrase)
    case let rejection as JudgeRejection: Message(rejection.phrase)
    default: Message(Verbatim("\(error)"))
    }
  }
}

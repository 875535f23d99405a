public import Checking
public import Courses
public import Experiments
internal import Foundation
public import Labs
public import Messages
public import Workbench

/// Runs labs in a course folder with what this machine has: its compiler, its sandbox, its data sets and its runs. Each lab is judged in a
/// process of its own.
public struct LabRunner: Sendable {
  /// Where data sets, runs and compiled programs are.
  public let folder: CourseFolder
  /// The language of an author's words in a report.
  public var language: Language
  /// Whether cells may run without a sandbox; nil for what fits the lab: not where somebody else's file brings the cells.
  public var policy: Sandbox.Policy?
  /// Files besides the lab's own that cells come from.
  public var sources: [String] = []
  /// How many threads train.
  public var threads: Int
  /// How labs are run.
  public var options: LabJudge.Options
  /// The engine's version, part of every run's digest.
  private let engine: String

  private var process: JudgeProcess

  /// - Parameters: the parts, as documented on each property.
  public init(
    folder: CourseFolder, engine: String, threads: Int, language: Language = .english, policy: Sandbox.Policy? = nil,
    options: LabJudge.Options = LabJudge.Options(), process: JudgeProcess = JudgeProcess()
  ) {
    self.folder = folder
    self.engine = engine
    self.language = language
    self.policy = policy
    self.threads = threads
    self.options = options
    self.process = process
  }

  /// The same runner with another process that judges: the program beside one that is not `seglab` itself.
  public func judging(with process: JudgeProcess) -> LabRunner {
    var runner = self
    runner.process = process
    return runner
  }

  /// The report on a lab.
  ///
  /// - Parameters:
  ///   - lab: the lab as it stands in the learner's file.
  ///   - watch: told of what happens while networks train.
  ///   - soFar: told of verdicts as they come, each once: exercises and questions first, then experiments.
  /// - Returns: the report; where the judge itself failed, one in which nothing passes and nothing fails.
  /// - Throws: `JudgeRejection` where the environment does not let cells be compiled at all.
  public func report(
    on lab: Lab, watch: @escaping @Sendable (LaboratoryEvent) -> Void = { _ in },
    soFar: @escaping @Sendable (LabReport) -> Void = { _ in }
  ) async throws(JudgeRejection) -> LabReport {
    try await process.report(on: lab, request(.report, lab), watch: watch, soFar: soFar)
  }

  /// What can be said of a lab without any training: shapes and cost, verdicts, and the runs that the store has.
  ///
  /// - Parameters:
  ///   - lab: the lab as it stands in the learner's file.
  ///   - networks: told of the networks, once, before any verdict.
  ///   - soFar: told of verdicts as they come, each once: exercises and questions first, then experiments.
  /// - Returns: the report; experiments that were not run yet are not attempted.
  /// - Throws: `JudgeRejection` where the environment does not let cells be compiled at all, or the task was cancelled.
  public func look(
    at lab: Lab, networks: @escaping @Sendable ([NetworkSummary]) -> Void,
    soFar: @escaping @Sendable (LabReport) -> Void
  ) async throws(JudgeRejection) -> LabReport {
    try await process.report(on: lab, request(.look, lab), watch: { _ in }, networks: networks, soFar: soFar)
  }

  /// What a lab's networks are and will cost, each training measured for so many seconds.
  ///
  /// - Throws: `JudgeRejection` where that cannot be found out here.
  public func summary(of lab: Lab, measuring seconds: Double) async throws(JudgeRejection) -> LabSummary {
    try await process.summary(request(.summary(seconds: seconds), lab))
  }

  /// What a lab's constants and functions say, setting by setting.
  ///
  /// - Throws: `JudgeRejection` where that cannot be found out here.
  public func descriptions(of lab: Lab) async throws(JudgeRejection) -> AnswerDescriptions {
    try await process.descriptions(request(.descriptions, lab))
  }

  /// What the checks of a lab let pass of its solution, changed a little here and there.
  ///
  /// - Parameters:
  ///   - solved: the lab with its solution in it.
  ///   - withFunctions: whether functions are broken too, which compiles each anew.
  /// - Returns: what passes.
  /// - Throws: `JudgeRejection` where that cannot be found out here.
  public func gaps(in solved: Lab, withFunctions: Bool) async throws(JudgeRejection) -> CheckGaps {
    try await process.gaps(request(.gaps(withFunctions: withFunctions), solved))
  }

  /// What is asked of the sandbox: a good one for other people's cells, the best that there is for one's own.
  private func policy(for lab: Lab) -> Sandbox.Policy {
    if let policy { return policy }
    let isForeign = ([lab.file] + sources).contains { path in
      var facts = stat()
      return stat(path, &facts) == 0 && facts.st_uid != geteuid()
    }
    return isForeign ? .required : .preferred
  }

  func request(_ question: JudgeRequest.Question, _ lab: Lab) -> JudgeRequest {
    let name = URL(fileURLWithPath: lab.file).lastPathComponent
    let original = folder.original(name)
    var options = options
    if lab.asksForSolution { options.solution = solvedText(of: lab, original) }
    return JudgeRequest(
      question,
      lab: JudgeRequest.LabText(
        file: lab.file, text: lab.text, language: language,
        original: original,
        shipped: Installation.lab(name, in: lab.language)),
      place: JudgeRequest.Place(
        data: folder.data.path, runs: folder.runs.path,
        namedRuns: ProgressStore(of: folder).namedRuns, cache: folder.cache.path, policy: policy(for: lab),
        threads: threads, engine: engine), options: options)
  }

  /// The text of the lab, as the course has it, with its solution in it; nil where there is none that fits.
  private func solvedText(of lab: Lab, _ original: String?) -> String? {
    let base = original.flatMap { Lab.parse(text: $0, file: lab.file).lab } ?? lab
    guard let solution = try? SolutionBook(folder: folder).solution(of: lab) else { return nil }
    return base.completed(with: solution).lab?.text
  }
}

internal import Checking
internal import Courses
internal import Datasets
internal import Diagnostics
internal import Digests
public import Experiments
public import Foundation
internal import Labs
internal import Messages
internal import Networks
internal import Synchronization
internal import Workbench

/// The inside of a judge process: reads a request, does what it asks, and writes what happens, a line of JSON each.
public struct JudgeWorker {
  private let output: FileHandle
  private let callOff: CallOff?
  private let encoder = JSONEncoder.ofReports

  /// The most bytes of a request: a lab that was completed with another file, its original and the one that was shipped, each as long as a
  /// lab may be and with six bytes for each of its own, as JSON writes control characters; and the names of runs.
  public static let requestLimit = 4 * 6 * CourseFolder.mostLabBytes + 32 << 20

  /// - Parameters:
  ///   - output: where lines go.
  ///   - callOff: ends this process where it is told to; nil where nobody does.
  public init(output: FileHandle, callOff: CallOff? = nil) { (self.output, self.callOff) = (output, callOff) }

  /// Does what a request asks.
  ///
  /// - Parameter request: the bytes of a ``JudgeRequest``.
  /// - Returns: whether it was one, with a lab that can be read.
  public func answer(_ request: Data) async -> Bool {
    guard let request = try? JSONDecoder.ofReports.decode(JudgeRequest.self, from: request),
      let own = Lab.parse(text: request.lab.text, file: request.lab.file).lab
    else { return false }
    let lab = own.translated(to: request.lab.language).value
    let (key, remark) = SealKey.ofUser()
    do throws(WorkbenchError) {
      let judge = try await judge(request, key)
      switch request.question {
      case .report, .look:
        let changes = changes(in: own, request.lab)
        let misplaced = misplaced(own, request.lab)
        func whole(_ report: LabReport) -> LabReport {
          var report = report
          if let remark { report.remarks.append(Message(remark)) }
          report.changes = changes
          if report.cells.contains(where: { $0.kind != .experiment }) { report.say(first: misplaced) }
          return report
        }
        let soFar = { write(.soFar(whole($0))) }
        if case .look = request.question {
          write(.report(whole(try await judge.look(at: lab, networks: { write(.networks($0)) }, soFar: soFar))))
        } else {
          write(.report(whole(try await report(on: lab, judge, request.options, soFar: soFar))))
        }
      case .summary(let seconds): write(.summary(try await judge.summary(of: lab, measuring: seconds)))
      case .descriptions: write(.descriptions(try await judge.descriptions(of: lab)))
      case .submission(let submission): write(.assessment(try await assessment(of: submission, own, judge, request)))
      case .gaps(let withFunctions): write(.gaps(try await judge.gaps(in: lab, withFunctions: withFunctions)))
      }
    } catch {
      write(.refused(Message(error.phrase)))
    }
    return true
  }

  private static func sandbox(unless known: Sandbox?) async -> Sandbox {
    if let known { return known }
    return await Sandbox.find()
  }

  private func judge(_ request: JudgeRequest, _ key: SealKey) async throws(WorkbenchError) -> LabJudge {
    let place = request.place
    // The one waits for other programs, the other reads files.
    async let tried = Self.sandbox(unless: place.sandbox)
    let toolchain = try Toolchain.find()
    let workbench = Workbench(
      toolchain: toolchain, sandbox: await tried, policy: place.policy, cacheFolder: place.cache,
      mostPrograms: place.keepsAll ? Workbench.classPrograms : Workbench.usualPrograms, key: key)
    let runs = RunStore(
      folder: URL(fileURLWithPath: place.runs, isDirectory: true), key: key,
      mostBytes: place.keepsAll ? .max : RunStore.mostBytes(environment: ProcessInfo.processInfo.environment),
      named: { place.namedRuns })
    var laboratory = Laboratory(
      sets: DataStore(folder: place.data), runs: runs, threads: place.threads, engine: place.engine,
      freeMemory: place.memory ?? MachineMemory.available)
    (laboratory.callOff, laboratory.trainsOnly) = (callOff, request.options.onlyRuns)
    var options = request.options
    if case .submission(let submission) = request.question {
      laboratory.trainsNothing = !submission.trains
      laboratory.knownFailures = submission.knownFailures
      laboratory.keepsResultsAlone = true
      // A class is judged by what it handed in: eight compilers more for each wrong function would be minutes.
      options.triesMending = false
    }
    // Nobody whose function is tried here can know what it is tried with.
    options.caseSeed = options.caseSeed ?? key.derived("cases")
    return LabJudge(workbench: workbench, laboratory: laboratory, options: options)
  }

  private func report(
    on lab: Lab, _ judge: LabJudge, _ request: LabJudge.Options, soFar: (LabReport) -> Void
  ) async throws(WorkbenchError) -> LabReport {
    var pace = StepPace(letsAll: request.tellsEverything)
    return try await judge.report(
      on: lab,
      watch: { event in
        if pace.lets(event) { write(.event(event)) }
      }, soFar: soFar)
  }

  /// What somebody's cells are worth in `lab`.
  private func assessment(
    of submission: JudgeRequest.Submission, _ lab: Lab, _ judge: LabJudge, _ request: JudgeRequest
  ) async throws(WorkbenchError) -> Assessment {
    let releases = submission.released.compactMap { Lab.parse(text: $0, file: lab.file).lab }
    let merged = MergedSubmission(submission.text, into: lab, releases: releases)
    let found = Mutex<(experiment: String, missing: [MissingRun])>(("", []))
    var causes: [String: Diagnostic] = [:]
    var report = try await judge.report(
      on: merged.lab.translated(to: merged.language).value,
      watch: { event in
        switch event {
        case .began(let name, _, _): found.withLock { $0.experiment = name }
        case .missing(let run):
          found.withLock { $0.missing.append(MissingRun(experiment: $0.experiment, run: run)) }
        default: break
        }
        write(.event(event))
      }, causes: { causes[$0] = $1 })
    report.changes = merged.changes
    var assessment = Assessment(report: report, text: merged.lab.text, language: merged.language)
    (assessment.missing, assessment.causes) = (found.withLock(\.missing), causes)
    assessment.remarks = merged.remarks
    return assessment
  }

  /// What in the lab is not as the course has it, and whether the course's own copy can be believed.
  private func changes(in own: Lab, _ text: JudgeRequest.LabText) -> [LabChange] {
    guard let base = text.original ?? text.shipped, let original = Lab.parse(text: base, file: text.file).lab else {
      return []
    }
    let changes = LabChange.all(in: own, from: original)
    // A folder from somebody else brings its copies along.
    let isOther = text.shipped.map { $0 != base } ?? false
    return isOther ? [LabChange.otherCopy] + changes : changes
  }

  /// What the learner wrote beside the cells that are judged.
  private func misplaced(_ own: Lab, _ text: JudgeRequest.LabText) -> [Diagnostic] {
    let original = (text.original ?? text.shipped).flatMap { Lab.parse(text: $0, file: text.file).lab }
    let translation = Language.allCases.lazy.compactMap {
      try? Translation.read(Translation.path(of: own.file, in: $0)).translation
    }.first { !$0.filledLines.isEmpty }
    return MisplacedText.diagnostics(in: own, original: original, translation: translation)
  }

  private func write(_ reply: JudgeReply) {
    guard var line = try? encoder.encode(reply) else { preconditionFailure("\(reply) cannot be encoded") }
    line.append(UInt8(ascii: "\n"))
    // Who no longer listens has ended, and this process with it.
    try? output.write(contentsOf: line)
  }
}

/// Lets through as many steps of a training as a person can follow, and those that somebody counts: the hundredths and the last.
private struct StepPace {
  /// Whether somebody writes every step down.
  let letsAll: Bool
  private var last = ContinuousClock.now - .seconds(1)

  init(letsAll: Bool) { self.letsAll = letsAll }

  mutating func lets(_ event: LaboratoryEvent) -> Bool {
    guard case .step(let progress) = event, !letsAll else { return true }
    let now = ContinuousClock.now
    let isCounted = progress.point.step % 100 == 0 || progress.stepsDone >= progress.steps
    guard isCounted || now - last > .milliseconds(50) else { return false }
    last = now
    return true
  }
}

public import Checking
public import Experiments
public import Foundation
public import Labs
public import Messages
internal import Synchronization
public import Workbench

/// Judges labs in a process of their own, one for each: whatever a submission does to it, who asked goes on and gets a report.
public struct JudgeProcess: Sendable {
  /// The command that makes one of SegLab's programs read a request and answer it.
  public static let word = "judge"

  private let program: String
  private let arguments: [String]
  private let environment: [String: String]
  private let silentSeconds: Double
  private let sandbox: SandboxMemory?
  private var isToEnd: @Sendable () -> Bool = { false }

  /// - Parameters:
  ///   - program: SegLab's own program.
  ///   - arguments: what makes it read a request and answer it.
  ///   - environment: its environment.
  ///   - sandbox: what cells are kept in, for many judges one after the other; nil where each finds it out.
  ///   - silentSeconds: the seconds without a sign of life after which it is ended.
  public init(
    program: String = Toolchain.runningProgram, arguments: [String] = [Self.word],
    environment: [String: String] = ProcessInfo.processInfo.environment, sandbox: SandboxMemory? = nil,
    silentSeconds: Double = WorkerProcess.longestSilence
  ) {
    self.program = program
    self.arguments = arguments
    // The matrix library runs one thread for each of ours; a pool of its own would turn in circles while the process begins.
    self.environment = environment.merging(["OPENBLAS_NUM_THREADS": "1"]) { $1 }
    self.silentSeconds = silentSeconds
    self.sandbox = sandbox
  }

  /// The same process, which writes its checkpoints and ends once `isToEnd` is true; whoever waits for it finds it cancelled.
  public func ending(when isToEnd: @escaping @Sendable () -> Bool) -> JudgeProcess {
    var process = self
    process.isToEnd = isToEnd
    return process
  }

  /// The report on a lab; one that could not be judged where the process did not come to its end.
  ///
  /// - Parameters:
  ///   - lab: the lab as it stands in the learner's file, for what is said where nothing comes back.
  ///   - request: asks for a report on it.
  ///   - watch: told of what happens while networks train, from another thread.
  ///   - networks: told of the networks' shapes and cost, where that is asked.
  ///   - soFar: told of verdicts as they come, each once, from that thread too.
  /// - Returns: the report.
  /// - Throws: `JudgeRejection` where the environment does not let cells be compiled at all, or the task was cancelled.
  public func report(
    on lab: Lab, _ request: JudgeRequest, watch: @escaping @Sendable (LaboratoryEvent) -> Void,
    networks: @escaping @Sendable ([NetworkSummary]) -> Void = { _ in },
    soFar: @escaping @Sendable (LabReport) -> Void = { _ in }
  ) async throws(JudgeRejection) -> LabReport {
    let (reply, reason) = try await run(request, networks: networks, soFar: soFar, watch: watch)
    if case .report(let report)? = reply { return report }
    return LabReport(unjudged: lab, because: reason)
  }

  /// What a lab's networks are and will cost.
  ///
  /// - Throws: `JudgeRejection` also where the process did not come to its end.
  public func summary(_ request: JudgeRequest) async throws(JudgeRejection) -> LabSummary {
    let (reply, reason) = try await run(request)
    if case .summary(let summary)? = reply { return summary }
    throw .refused(Message(reason))
  }

  /// What a lab's constants and functions say.
  ///
  /// - Throws: `JudgeRejection` also where the process did not come to its end.
  public func descriptions(_ request: JudgeRequest) async throws(JudgeRejection) -> AnswerDescriptions {
    let (reply, reason) = try await run(request)
    if case .descriptions(let descriptions)? = reply { return descriptions }
    throw .refused(Message(reason))
  }

  /// What a lab's checks let pass.
  ///
  /// - Throws: `JudgeRejection` also where the process did not come to its end.
  public func gaps(_ request: JudgeRequest) async throws(JudgeRejection) -> CheckGaps {
    let (reply, reason) = try await run(request)
    if case .gaps(let gaps)? = reply { return gaps }
    throw .refused(Message(reason))
  }

  /// What somebody's file is worth; one that could not be judged where the process did not come to its end.
  ///
  /// - Parameters:
  ///   - lab: the lab that submissions are judged by.
  ///   - request: asks for an assessment of one.
  ///   - watch: told of what happens while networks train, from another thread.
  /// - Returns: the assessment.
  /// - Throws: as ``report(on:_:watch:soFar:)``.
  public func assessment(
    by lab: Lab, _ request: JudgeRequest, watch: @escaping @Sendable (LaboratoryEvent) -> Void = { _ in }
  ) async throws(JudgeRejection) -> Assessment {
    let (reply, reason) = try await run(request, watch: watch)
    if case .assessment(let assessment)? = reply { return assessment }
    let report = LabReport(unjudged: lab, because: reason, holdsAnswers: false)
    return Assessment(report: report, text: lab.text, language: lab.language)
  }

  /// What came back, and why nothing did where nothing did.
  private func run(
    _ request: JudgeRequest, networks: @escaping @Sendable ([NetworkSummary]) -> Void = { _ in },
    soFar: @escaping @Sendable (LabReport) -> Void = { _ in },
    watch: @escaping @Sendable (LaboratoryEvent) -> Void = { _ in }
  ) async throws(JudgeRejection) -> (JudgeReply?, because: JudgePhrase) {
    var request = request
    request.place.sandbox = await sandbox?.current()
    guard let input = try? JSONEncoder.ofReports.encode(request) else {
      preconditionFailure("the request for \(request.lab.file) cannot be encoded")
    }
    let found = Mutex<JudgeReply?>(nil)
    let strange = Mutex<String?>(nil)
    let training = Mutex<String?>(nil)
    let worker = WorkerProcess(
      program: program, arguments: arguments, environment: environment, addressSpace: MachineMemory.addressSpace,
      silentSeconds: silentSeconds)
    var ending: WorkerProcess.Ending
    do {
      ending = try await worker.run([UInt8](input), isToEnd: isToEnd) { line in
        switch try? JSONDecoder.ofReports.decode(JudgeReply.self, from: Data(line)) {
        case .event(let event)?:
          if case .began(let name, let number, let count) = event {
            training.withLock { $0 = count > 1 ? "\(name) \(number)/\(count)" : name }
          }
          watch(event)
        case .networks(let list)?: networks(list)
        case .soFar(let report)?: soFar(report)
        case let reply?: found.withLock { $0 = reply }
        // A line that is none shows how far apart the two are.
        case nil: strange.withLock { $0 = $0 ?? String(decoding: line.prefix(200), as: UTF8.self) }
        }
      }
    } catch .cancelled {
      throw .cancelled
    } catch {
      throw .refused(Message(error.phrase))
    }
    let reply = found.withLock { $0 }
    if case .refused(let message)? = reply { throw .refused(message) }
    if reply == nil, ending == .done, let line = strange.withLock({ $0 }) {
      ending = .stopped(signal: nil, words: line)
    }
    return (reply, Self.reason(ending, during: training.withLock { $0 }))
  }

  private static func reason(_ ending: WorkerProcess.Ending, during training: String?) -> JudgePhrase {
    switch ending {
    case .silent(let seconds): .silent(seconds: seconds, training: training)
    case .stopped(let signal, let words): .stopped(signal: signal, words: words, training: training)
    case .done: .stopped(signal: nil, words: "", training: training)
    }
  }
}

/// Why a judge process found nothing out: the environment, never the learner's cells.
public enum JudgeRejection: Error, Sendable, Equatable {
  /// It cannot work here; why.
  case refused(Message)
  /// The work was called off.
  case cancelled

  /// What to tell the user.
  public var phrase: any Phrase {
    switch self {
    case .refused(let message): message.phrase
    case .cancelled: SandboxPhrase.cancelled
    }
  }
}

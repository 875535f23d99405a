public import Checking
public import Experiments
public import Foundation
public import Labs
public import Messages
internal import Synchronization
public import Workbench

/// Judges labs in a process of their own, one for each: whatever a submission does to it, who asked goes on and gets a report.
public struct JudgeProcess: Sendable {
  private let program: String
  private let arguments: [String]
  private let environment: [String: String]
  private let silentSeconds: Double

  /// - Parameters:
  ///   - program: SegLab's own program.
  ///   - arguments: what makes it read a request and answer it.
  ///   - environment: its environment.
  ///   - silentSeconds: the seconds without a sign of life after which it is ended.
  public init(
    program: String = Toolchain.runningProgram, arguments: [String] = ["judge"],
    environment: [String: String] = ProcessInfo.processInfo.environment,
    silentSeconds: Double = WorkerProcess.longestSilence
  ) {
    self.program = program
    self.arguments = arguments
    self.environment = environment
    self.silentSeconds = silentSeconds
  }

  /// The report on a lab; one that could not be judged where the process did not come to its end.
  ///
  /// - Parameters:
  ///   - lab: the lab as it stands in the learner's file, for what is said where nothing comes back.
  ///   - request: asks for a report on it.
  ///   - watch: told of what happens while networks train, from another thread.
  ///   - soFar: told of verdicts as they come, each once, from that thread too.
  /// - Returns: the report.
  /// - Throws: `JudgeRefusal` where the environment does not let cells be compiled at all, or the task was cancelled.
  public func report(
    on lab: Lab, _ request: JudgeRequest, watch: @escaping @Sendable (LaboratoryEvent) -> Void,
    soFar: @escaping @Sendable (LabReport) -> Void = { _ in }
  ) async throws(JudgeRefusal) -> LabReport {
    let last = Mutex<String?>(nil)
    let (reply, ending) = try await run(request, soFar: soFar) { event in
      if case .began(let name, let number, let count) = event {
        last.withLock { $0 = count > 1 ? "\(name) \(number)/\(count)" : name }
      }
      watch(event)
    }
    if case .report(let report)? = reply { return report }
    return LabReport(unjudged: lab, because: Self.reason(ending, during: last.withLock { $0 }))
  }

  /// What a lab's networks are and will cost.
  ///
  /// - Throws: `JudgeRefusal` also where the process did not come to its end.
  public func summary(_ request: JudgeRequest) async throws(JudgeRefusal) -> LabSummary {
    let (reply, ending) = try await run(request) { _ in }
    if case .summary(let summary)? = reply { return summary }
    throw .refused(Message(Self.reason(ending, during: nil)))
  }

  /// What a lab's constants and functions say.
  ///
  /// - Throws: `JudgeRefusal` also where the process did not come to its end.
  public func descriptions(_ request: JudgeRequest) async throws(JudgeRefusal) -> AnswerDescriptions {
    let (reply, ending) = try await run(request) { _ in }
    if case .descriptions(let descriptions)? = reply { return descriptions }
    throw .refused(Message(Self.reason(ending, during: nil)))
  }

  /// What a lab's checks let pass.
  ///
  /// - Throws: `JudgeRefusal` also where the process did not come to its end.
  public func gaps(_ request: JudgeRequest) async throws(JudgeRefusal) -> CheckGaps {
    let (reply, ending) = try await run(request) { _ in }
    if case .gaps(let gaps)? = reply { return gaps }
    throw .refused(Message(Self.reason(ending, during: nil)))
  }

  private func run(
    _ request: JudgeRequest, soFar: @escaping @Sendable (LabReport) -> Void = { _ in },
    watch: @escaping @Sendable (LaboratoryEvent) -> Void
  ) async throws(JudgeRefusal) -> (JudgeReply?, WorkerProcess.Ending) {
    guard let input = try? JSONEncoder.ofReports.encode(request) else {
      preconditionFailure("the request for \(request.lab.file) cannot be encoded")
    }
    let found = Mutex<JudgeReply?>(nil)
    let strange = Mutex<String?>(nil)
    let worker = WorkerProcess(
      program: program, arguments: arguments, environment: environment, addressSpace: MachineMemory.addressSpace,
      silentSeconds: silentSeconds)
    let ending: WorkerProcess.Ending
    do {
      ending = try await worker.run([UInt8](input)) { line in
        switch try? JSONDecoder.ofReports.decode(JudgeReply.self, from: Data(line)) {
        case .event(let event)?: watch(event)
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
      return (nil, .stopped(signal: nil, words: line))
    }
    return (reply, ending)
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
public enum JudgeRefusal: Error, Sendable, Equatable {
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

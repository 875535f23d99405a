internal import Checking
internal import Experiments
internal import Foundation
internal import Labs
public import Messages
internal import Synchronization
public import Work
internal import Workbench

/// Does items of a store: takes them under leases, judges each in a process of its own as it is done without a store, and publishes what came
/// of it. One or many work at a time, on one machine or many.
public final class ItemWorker: Sendable {
  /// Which items are done.
  public enum Choice: Sendable {
    /// All that nobody is on; with `stays`, until each of the store's is done.
    case all(stays: Bool)
    /// Those of these numbers.
    case numbers(Range<Int>)
  }

  /// What happens on the way.
  public enum Event: Sendable {
    /// An item was taken, for the so-manieth time.
    case began(number: Int, kind: String, taken: Int)
    /// A result was published; whether it is one.
    case published(number: Int, seconds: Double, failed: Bool)
    /// An item was taken over by another.
    case lost(number: Int)
    /// Another had a result of an item first.
    case known(number: Int)
    /// An item was given back unfinished.
    case givenBack(number: Int)
    /// What an item says cannot be read.
    case unreadable(number: Int, path: String)
    /// Another is on an item that was asked for.
    case held(number: Int, StandingLease)
  }

  /// What came of it.
  public struct Outcome: Sendable {
    /// How many results were published.
    public internal(set) var done = 0
    /// Whether something that was begun or asked for is not done.
    public internal(set) var isUnfinished = false
  }

  /// Why a worker ends before its work.
  public enum Problem: Error, Sendable {
    /// The store cannot be used.
    case store(WorkProblem)
    /// This machine cannot judge: no sandbox that is good enough, no compiler.
    case machine(Message)
  }

  let store: WorkStore
  private let process: JudgeProcess
  private let jobs: Int
  private let threads: Int
  /// The most bytes that a training may take: asked once, because what judges beside it hold meanwhile must not make it less.
  private let memory: Int?
  private let event: @Sendable (Event) -> Void
  private let watch = LeaseWatch()
  private let isStopping = Atomic<Bool>(false)
  private let state: Mutex<State>

  private struct State {
    var outcome = Outcome()
    var problem: Problem?
    var queue: ItemQueue
  }

  /// An item whose worker ended so often without a word is given up, and one that a worker lost so often is left to others.
  static let mostLosses = 5

  /// - Parameters:
  ///   - store: the store.
  ///   - process: what judges.
  ///   - choice: which items are done.
  ///   - jobs: how many at once.
  ///   - threads: how many threads train, all of them together.
  ///   - event: told of what happens, from any thread.
  /// - Throws: `WorkProblem` where there is no such item, or the store is damaged.
  public init(
    _ store: WorkStore, process: JudgeProcess, choice: Choice, jobs: Int, threads: Int,
    event: @escaping @Sendable (Event) -> Void
  ) throws(WorkProblem) {
    (self.store, self.process, self.jobs, self.threads, self.event) = (store, process, max(1, jobs), threads, event)
    memory = MachineMemory.training(beside: self.jobs)
    state = Mutex(State(queue: try ItemQueue(choice, in: store)))
  }

  /// Lets trainings under way write a checkpoint, and gives back what is unfinished.
  public func stop() { isStopping.store(true, ordering: .relaxed) }

  /// Works until there is nothing left to do, or it is told to stop.
  ///
  /// - Throws: `Problem`; what was taken is given back then.
  public func run() async throws(Problem) -> Outcome {
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<jobs { group.addTask { await self.work() } }
    }
    let (outcome, problem) = state.withLock { ($0.outcome, $0.problem) }
    if let problem { throw problem }
    return outcome
  }

  private var isToEnd: Bool { isStopping.load(ordering: .relaxed) || state.withLock { $0.problem != nil } }

  private func fail(_ problem: Problem) { state.withLock { $0.problem = $0.problem ?? problem } }

  private func work() async {
    while !isToEnd {
      let step = state.withLock { state in
        Result { () throws(WorkProblem) in try state.queue.next(in: store, watch) }
      }
      do throws(WorkProblem) {
        switch try step.get() {
        case .take(let number, let entry, let lease): await work(on: number, entry, lease)
        case .held(let number, let lease):
          state.withLock { $0.outcome.isUnfinished = true }
          event(.held(number: number, lease))
        case .wait: try? await Task.sleep(for: .seconds(min(1, store.timing.beat)))
        case .end: return
        }
      } catch {
        return fail(.store(error))
      }
    }
  }

  private func work(on number: Int, _ entry: WorkEntry, _ lease: Lease) async {
    defer { state.withLock { $0.queue.end() } }
    let found: (order: JudgeOrder, request: JudgeRequest, absent: String?)
    do throws(Unreadable) { found = try order(lease.id) } catch {
      lease.release()
      let isAgain = state.withLock { state in
        error.cause != .broken && state.queue.unseen(number, entry, patience: store.timing.patience)
      }
      guard !isAgain else { return }
      // Put aside, it is written anew when it is handed in again.
      if error.cause != .refused { store.putAside(item: entry.id) }
      state.withLock { $0.outcome.isUnfinished = true }
      return event(.unreadable(number: number, path: error.path))
    }
    if let absent = found.absent {
      lease.release()
      return fail(.store(.store(.absent(path: absent))))
    }
    event(.began(number: number, kind: entry.label, taken: lease.epoch))
    let judging = Task { () -> Result<JudgedOrder, JudgeRejection> in
      do throws(JudgeRejection) {
        if lease.holder.lost >= Self.mostLosses { return .success(Self.givenUp(found.request, lease.holder.lost)) }
        return .success(try await self.judged(found.order, found.request))
      } catch {
        return .failure(error)
      }
    }
    let keeper = LeaseKeeper(lease, every: store.timing.beat) { judging.cancel() }
    let result = await judging.value
    keeper.end()
    finish(number, entry, lease, result)
  }

  private func lose(_ number: Int, _ entry: WorkEntry) {
    state.withLock { state in
      if !state.queue.lost(number, entry) { state.outcome.isUnfinished = true }
    }
    event(.lost(number: number))
  }

  private func finish(
    _ number: Int, _ entry: WorkEntry, _ lease: Lease, _ result: Result<JudgedOrder, JudgeRejection>
  ) {
    // What was found out after it was told to stop may be the work of a process that was already ending.
    guard !isStopping.load(ordering: .relaxed) else {
      lease.release()
      state.withLock { $0.outcome.isUnfinished = true }
      return event(.givenBack(number: number))
    }
    do throws(WorkProblem) {
      switch result {
      case .success(let judged):
        let failed = judged.assessment?.report.hasErrors ?? !judged.failures.isEmpty
        switch try lease.publish(judged.bytes ?? [], failed: failed) {
        case .published:
          state.withLock { $0.outcome.done += 1 }
          event(.published(number: number, seconds: judged.seconds, failed: failed))
        case .lost: lose(number, entry)
        case .alreadyThere: event(.known(number: number))
        }
      case .failure(.cancelled):
        // By the keeper, whose lease was lost; or by a signal that went to the judge alone.
        let isHeld = lease.beat()
        lease.release()
        guard isHeld else { return lose(number, entry) }
        state.withLock { $0.outcome.isUnfinished = true }
        event(.givenBack(number: number))
      case .failure(.refused(let message)):
        lease.release()
        fail(.machine(message))
      }
    } catch {
      lease.release()
      fail(.store(error))
    }
  }

  private func judged(_ order: JudgeOrder, _ request: JudgeRequest) async throws(JudgeRejection) -> JudgedOrder {
    let (clock, record) = (ContinuousClock.now, TrainingRecord())
    let process = process.ending { [self] in isStopping.load(ordering: .relaxed) }
    guard let lab = Lab.parse(text: request.lab.text, file: request.lab.file).lab else {
      throw .refused(Message(WorkStorePhrase.notRead(path: store.path, reason: request.lab.file)))
    }
    let assessment: Assessment
    if order.text == nil {
      let report = try await process.report(on: lab, request) { record.note($0) }
      // Of a report only what it trained counts: whoever asked for it makes one of its own.
      assessment = Assessment(report: report, text: "", language: lab.language)
    } else {
      assessment = try await process.assessment(by: lab, request) { record.note($0) }
    }
    return JudgedOrder(
      assessment: order.text == nil ? nil : assessment, seconds: (ContinuousClock.now - clock) / .seconds(1),
      failures: record.failures(in: assessment, of: order.experiments, runs: order.runs))
  }

  private static func givenUp(_ request: JudgeRequest, _ times: Int) -> JudgedOrder {
    let reason = WorkPhrase.givenUp(times: times)
    let lab = Lab.parse(text: request.lab.text, file: request.lab.file).lab
    let assessment = lab.map {
      Assessment(
        report: LabReport(unjudged: $0, because: reason, holdsAnswers: false), text: $0.text, language: $0.language)
    }
    return JudgedOrder(assessment: assessment, seconds: 0, failures: [:])
  }
}

// MARK: What an item says

extension ItemWorker {
  private struct Unreadable: Error {
    enum Cause { case broken, missing, refused }
    let path: String
    /// It was read and is not what was written; it is not there, or not seen yet; the disk refuses.
    let cause: Cause
  }

  /// What an item says is to be done.
  private func order(_ id: String) throws(Unreadable) -> (order: JudgeOrder, request: JudgeRequest, absent: String?) {
    func read<Read: Decodable>(_ stored: StoredWork, _ path: String, as kind: Read.Type) throws(Unreadable) -> Read {
      switch stored {
      case .refused: throw Unreadable(path: path, cause: .refused)
      case .missing: throw Unreadable(path: path, cause: .missing)
      case .damaged(let path): throw Unreadable(path: path, cause: .broken)
      case .bytes(let bytes, _):
        if let found = try? JSONDecoder.ofReports.decode(kind, from: Data(bytes)) { return found }
        throw Unreadable(path: path, cause: .broken)
      }
    }
    let order = try read(store.item(id), "items/\(id)", as: JudgeOrder.self)
    let common = try read(store.common(order.common), "common/\(order.common)", as: JudgeOrder.Common.self)
    return (order, order.request(common, threads: max(1, threads / jobs), memory: memory), common.absent)
  }
}

internal import Checking
internal import Experiments
public import Files
internal import Foundation
internal import Labs
internal import Messages
internal import Sessions
internal import Synchronization

/// Judges what a class handed in, a process for each submission: what can be found out without training first; then every training that
/// somebody's work asks for, once, the most wanted first, side by side; then the verdicts that waited for them.
public struct ClassJudge: Sendable {
  /// One text to be judged.
  public struct Work: Sendable {
    /// Under what its assessment is kept.
    public let key: String
    /// What it has in common with assessments that hold the same numbers.
    public let basis: String
    /// Reads the text of the file that was handed in: those of a class are not in memory at once.
    public let text: @Sendable () throws(FileFault) -> String
  }

  /// What happens on the way.
  public enum Event: Sendable {
    /// So many of so many texts have been looked at.
    case looked(Int, of: Int)
    /// So many of so many trainings have been done.
    case trained(Int, of: Int)
  }

  /// Takes what was found out, as it comes, from any thread; each thing once.
  public struct Keeper: Sendable {
    /// An assessment that is whole, and how long the judge took over it.
    let assessment: @Sendable (Work, Assessment, _ seconds: Double) throws -> Void
    /// A training that came to nothing, by digest.
    let failure: @Sendable (String, KnownFailure) throws -> Void
    /// What happens.
    let event: @Sendable (Event) -> Void
  }

  let lab: GradedLab
  /// The lab's texts as learners got them, one after the other.
  let releases: [String]
  let place: JudgeRequest.Place
  let options: LabJudge.Options
  let process: JudgeProcess
  /// How many processes work at once.
  let workers: Int
  /// How many threads there are for all of them.
  let cores: Int
  /// What besides texts decides an assessment: the engine, the data, the seeds, how labs are run.
  let conditions: [String]

  /// What a text waits for.
  struct Waiting: Sendable {
    let work: Work
    let missing: [MissingRun]
  }

  /// A process that trains one experiment of one text, for all who wait for the same runs.
  struct Job: Sendable {
    let work: Work
    let experiment: String
    let runs: Set<String>
  }

  /// Judges all of `works`.
  ///
  /// - Parameters:
  ///   - works: the texts, each once.
  ///   - known: the trainings that came to nothing before.
  ///   - keeper: takes what is found out.
  /// - Throws: `JudgeRejection` where nothing can be compiled here or the task is cancelled; `GradingProblem` where a text cannot be read;
  ///   what the keeper throws.
  func judge(_ works: [Work], known: [String: KnownFailure], _ keeper: Keeper) async throws {
    let failures = Mutex(known)
    var waiting = try await looked(at: works, failures.withLock { $0 }, keeper)
    // Each round does all that is missing; what comes up only then, another does.
    var carriers: Set<String> = []
    for _ in 0..<Self.mostRounds where !waiting.isEmpty {
      let jobs = Self.jobs(for: waiting, after: carriers)
      carriers.formUnion(jobs.map(\.work.key))
      let done = Mutex(0)
      try await inParallel(jobs, apart: \.runs) { job, threads in
        let found = try await train(job, threads: threads, failures.withLock { $0 })
        for (run, failure) in found {
          failures.withLock { $0[run] = failure }
          try keeper.failure(run, failure)
        }
        keeper.event(
          .trained(
            done.withLock {
              $0 += 1; return $0
            }, of: jobs.count))
      }
      waiting = try await looked(at: waiting.map(\.work), failures.withLock { $0 }, keeper)
    }
    // Whose judge died each time before it began what others do not wait for gets a whole one, and the word of it.
    try await inParallel(waiting) { left, threads in
      let clock = ContinuousClock.now
      let assessment = try await assess(left.work, trains: true, threads: threads, failures.withLock { $0 })
      try keeper.assessment(left.work, assessment, (ContinuousClock.now - clock) / .seconds(1))
    }
  }

  static let mostRounds = 3

  /// Judges by what the store has; whatever is whole then is kept.
  ///
  /// - Returns: the texts that wait for trainings.
  private func looked(
    at works: [Work], _ failures: [String: KnownFailure], _ keeper: Keeper
  ) async throws -> [Waiting] {
    let state = Mutex<(done: Int, waiting: [Waiting])>((0, []))
    try await inParallel(works) { work, _ in
      let clock = ContinuousClock.now
      let assessment = try await assess(work, trains: false, threads: 1, failures)
      if assessment.missing.isEmpty {
        try keeper.assessment(work, assessment, (ContinuousClock.now - clock) / .seconds(1))
      } else {
        state.withLock { $0.waiting.append(Waiting(work: work, missing: assessment.missing)) }
      }
      keeper.event(
        .looked(
          state.withLock {
            $0.done += 1; return $0.done
          }, of: works.count))
    }
    // In the order in which they were handed in, whoever was done first.
    let order = Dictionary(works.enumerated().map { ($1.key, $0) }) { first, _ in first }
    return state.withLock(\.waiting).sorted { order[$0.work.key] ?? 0 < order[$1.work.key] ?? 0 }
  }

  /// The trainings to do: every run once, the most wanted first.
  ///
  /// - Parameters:
  ///   - waiting: the texts that wait for them.
  ///   - tried: whose text brought its runs before, and did not bring all: another one's is taken where there is one.
  /// - Returns: a job for each run.
  static func jobs(for waiting: [Waiting], after tried: Set<String>) -> [Job] {
    let waiting = waiting.filter { !tried.contains($0.work.key) } + waiting.filter { tried.contains($0.work.key) }
    // How many want each run, and the first of them.
    var wanted: [String: (count: Int, carrier: Waiting)] = [:]
    for one in waiting { for run in Set(one.missing.map(\.run)) { wanted[run, default: (0, one)].count += 1 } }
    var covered: Set<String> = []
    var jobs: [Job] = []
    let order = wanted.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    for (run, (_, carrier)) in order where !covered.contains(run) {
      guard let experiment = carrier.missing.first(where: { $0.run == run })?.experiment else { continue }
      let runs = Set(carrier.missing.filter { $0.experiment == experiment }.map(\.run))
      covered.formUnion(runs)
      jobs.append(Job(work: carrier.work, experiment: experiment, runs: runs))
    }
    return jobs
  }

  /// Trains what a job is for.
  ///
  /// - Returns: the runs that came to nothing.
  private func train(
    _ job: Job, threads: Int, _ known: [String: KnownFailure]
  ) async throws -> [String: KnownFailure] {
    let record = TrainingRecord()
    let assessment = try await assess(
      job.work, trains: true, threads: threads, known, experiments: [job.experiment]
    ) { record.note($0) }
    return record.failures(in: assessment, of: [job.experiment], runs: job.runs)
  }

  private func assess(
    _ work: Work, trains: Bool, threads: Int, _ failures: [String: KnownFailure], experiments: Set<String>? = nil,
    watch: @escaping @Sendable (LaboratoryEvent) -> Void = { _ in }
  ) async throws -> Assessment {
    let text: String
    do throws(FileFault) { text = try work.text() } catch {
      throw GradingProblem.unreadable(path: error.path, reason: error.reason)
    }
    let request = request(text, trains: trains, threads: threads, failures, experiments: experiments)
    return try await process.assessment(by: lab.lab, request, watch: watch)
  }

  /// What a judge is asked about a text.
  func request(
    _ text: String, trains: Bool, threads: Int, _ failures: [String: KnownFailure], experiments: Set<String>?
  ) -> JudgeRequest {
    var place = place
    place.threads = threads
    var options = options
    options.experiments = experiments
    options.solution = lab.lab.asksForSolution ? lab.solved : nil
    let submission = JudgeRequest.Submission(
      text: text, released: releases, trains: trains, knownFailures: failures)
    return JudgeRequest(
      .submission(submission),
      lab: JudgeRequest.LabText(
        file: lab.lab.file, text: lab.lab.text, language: lab.lab.language, original: lab.lab.text),
      place: place, options: options)
  }

  /// Does `body` for each of `items`, so many at once, in order; two that share anything never at once.
  ///
  /// - Parameters:
  ///   - items: what to do it for.
  ///   - apart: what each shares with others.
  ///   - body: what to do, with how many threads.
  /// - Throws: what `body` throws first.
  private func inParallel<Item: Sendable>(
    _ items: [Item], apart: @Sendable (Item) -> Set<String> = { _ in [] },
    _ body: @escaping @Sendable (Item, _ threads: Int) async throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Int.self) { group in
      var left = Array(items.indices)
      var running: [Int: Set<String>] = [:]
      func startAll() {
        while running.count < workers {
          let busy = running.values.reduce(into: Set<String>()) { $0.formUnion($1) }
          guard let place = left.firstIndex(where: { busy.isDisjoint(with: apart(items[$0])) }) else { return }
          let index = left.remove(at: place)
          running[index] = apart(items[index])
          // The last ones share what is there.
          let threads = max(1, cores / max(1, min(workers, running.count + left.count)))
          group.addTask {
            try await body(items[index], threads)
            return index
          }
        }
      }
      startAll()
      while let index = try await group.next() {
        running[index] = nil
        startAll()
      }
    }
  }
}

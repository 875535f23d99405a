public import Checking
public import Courses
internal import Datasets
internal import Digests
internal import Experiments
internal import Foundation
internal import Labs
public import Messages
public import Sessions
internal import Synchronization
public import Work
internal import Workbench

/// Takes what a class handed in to grades in a book: reads it, judges what is new, works out the points.
public struct Grader: Sendable {
  /// How it works.
  public struct Settings: Sendable {
    /// How labs are run.
    public var options: LabJudge.Options
    /// What being late costs; nil for what the book says.
    public var policy: LatePolicy?
    /// How many processes judge at once; nil for what the machine's cores and memory allow.
    public var workers: Int?
    /// How many threads train, all processes together.
    public var cores: Int
    /// The engine's version, part of every run's digest.
    public var engine: String
    /// Whether what could not be judged is judged again.
    public var retries = false
    /// Where work is shared with others; nil where nothing was handed in.
    public var store: WorkStore?
    /// What is done with what nobody has found out yet.
    public var missing = Missing.judged

    /// What is done with what nobody has found out yet.
    public enum Missing: Sendable {
      /// It is judged here and now.
      case judged
      /// It is handed in to the store.
      case handedIn
      /// It waits.
      case left
    }

    /// - Parameters: the parts, as documented on each property.
    public init(options: LabJudge.Options, cores: Int, engine: String) {
      (self.options, self.cores, self.engine) = (options, cores, engine)
    }
  }

  /// What came of it.
  public struct Outcome: Sendable {
    /// How many learners handed in something.
    public let handIns: Int
    /// How many of the texts had to be judged.
    public let judged: Int
    /// How many of the texts were judged again by what had been measured: a threshold changed, and nothing that is measured.
    public let again: Int
    /// How many learners handed in, to the letter, what another one did: such a text is judged once.
    public let same: Int
    /// How many learners' texts, of those that are no other's, were judged before.
    public let known: Int
    /// How many learners handed in no file that is the lab.
    public let unread: Int
    /// What was passed over on the way.
    public let remarks: [any Phrase]
    /// How many items a store was given now, and how many are still to be done there: while there are any, grades are as they were.
    public var handedIn = 0
    /// See ``handedIn``.
    public var open = 0
    /// How many of those were never handed in.
    public var absent = 0
  }

  let lab: GradedLab
  private let course: CourseFolder
  private let process: JudgeProcess
  private(set) var settings: Settings

  /// - Parameters:
  ///   - lab: the lab.
  ///   - course: the course folder with its data sets and runs.
  ///   - process: what judges.
  ///   - settings: how it works.
  public init(_ lab: GradedLab, in course: CourseFolder, process: JudgeProcess, settings: Settings) {
    (self.lab, self.course, self.process, self.settings) = (lab, course, process, settings)
    // Points are for what somebody did.
    self.settings.options.givenWaits = true
  }

  /// How many texts are looked at, trained and judged before the next ones: what waits for trainings takes no more memory in a class of any
  /// size, and the programs that were compiled for the first look are still there for the second.
  private static let mostAtOnce = 2_000
  /// How many assessments of a store's are written into the book in one step: a step waits for the disk.
  private static let mostTogether = 256

  /// Grades all that lies at `path`.
  ///
  /// - Parameters:
  ///   - path: the folder or zip file.
  ///   - book: the book, open for writing.
  ///   - watch: told of what happens.
  /// - Returns: what was done.
  /// - Throws: `GradingProblem`, or `JudgeRejection` where nothing can be judged here.
  public func grade(
    _ path: String, into book: GradeBook, watch: @escaping @Sendable (ClassJudge.Event) -> Void = { _ in }
  ) async throws -> Outcome {
    let (handIns, passedOver) = try HandInReader(for: lab.lab).handIns(in: path)
    let id = lab.lab.id
    var options = settings.options
    // Whoever writes a function must not know what it is tried with: the seed is the book's secret.
    let seed = try book.enter(lab, settings.policy)
    options.caseSeed = options.caseSeed ?? seed
    if settings.retries { try book.forgetErrors(lab: id) }
    let conditions = try conditions(options)
    let releases = try book.releases(of: id)
    let found = try entered(handIns, conditions, releases: releases, in: book)
    let works = found.works
    var (handedIn, open, absent) = (0, 0, 0)
    if !works.isEmpty {
      let engine = settings.engine
      let kept = Mutex<[GradeBook.Evidence]>([])
      let keepRest = { @Sendable in
        let rest = kept.withLock { kept in
          defer { kept = [] }
          return kept
        }
        try book.keep(rest, lab: id, engine: engine)
      }
      func keeper(_ together: Int) -> ClassJudge.Keeper {
        ClassJudge.Keeper(
          assessment: { work, assessment, seconds in
            let one = GradeBook.Evidence(key: work.key, basis: work.basis, assessment: assessment, seconds: seconds)
            let count = kept.withLock { kept in
              kept.append(one)
              return kept.count
            }
            if count >= together { try keepRest() }
          }, failure: { run, failure in try book.keep(failure, of: run) }, event: watch)
      }
      let judge = judge(options, releases: releases, conditions: conditions)
      var left = works
      if let store = settings.store {
        if settings.retries { try judge.forgetFailures(in: store) }
        let items = try judge.collect(works, known: try book.failures(), from: store, keeper(Self.mostTogether))
        try keepRest()
        if settings.missing == .handedIn { handedIn = try store.enter(items) }
        if settings.missing == .judged {
          let collected = try book.knownEvidence()
          left = works.filter { !collected.contains($0.key) }
        } else {
          open = items.count
          absent = items.count { !store.hasItem($0.id) }
        }
      }
      if settings.missing == .judged {
        for start in stride(from: 0, to: left.count, by: Self.mostAtOnce) {
          let some = Array(left[start..<min(start + Self.mostAtOnce, left.count)])
          try await judge.judge(some, known: try book.failures(), keeper(1))
          makeRoom(named: try book.namedRuns())
        }
      } else if open == 0 {
        makeRoom(named: try book.namedRuns())
      }
    }
    // A grade is worked out of a whole class: nobody's overview should show half of it.
    if open == 0 { try book.workOutGrades(of: id, engine: settings.engine) }
    return Outcome(
      handIns: handIns.count, judged: works.count, again: found.new - works.count, same: found.texts - found.distinct,
      known: found.distinct - found.new, unread: handIns.count - found.texts, remarks: passedOver, handedIn: handedIn,
      open: open, absent: absent)
  }

  /// Gives up runs that no grade comes from, beyond what the course folder may take.
  private func makeRoom(named: Set<String> = []) {
    let named = ProgressStore(of: course).namedRuns.union(named)
    let most = RunStore.mostBytes(environment: ProcessInfo.processInfo.environment)
    RunStore(folder: course.runs, mostBytes: most, named: { named }).tidy()
  }

  /// What one file is worth, without a book.
  ///
  /// - Parameter text: the file's text.
  /// - Returns: the assessment, and what it is worth.
  /// - Throws: `JudgeRejection` where nothing can be judged here.
  public func assessment(of text: String) async throws -> Assessment {
    let found = Held()
    let keeper = ClassJudge.Keeper(
      assessment: { _, assessment, _ in found.keep(assessment) }, failure: { _, _ in }, event: { _ in })
    let releases = [lab.released].compactMap(\.self)
    let judge = judge(settings.options, releases: releases, conditions: [])
    defer { makeRoom() }
    try await judge.judge([ClassJudge.Work(key: "", basis: "") { text }], known: [:], keeper)
    guard let assessment = found.value else { preconditionFailure("1 text judged, 0 assessments") }
    return assessment
  }

  private func judge(_ options: LabJudge.Options, releases: [String], conditions: [String]) -> ClassJudge {
    let workers = MachineMemory.judges(most: settings.workers ?? settings.cores)
    let place = JudgeRequest.Place(
      data: course.data.path, runs: course.runs.path, namedRuns: [], cache: course.cache.path, policy: .required,
      threads: 1, engine: settings.engine, memory: MachineMemory.training(beside: workers), keepsAll: true)
    return ClassJudge(
      lab: lab, releases: releases, place: place, options: options, process: process, workers: workers,
      cores: settings.cores, conditions: conditions)
  }

  /// What besides texts decides an assessment.
  private func conditions(_ options: LabJudge.Options) throws -> [String] {
    let set = (try? course.sets.facts(of: options.dataset ?? lab.lab.dataset).digest) ?? ""
    return [settings.engine, set, try BookCoding.text(options)]
  }
}

/// One assessment on its way from another thread.
private final class Held: Sendable {
  private let held = Mutex<Assessment?>(nil)
  var value: Assessment? { held.withLock { $0 } }
  func keep(_ assessment: Assessment) { held.withLock { $0 = assessment } }
}

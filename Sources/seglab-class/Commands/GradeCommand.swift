internal import ArgumentParser
internal import Checking
internal import Courses
internal import Files
internal import Foundation
internal import Grading
internal import Labs
internal import Messages
internal import Pages
internal import SegLabCommands
internal import Sessions
internal import Work
internal import Workbench

/// `seglab grade SUBMISSIONS --lab LAB --out DIR`: judges what a class handed in, and keeps the grades in a book.
struct GradeCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("grade", class: .grade, rules: .gradeRules) }

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(class: .submissions)) var submissions: String
  @Option(help: ArgumentHelp(class: .gradedLab)) var lab: String
  @Option(help: ArgumentHelp(class: .gradeOut)) var out: String?
  @Option(help: ArgumentHelp(class: .roster)) var roster: String?
  @OptionGroup var late: LateOptions
  @OptionGroup var judging: GradingOptions
  @Flag(help: ArgumentHelp(class: .retry)) var retry = false
  @Option(help: ArgumentHelp(class: .format)) var format: ResultFormat?
  @Option(help: ArgumentHelp(class: .result)) var result: String?
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    switch (format, result, out) {
    case (nil, nil, _?), (_?, _?, nil): break
    default: throw ValidationError(GradingPhrase.outOrFormat.text(in: .ofEnvironment))
    }
  }

  func run() async throws {
    let console = common.console
    if let format, let result {
      return try await ResultRun(
        format: format, submission: submissions, lab: lab, path: result, settings: judging.settings, console: console
      ).run()
    }
    guard let out else { return }
    try requirePlaces(out)
    let course = try console.folder()
    let lab = try gradedLab(self.lab, in: course, console)
    let slurm = try shared.scheduler()
    let store = try shared.workStore(usual: out + "/work", console)
    let isHere = shared.on == .local && !shared.collect
    if isHere { try await requireSandbox(console) }
    let interruption = isHere ? Interruption(console: console) { [GradingPhrase.stopped] } : nil
    defer { withExtendedLifetime(interruption) {} }
    do {
      let book = try await openBook(out)
      if let roster { try book.enter(try Roster.read(roster)) }
      var settings = judging.settings
      settings.policy = try late.policy
      settings.retries = retry
      settings.store = store
      settings.missing = isHere ? .judged : shared.collect ? .left : .handedIn
      let outcome = try await graded(lab, in: course, into: book, settings, console)
      if let store, outcome.open > 0 {
        if let slurm { return try shared.submit(store, to: slurm, dropping: ["--retry"], console) }
        if shared.on == .store, !shared.collect { shared.tellHowToWork(on: store, console) }
        throw ExitStatus.unfinished.code
      }
      for remark in outcome.remarks { console.mention(remark.text(in: console.language)) }
      console.say(
        GradingPhrase.graded(
          handIns: outcome.handIns, judged: outcome.judged, again: outcome.again, same: outcome.same,
          known: outcome.known,
          unread: outcome.unread))
      let entries = try book.entries(of: lab.lab.id)
      let proposed = entries.count { $0.proposed != nil }
      if proposed > 0 { console.say(GradingPhrase.proposed(count: proposed)) }
      try writePages(of: try book.lab(lab.lab.id), in: book, console)
    } catch let problem as GradingProblem {
      throw Failure(problem)
    } catch let problem as WorkProblem {
      throw Failure(problem)
    } catch let rejection as JudgeRejection {
      throw Failure(.internalFault, rejection.phrase)
    }
  }

  /// Makes sure that neither book nor store lies among what was handed in, where it would be taken for a learner's, and none in the other's place.
  private func requirePlaces(_ out: String) throws {
    func real(_ path: String) -> [String] {
      URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().pathComponents
    }
    let handedIn = real(submissions)
    for (option, path) in [("--out", out), ("--store", shared.store ?? "")] where !path.isEmpty {
      let place = real(path)
      guard place.starts(with: handedIn), !place.dropFirst(handedIn.count).contains(where: { $0.hasPrefix(".") }) else {
        continue
      }
      throw Failure(.usage, GradingPhrase.amongSubmissions(option: option, path: path, submissions: submissions))
    }
    if let store = shared.store, !store.isEmpty, real(store) == real(out) {
      throw Failure(.usage, GradingPhrase.storeAtBook(path: store))
    }
  }

  /// The book; where a job of the cluster's asks, whoever submitted it may not have closed it yet.
  private func openBook(_ folder: String) async throws -> GradeBook {
    for _ in 0..<(shared.round > 0 ? 60 : 0) {
      do {
        return try GradeBook(in: URL(fileURLWithPath: folder, isDirectory: true), makes: true, writes: true)
      } catch GradingProblem.bookLocked {
        try await Task.sleep(for: .seconds(1))
      }
    }
    return try GradeBook(in: URL(fileURLWithPath: folder, isDirectory: true), makes: true, writes: true)
  }

  /// Grades; where workers here do it through a store, hands in and works until nothing is open.
  private func graded(
    _ lab: GradedLab, in course: CourseFolder, into book: GradeBook, _ settings: Grader.Settings, _ console: Console
  ) async throws -> Grader.Outcome {
    var settings = settings
    let process = JudgeProcess(sandbox: SandboxMemory())
    while true {
      let grader = Grader(lab, in: course, process: process, settings: settings)
      let outcome = try await grader.grade(submissions, into: book) { event in
        guard console.live else { return }
        switch event {
        case .looked(let done, let count):
          console.draw(GradingPhrase.looked(done: done, of: count).text(in: console.language))
        case .trained(let done, let count):
          console.draw(GradingPhrase.trained(done: done, of: count).text(in: console.language))
        }
      }
      if console.live { console.draw("") }
      guard let store = settings.store, outcome.open > 0 else { return outcome }
      guard !shared.collect else {
        console.mention(WorkPhrase.awaited(open: outcome.open, absent: outcome.absent, store: store.path))
        return outcome
      }
      console.mention(WorkPhrase.handedIn(new: outcome.handedIn, open: outcome.open, store: store.path))
      guard shared.on == .work else { return outcome }
      let workers = MachineMemory.judges(most: settings.workers ?? settings.cores)
      let work = SharedWork(store: store, jobs: workers, threads: settings.cores, console: console)
      guard try await !work.run(.all(stays: true)).isUnfinished else { return outcome }
      // What could not be judged is forgotten once.
      settings.retries = false
    }
  }
}

/// Writes feedback and overview of a lab, and says where they are.
///
/// - Throws: `Failure` where the disk refuses, or the theme has a mistake.
func writePages(of lab: BookLab, in book: GradeBook, _ console: Console) throws {
  let theme = try Installation.theme()
  let feedback = FeedbackWriter(book, lab, theme: theme)
  let overview = ClassOverview(book, lab, language: console.language)
  do {
    _ = try feedback.write()
    try overview.write(theme: theme)
  } catch let problem as GradingProblem {
    throw problem
  } catch let error as PageError {
    throw Failure(.badFile, error.phrase)
  } catch {
    throw Failure(notWritten: feedback.folder.path, error)
  }
  console.say(GradingPhrase.written(overview: overview.path, feedback: feedback.folder.path))
}

extension Failure {
  /// What a grade book could not do, as a command's end.
  init(_ problem: GradingProblem) {
    if case .bookLocked = problem {
      self.init(.unfinished, problem.phrase)
    } else {
      self.init(.badFile, problem.phrase)
    }
  }
}

/// The lab that submissions are judged by; its mistakes are shown.
///
/// - Throws: `Failure` where it cannot be used.
func gradedLab(_ name: String, in course: CourseFolder, _ console: Console) throws -> GradedLab {
  try gradedLab(try console.lab(name, in: course), in: course, console)
}

/// As for a lab's name.
func gradedLab(_ lab: Lab, in course: CourseFolder, _ console: Console) throws -> GradedLab {
  do { return try GradedLab(lab, in: course) } catch let problem as GradingProblem {
    throw Failure(problem)
  } catch let problem as CourseProblem {
    console.show(problem.notes)
    throw Failure(problem)
  }
}

/// What being late costs, as options.
struct LateOptions: ParsableArguments {
  @Option(help: ArgumentHelp(class: .due)) var due: String?
  @Option(help: ArgumentHelp(class: .grace)) var grace: Double = 5
  @Option(help: ArgumentHelp(class: .latePercent)) var latePercent: Double = 10
  @Option(help: ArgumentHelp(class: .lateMost)) var lateMost: Double = 100

  /// The policy; nil where nothing is said of when work is due, so that the book's own stays.
  var policy: LatePolicy? {
    get throws {
      guard let due else { return nil }
      guard let time = WrittenTime.date(due) else { throw Failure(.usage, GradingPhrase.badTime(found: due)) }
      return LatePolicy(due: time, graceMinutes: grace, percentPerDay: latePercent, mostPercent: lateMost)
    }
  }

  func validate() throws {
    for (name, value, most) in [
      ("--grace", grace, 1e6), ("--late-percent", latePercent, 100), ("--late-most", lateMost, 100),
    ]
    where !(value >= 0 && value <= most) {
      let phrase = CommandPhrase.badNumber(option: name, found: "\(value)", expected: "0 … \(Int(most))")
      throw ValidationError(phrase.text(in: .ofEnvironment))
    }
  }
}

/// How labs of a class are run, as options.
struct GradingOptions: ParsableArguments {
  /// How much of a lab's training is done.
  enum Profile: String, ExpressibleByArgument, CaseIterable { case quick, full }

  @Option(help: ArgumentHelp(class: .profile)) var profile = Profile.full
  @Option(help: ArgumentHelp(class: .data)) var data: String?
  @Option(help: ArgumentHelp(class: .workers)) var workers: Int?
  @Option(help: ArgumentHelp(class: .minutes)) var minutes: Double?

  /// The same for a grader.
  var settings: Grader.Settings {
    let options = LabJudge.Options(dataset: data, isQuick: profile == .quick, minutes: minutes)
    var settings = Grader.Settings(
      options: options, cores: MachineShare.cores, engine: SegLabCommand.version)
    settings.workers = workers
    return settings
  }

  func validate() throws {
    guard let workers, !(1...256).contains(workers) else { return }
    let phrase = CommandPhrase.badNumber(option: "--workers", found: "\(workers)", expected: "1 … 256")
    throw ValidationError(phrase.text(in: .ofEnvironment))
  }
}

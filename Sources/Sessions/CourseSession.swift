internal import Checking
internal import Courses
internal import Experiments
internal import Foundation
internal import Labs
internal import Messages
internal import Synchronization

/// One learner's work on a course, as a stream of events: what was saved is checked, what is next is told, and what is asked for is done.
public actor CourseSession {
  private let runner: LabRunner
  private let continuation: AsyncStream<Event>.Continuation
  /// What happens, in order.
  public nonisolated let events: AsyncStream<Event>

  private var texts: [String: String] = [:]
  /// The lab that is looked at, by its file's name without the ending.
  private var focus: String?
  private var last: (lab: Lab, report: LabReport)?
  /// Why the lab in focus cannot be looked at; nil where it can.
  private var problem: CourseProblem?
  /// Why nothing can be judged; nil where it can.
  private var refusal: JudgeRejection?
  /// What stood in the cells of each lab when it was last looked at.
  private var bodies: [String: [Lab.Cell: String]] = [:]
  /// The words in the reader's language that an older SegLab laid beside each lab.
  private var words: [String: String] = [:]
  /// The cells that the last save changed, by name.
  private var saved: Set<String> = []
  /// The questions that were answered right with the last save.
  private var right: [CellReport] = []
  /// Cells that were passed over.
  private var skipped: Set<String> = []
  private var work: Task<Void, Never>?
  /// Whether that is still going on.
  private var isWorking = false
  /// An exercise that is set back once that is confirmed.
  private var resetting: (lab: String, cell: String)?

  /// - Parameter runner: runs the labs of the course.
  public init(runner: LabRunner) {
    self.runner = runner
    (events, continuation) = AsyncStream.makeStream(of: Event.self)
  }

  /// Ends the stream of events; whatever runs is not waited for.
  public func end() {
    work?.cancel()
    continuation.finish()
  }

  private func tell(_ event: Event) { continuation.yield(event) }

  private func tell(_ notes: [CourseNote]) { for note in notes { tell(.note(note)) } }

  // MARK: Submitting

  /// Looks at the labs' files; checks the lab that was saved, or at the start the first that is not done.
  public func look() async {
    let course: Course
    do { course = try runner.folder.course() } catch { return tell(.problem(error)) }
    let changed = course.entries.filter { entry in
      let words = Translation.path(of: entry.path, in: runner.language)
      let isTold = FileManager.default.fileExists(atPath: words) ? try? Lab.text(of: words) : nil
      defer { self.words[entry.name] = isTold }
      return entry.text != nil && texts[entry.name] != entry.text || !texts.isEmpty && self.words[entry.name] != isTold
    }
    let isStart = texts.isEmpty
    for entry in changed { texts[entry.name] = entry.text }
    if isStart {
      focus = first(of: course)?.name
    } else if let own = changed.first(where: { $0.name == focus }) ?? changed.first {
      focus = own.name
      (skipped, saved) = ([], own.lab?.changed(from: bodies[own.name] ?? [:]) ?? [])
    } else {
      return
    }
    for entry in changed { bodies[entry.name] = entry.lab?.bodies ?? bodies[entry.name] }
    guard let entry = course.entries.first(where: { $0.name == focus }) else { return }
    await check(entry)
  }

  /// Checks the lab in focus again.
  public func again() async {
    guard let focus else { return }
    texts[focus] = ""
    await look()
  }

  /// The first lab that is neither done nor waits for another; else the first that is not done, else the first.
  private func first(of course: Course) -> Course.Entry? {
    open(in: course.entries[...], of: course) ?? course.entries.first
  }

  /// The first of some of a course's labs that is neither done nor waits for another; else the first that is not done.
  private func open(in entries: ArraySlice<Course.Entry>, of course: Course) -> Course.Entry? {
    let progress = ProgressStore(of: runner.folder)
    let done = Set(
      course.entries.compactMap(\.lab).filter { LabStanding(of: $0, progress.entry(for: $0.id)).verdict == .passed }
        .map(\.id))
    let open = entries.filter { entry in entry.lab.map { !done.contains($0.id) } ?? true }
    return open.first { $0.lab?.after.allSatisfy(done.contains) ?? true } ?? open.first
  }

  /// The lab that comes after the one in focus: the next that is not done, else one before it; nil where none is left.
  private func next(in course: Course) -> Course.Entry? {
    let place = course.entries.firstIndex { $0.name == focus } ?? 0
    return open(in: course.entries[(place + 1)...], of: course) ?? open(in: course.entries[..<place], of: course)
  }

  /// Ends what is running, and checks a lab anew.
  private func check(_ entry: Course.Entry) async {
    if let work {
      let wasWorking = isWorking
      work.cancel()
      await work.value
      if wasWorking { tell(.calledOff) }
    }
    (last, problem, refusal) = (nil, nil, nil)
    let original: Noted<Lab>
    do { original = try runner.folder.sound(entry) } catch {
      problem = error
      return tell(.unusable(error))
    }
    tell(original.notes)
    let lab = original.value.translated(to: runner.language)
    tell(lab.notes)
    isWorking = true
    work = Task { await self.run(lab.value) }
  }

  private func run(_ lab: Lab) async {
    tell(.began)
    defer { isWorking = false }
    do throws(JudgeRejection) {
      // What needs no training is told before the first that is not found in the store, where something is to be done about it.
      let first = Mutex<LabReport?>(nil)
      let report = try await runner.report(on: lab) { [continuation] event in
        if case .step = event, let part = first.withLock({ $0.take() }), let next = NextStep(in: part, of: lab) {
          continuation.yield(.checked(Checked(lab: lab, report: part, next: next)))
        }
        continuation.yield(.training(event))
      } soFar: { part in
        if part.cells.contains(where: { $0.kind != .experiment }) { first.withLock { $0 = part } }
      }
      // A training that was called off says nothing of the lab.
      guard !Task.isCancelled else { return }
      for remark in report.remarks { tell(.note(.line(remark.phrase))) }
      let known = ProgressStore(of: runner.folder).entry(for: report.lab)?.cells ?? [:]
      right = report.cells.filter { cell in
        cell.verdict == .passed && (saved.contains(cell.id) || known[cell.id] != .passed)
          && cell.checks.contains { $0.name == .answer }
      }
      last = (lab, report)
      for remark in ProgressStore(of: runner.folder).remarks(keeping: report, of: lab) {
        tell(.note(.line(remark)))
      }
      show()
    } catch {
      guard error != .cancelled else { return }
      refusal = error
      tell(.refused(error))
    }
  }

  // MARK: What is next

  /// Tells again what the lab has come to.
  public func show() {
    guard let last else { return tellWhy() }
    let step = step
    let next = step == nil ? (try? runner.folder.course()).flatMap { self.next(in: $0) } : nil
    let nextLab = next.map { entry in
      NextLab(title: entry.lab?.translated(to: runner.language).value.title ?? entry.name, file: entry.path)
    }
    tell(.checked(Checked(lab: last.lab, report: last.report, next: step, right: right, nextLab: nextLab)))
  }

  /// Tells why nothing is known of the lab.
  private func tellWhy() {
    if let problem {
      tell(.unusable(problem))
    } else if let refusal {
      tell(.refused(refusal))
    } else {
      tell(.stillWorking)
    }
  }

  private var step: NextStep? {
    last.flatMap { NextStep(in: $0.report, of: $0.lab, first: saved, after: skipped) }
  }

  /// Passes over what is next; opens the next lab where everything passed.
  public func skip() async {
    guard last != nil else { return tellWhy() }
    guard let step else { return await openNext() }
    (saved, right) = ([], [])
    skipped.insert(step.cell)
    if let next = self.step, skipped.contains(next.cell) { skipped = [] }
    show()
  }

  private func openNext() async {
    guard let course = try? runner.folder.course(), let entry = next(in: course) else { return tell(.coursePassed) }
    focus = entry.name
    (skipped, saved, right) = ([], [], [])
    await check(entry)
  }

  // MARK: Asking

  /// Tells a hint for what is next.
  public func hint() {
    guard let last else { return tellWhy() }
    guard let step else { return show() }
    do throws(CourseProblem) {
      let hint = try HintBook(of: last.lab, in: runner.folder).hint(for: step.cell)
      tell(hint.notes)
      tell(.hint(hint.value, cell: step.cell))
    } catch {
      tell(.problem(error))
    }
  }

  /// Tells how the course stands.
  public func list() {
    do throws(CourseProblem) { tell(.list(try CourseList(of: runner.folder, in: runner.language))) } catch {
      tell(.problem(error))
    }
  }

  /// Tells the solution of what is next, once it has passed.
  public func solution() {
    guard let last else { return tellWhy() }
    guard let step else { return show() }
    do throws(CourseProblem) {
      let text = try SolutionBook(folder: runner.folder).text(of: step.cell, in: last.lab, insisting: false)
      tell(text.notes)
      tell(.solution(text.value, cell: step.cell))
    } catch {
      tell(.problem(error))
    }
  }

  // MARK: Resetting

  /// Whether an answer is awaited: is an exercise to be set back?
  public var asksForReset: Bool { resetting != nil }

  /// Asks whether the exercise that is next is to be set back.
  public func askForReset() {
    guard let step, last?.lab.exercises.contains(where: { $0.id == step.cell }) == true else {
      return tell(.nothingToReset)
    }
    guard let focus else { return }
    resetting = (focus, step.cell)
    tell(.asksForReset(cell: step.cell))
  }

  /// Sets the exercise back that was asked about, or leaves it.
  ///
  /// - Parameter isWanted: whether it is to be set back.
  public func answerReset(_ isWanted: Bool) async {
    guard let asked = resetting else { return }
    resetting = nil
    guard isWanted else { return tell(.kept) }
    do throws(CourseProblem) {
      let (what, backup) = try runner.folder.reset(asked.lab, exercise: asked.cell)
      tell(.reset(what: what, backup: backup.path))
    } catch {
      tell(.problem(error))
    }
    await look()
  }
}

public import Checking
public import Courses
public import Experiments
internal import Foundation
public import Labs
internal import Messages

/// One learner's work on a course, as a stream of events: what was saved is checked, what is next is told, and what is asked for is done.
public actor CourseSession {
  /// Something that happened, to be shown.
  public enum Event: Sendable {
    /// A lab is checked from now on.
    case began
    /// Something happens while a network trains.
    case training(LaboratoryEvent)
    /// What was running was called off, because the lab was saved again.
    case calledOff
    /// What a lab has come to, and what is next in it; nothing where everything passed.
    case checked(Lab, LabReport, next: NextStep?)
    /// The lab in focus cannot be used as it stands.
    case unusable
    /// Something beside what was asked for.
    case note(CourseNote)
    /// Something that was asked for cannot be done.
    case problem(CourseProblem)
    /// Nothing can be judged here.
    case refused(JudgeRefusal)
    /// What was asked for has to wait: nothing is known of the lab yet.
    case stillWorking
    /// A hint for a cell; nothing where it has none.
    case hint(HintBook.Told?, cell: String)
    /// How the course stands.
    case list(CourseList)
    /// The solution of a cell.
    case solution(String, cell: String)
    /// There is no exercise to set back.
    case nothingToReset
    /// Whether an exercise is to be set back; the answer is awaited.
    case asksForReset(cell: String)
    /// An exercise was left as it is after all.
    case kept
    /// Something was set back; where what stood there is kept.
    case reset(what: String, backup: String)
  }

  private let runner: LabRunner
  private let continuation: AsyncStream<Event>.Continuation
  /// What happens, in order.
  public nonisolated let events: AsyncStream<Event>

  private var texts: [String: String] = [:]
  /// The lab that is looked at, by its file's name without the ending.
  private var focus: String?
  private var last: (lab: Lab, report: LabReport)?
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
    let changed = course.entries.filter { $0.text != nil && texts[$0.name] != $0.text }
    let isStart = texts.isEmpty
    for entry in changed { texts[entry.name] = entry.text }
    if isStart {
      focus = first(of: course)
    } else if let saved = changed.first(where: { $0.name == focus }) ?? changed.first {
      if saved.name != focus { skipped = [] }
      focus = saved.name
    } else {
      return
    }
    guard let entry = course.entries.first(where: { $0.name == focus }) else { return }
    await check(entry)
  }

  /// Checks the lab in focus again.
  public func again() async {
    guard let focus else { return }
    texts[focus] = ""
    await look()
  }

  /// The first lab that is neither done nor waits for another.
  private func first(of course: Course) -> String? {
    let progress = ProgressStore(folder: runner.folder.progress)
    let done = Set(
      course.entries.compactMap(\.lab).filter { progress.entry(for: $0.id)?.verdict == .passed }.map(\.id))
    let open = course.entries.first { entry in
      guard let lab = entry.lab else { return true }
      return !done.contains(lab.id) && lab.after.allSatisfy(done.contains)
    }
    return (open ?? course.entries.first)?.name
  }

  /// Ends what is running, and checks a lab anew.
  private func check(_ entry: Course.Entry) async {
    if let work {
      let wasWorking = isWorking
      work.cancel()
      await work.value
      if wasWorking { tell(.calledOff) }
    }
    last = nil
    let original: Noted<Lab>
    do { original = try runner.folder.sound(entry) } catch {
      tell(.problem(error))
      return tell(.unusable)
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
    do throws(JudgeRefusal) {
      let report = try await runner.report(on: lab) { [continuation] in continuation.yield(.training($0)) }
      // A training that was called off says nothing of the lab.
      guard !Task.isCancelled else { return }
      for remark in report.remarks { tell(.note(.line(remark.phrase))) }
      last = (lab, report)
      for remark in ProgressStore(folder: runner.folder.progress).remarks(keeping: report) {
        tell(.note(.line(remark)))
      }
      show()
    } catch {
      if error != .cancelled { tell(.refused(error)) }
    }
  }

  // MARK: What is next

  /// Tells again what the lab has come to.
  public func show() {
    guard let last else { return }
    tell(.checked(last.lab, last.report, next: step))
  }

  private var step: NextStep? { last.flatMap { NextStep(in: $0.report, of: $0.lab, after: skipped) } }

  /// Passes over what is next.
  public func skip() {
    guard let step else { return tell(.stillWorking) }
    skipped.insert(step.cell)
    if let next = self.step, skipped.contains(next.cell) { skipped = [] }
    show()
  }

  // MARK: Asking

  /// Tells a hint for what is next.
  public func hint() {
    guard let last, let step else { return tell(.stillWorking) }
    do throws(CourseProblem) {
      let hint = try HintBook(of: last.lab, in: runner.folder).next(for: step.cell)
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
    guard let last, let step else { return tell(.stillWorking) }
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

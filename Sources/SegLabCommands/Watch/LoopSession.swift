internal import Checking
internal import Foundation
internal import Labs
internal import Messages
internal import Sessions

/// Follows a learner through a course: checks what was saved, shows what is next, does what a key asks.
actor LoopSession {
  private let runner: LabRunner
  private let console: Console
  private let screen: LoopScreen
  private var texts: [String: String] = [:]
  /// The lab that is looked at, by its file's name without the ending.
  private var focus: String?
  private var last: (lab: Lab, report: LabReport)?
  /// Cells that were passed over with `n`.
  private var skipped: Set<String> = []
  private var work: Task<Void, Never>?
  /// An exercise that is set back when the next key says so.
  private var resetting: String?

  init(runner: LabRunner, console: Console, hasKeys: Bool) {
    self.runner = runner
    self.console = console
    screen = LoopScreen(console: console, hasKeys: hasKeys)
  }

  /// Looks at the labs' files; checks the lab that was saved, or at the start the first that is not done.
  func look() async {
    let course: Course
    do { course = try runner.folder.course() } catch let failure as Failure {
      return console.mention(failure.phrase)
    } catch {
      return console.mention(Verbatim("\(error)"))
    }
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
      work.cancel()
      await work.value
      // The half-drawn bar of what was called off.
      if console.live { console.draw("") }
    }
    last = nil
    let original: Lab
    do { original = try runner.folder.sound(entry, console: console) } catch {
      if let failure = error as? Failure { console.mention(failure.phrase) }
      return screen.showKeys()
    }
    let lab = console.translated(original)
    work = Task { await self.run(lab) }
  }

  private func run(_ lab: Lab) async {
    let viewer = TrainingViewer(console: console, classic: false, classicOnErrors: false)
    do throws(JudgeRefusal) {
      let report = try await runner.report(on: lab) { viewer.show($0) }
      // A training that was called off says nothing of the lab.
      guard !Task.isCancelled else { return }
      for remark in report.remarks { console.mention(remark.phrase) }
      last = (lab, report)
      for remark in ProgressStore(folder: runner.folder.progress).remarks(keeping: report) { console.mention(remark) }
      show()
    } catch {
      if error != .cancelled { console.mention(error.phrase) }
    }
  }

  private func show() {
    guard let last else { return }
    screen.show(last.report, of: last.lab, next: NextStep(in: last.report, of: last.lab, after: skipped))
  }

  /// Does what a key asks.
  ///
  /// - Returns: false where the loop is to end.
  func press(_ key: UInt8) async -> Bool {
    let letter = Character(Unicode.Scalar(key)).lowercased()
    if let exercise = resetting {
      resetting = nil
      if letter == "y" || letter == "x" { await reset(exercise) } else { console.say(LoopPhrase.kept) }
      return true
    }
    switch letter {
    case "q", "\u{4}": return false
    case "n": skip()
    case "h": hint()
    case "r": await again()
    case "l": list()
    case "s": solution()
    case "x":
      guard let step, last?.lab.exercises.contains(where: { $0.id == step.cell }) == true else {
        console.say(LoopPhrase.nothingToReset)
        break
      }
      resetting = step.cell
      console.say(LoopPhrase.reallyReset(cell: step.cell))
    case "\n", "\r": show()
    default: screen.showKeys()
    }
    return true
  }

  private var step: NextStep? { last.flatMap { NextStep(in: $0.report, of: $0.lab, after: skipped) } }

  private func skip() {
    guard let step else { return console.say(LoopPhrase.stillWorking) }
    skipped.insert(step.cell)
    if let next = self.step, skipped.contains(next.cell) { skipped = [] }
    show()
  }

  private func hint() {
    guard let last, let step else { return console.say(LoopPhrase.stillWorking) }
    say { try HintTeller(lab: last.lab, folder: self.runner.folder, console: self.console).tell(step.cell) }
  }

  private func again() async {
    guard let focus else { return }
    texts[focus] = ""
    await look()
  }

  private func list() {
    say { _ = try CourseList(folder: self.runner.folder, console: self.console).show() }
  }

  private func solution() {
    guard let last, let step else { return console.say(LoopPhrase.stillWorking) }
    say {
      let book = SolutionBook(folder: self.runner.folder)
      try book.show(step.cell, of: last.lab, insisting: false, on: self.console)
    }
  }

  private func reset(_ exercise: String) async {
    guard let focus else { return }
    say {
      try LabReset(folder: self.runner.folder, console: self.console).reset(focus, exercise: exercise)
    }
    await look()
  }

  /// Does something that may fail; what went wrong is said, and the loop goes on.
  private func say(_ body: () throws -> Void) {
    do { try body() } catch let failure as Failure {
      console.mention(failure.phrase)
    } catch {
      console.mention(Verbatim("\(error)"))
    }
  }
}

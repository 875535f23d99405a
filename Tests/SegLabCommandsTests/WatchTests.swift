import Foundation
import Testing

@testable import SegLabCommands

/// `seglab` alone, as it follows a learner's saves and keys.
@Suite(.serialized) struct WatchTests {
  private func course(_ lab: String = CourseCommandTests.lab) throws -> CourseFixture {
    let course = try CourseFixture()
    try course.write(lab, to: "labs/01-functions.md")
    try course.write(CourseCommandTests.solution, to: "solutions/01-functions.md")
    return course
  }

  /// Puts `text` into the file that is there, as editors do that do not write aside.
  private func overwrite(_ path: String, in course: CourseFixture, with text: String) throws {
    let file = try FileHandle(forWritingTo: course.folder.appendingPathComponent(path))
    try file.truncate(atOffset: 0)
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
  }

  @Test(arguments: [[], ["--poll"]]) func `a save is seen whether the file is replaced or written anew`(
    options: [String]
  ) throws {
    let course = try course()
    let watching = try course.start(options)
    defer { watching.end() }
    #expect(watching.waits(for: "fill in the holes"), "\(watching.said)")
    let wrong = CourseCommandTests.lab.replacing("  .FIXME", with: "  1")
    try course.write(wrong, to: "labs/01-functions.md")
    #expect(watching.waits(for: "mend the function"), "\(watching.said)")
    let broken = CourseCommandTests.lab.replacing("  .FIXME", with: "  1 +")
    try overwrite("labs/01-functions.md", in: course, with: broken)
    #expect(watching.waits(for: "mend what Swift does not understand"), "\(watching.said)")
    // A file that can no longer be taken apart is told of, and the loop goes on.
    try overwrite("labs/01-functions.md", in: course, with: "nothing")
    #expect(watching.waits(for: "front matter"), "\(watching.said)")
    let solved = CourseCommandTests.lab.replacing(
      "  .FIXME",
      with: """
          if a.height != b.height || a.width != b.width { return nil }
          let sum = a.pixels.reduce(0, +) + b.pixels.reduce(0, +)
          return sum == 0 ? 1 : Double(2 * zip(a.pixels, b.pixels).reduce(0) { $0 + $1.0 * $1.1 }) / Double(sum)
        """)
    try course.write(solved, to: "labs/01-functions.md")
    #expect(watching.waits(for: "answer the question"), "\(watching.said)")
  }

  @Test func `a save stops a training and begins anew, and the old one can be gone on with`() throws {
    let course = try CourseFixture()
    let lab = InterruptionTests.lab.replacing("epochs: 600", with: "epochs: 8000")
    try course.write(lab, to: "labs/01-long.md")
    try TinySet.write(to: course.folder.appendingPathComponent("tiny"))
    #expect(try course.seglab("data", "import", "tiny", "--as", "tiny").status == 0)
    let watching = try course.start([])
    defer { watching.end() }
    let first = try #require(checkpoints(of: course) { !$0.isEmpty })
    try course.write(lab.replacing("learningRate: 0.01", with: "learningRate: 0.02"), to: "labs/01-long.md")
    let both = try #require(checkpoints(of: course) { $0.count > first.count })
    #expect(both.isSuperset(of: first))
    // Back to the first numbers: its checkpoint is still there.
    try course.write(lab, to: "labs/01-long.md")
    #expect(watching.waits(for: "it goes on after step"), "\(watching.said)")
  }

  /// The checkpoints in the store once they are as wanted; nil where that takes more than half a minute.
  private func checkpoints(of course: CourseFixture, _ areThere: (Set<String>) -> Bool) -> Set<String>? {
    for _ in 0..<300 {
      let names = try? FileManager.default.contentsOfDirectory(
        atPath: course.folder.appendingPathComponent(".seglab/runs").path)
      let found = Set((names ?? []).filter { $0.hasSuffix(".checkpoint") })
      if areThere(found) { return found }
      Thread.sleep(forTimeInterval: 0.1)
    }
    return nil
  }

  /// Starts the loop in a terminal.
  private func loop(
    in course: CourseFixture, _ arguments: [String] = [], until words: String = "fill in the holes"
  ) throws -> (terminal: PseudoTerminal, process: Process) {
    let terminal = try #require(PseudoTerminal())
    let (process, _) = try course.process(arguments, language: "en", named: "watched")
    process.environment?["TERM"] = "xterm"
    // No browser of the tester's.
    for name in ["DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"] { process.environment?[name] = nil }
    let side = FileHandle(fileDescriptor: terminal.slave, closeOnDealloc: false)
    (process.standardInput, process.standardOutput, process.standardError) = (side, side, side)
    #expect(terminal.isAsForAShell)
    try process.run()
    #expect(terminal.waits(for: words), "\(terminal.screen)")
    #expect(!terminal.isAsForAShell && terminal.sent.contains("\u{1B}[?1049h"))
    return (terminal, process)
  }

  @Test func `keys are answered, and q gives the terminal back`() throws {
    let course = try course()
    let (terminal, process) = try loop(in: course)
    defer { process.terminate() }
    let shipped = try course.text("labs/01-functions.md")
    terminal.press("h")
    #expect(terminal.waits(for: "Count."), "\(terminal.screen)")
    terminal.press("ㅣ")
    #expect(terminal.waits(for: "seglab run functions"), "\(terminal.screen)")
    terminal.press("s")
    #expect(terminal.waits(for: "is shown when it has passed"), "\(terminal.screen)")
    terminal.press("x")
    #expect(terminal.waits(for: "back to what was shipped?"), "\(terminal.screen)")
    terminal.press("n")
    #expect(terminal.waits(for: "Nothing was changed."), "\(terminal.screen)")
    #expect(try course.text("labs/01-functions.md") == shipped)
    terminal.press("n")
    #expect(terminal.waits(for: "answer the question"), "\(terminal.screen)")
    terminal.press("q")
    process.waitUntilExit()
    #expect(process.terminationStatus == 0 && process.terminationReason == .exit)
    #expect(terminal.isAsForAShell && terminal.sent.hasSuffix("\u{1B}[?1049l"))
  }

  @Test func `the cell that was saved comes first, whatever was passed over`() throws {
    let course = try course()
    let (terminal, process) = try loop(in: course)
    defer { process.terminate() }
    terminal.press("n")
    #expect(terminal.waits { $0.seen.contains("answer the question") }, "\(terminal.seen)")
    try course.write(CourseCommandTests.lab.replacing("  .FIXME", with: "  1 +"), to: "labs/01-functions.md")
    #expect(terminal.waits { $0.seen.contains("mend what Swift does not understand") }, "\(terminal.seen)")
  }

  @Test func `a right answer says why, a lab that passed leads to the next, and the last one to the end`() throws {
    let course = try CourseFixture()
    let lab = """
      ---
      title: First things
      id: one
      dataset: cardiac
      ---
      ```yaml question=count
      ask: How many?
      number: 4
      tolerance: 0
      why: Two and two are four.
      ```
      ```text answer=count
      ?
      ```

      """
    try course.write(lab, to: "labs/01-one.md")
    try course.write(
      lab.replacing("First", with: "Second").replacing("id: one", with: "id: two\nafter: [one]"), to: "labs/02-two.md")
    let page = course.folder.appendingPathComponent("page.html").path
    let (terminal, process) = try loop(
      in: course, ["watch", "--page", page, "--open"], until: "answer the question")
    defer { process.terminate() }
    try course.write(lab.replacing("\n?\n", with: "\n4\n"), to: "labs/01-one.md")
    #expect(terminal.waits { $0.seen.contains("labs/02-two.md. Press n") }, "\(terminal.seen)")
    #expect(terminal.seen.contains("Two and two are four."))
    terminal.press("n")
    #expect(terminal.waits { $0.seen.contains("Second things") && $0.seen.contains("answer the question") })
    // The page that can be handed in, and the copy that follows.
    let isWritten = { (file: String) in (try? course.text(file))?.contains("Second things") == true }
    #expect(terminal.waits { _ in isWritten("page.html") && isWritten(".seglab/live/page.html") })
    #expect(try !course.text("page.html").contains("<script"))
    #expect(try course.text(".seglab/live/page.html").contains("<script nonce="))
    try course.write(
      course.text("labs/02-two.md").replacing("\n?\n", with: "\n4\n"), to: "labs/02-two.md")
    #expect(terminal.waits { $0.seen.contains("Every lab of the course has passed") }, "\(terminal.seen)")
    terminal.press("q")
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(throws: (any Error).self) { try course.text(".seglab/live/version.js") }
  }

  @Test func `the screen is drawn anew for a terminal of another size`() throws {
    let (terminal, process) = try loop(in: course())
    defer { process.terminate() }
    terminal.resize(rows: 12, columns: 50)
    kill(process.processIdentifier, SIGWINCH)
    #expect(terminal.waits { $0.seen.split(separator: "\r\n", omittingEmptySubsequences: false).count == 12 })
    let rows = terminal.seen.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(rows.allSatisfy { String($0).replacing("\r", with: "").columns <= 50 }, "\(rows)")
  }

  @Test(arguments: [SIGTERM, SIGINT, SIGHUP]) func `a signal gives the terminal back, too`(number: Int32) throws {
    let (terminal, process) = try loop(in: course())
    kill(process.processIdentifier, number)
    process.waitUntilExit()
    // Ctrl-C first says what is kept of a training, and ends as shells know it.
    let isEndedByItself = number == SIGINT
    #expect(process.terminationReason == (isEndedByItself ? .exit : .uncaughtSignal))
    #expect(process.terminationStatus == (isEndedByItself ? 128 + number : number))
    #expect(terminal.waits { $0.sent.hasSuffix("\u{1B}[?1049l") })
    #expect(terminal.isAsForAShell)
  }
}

import Checking
import Courses
import Experiments
import Foundation
import Labs
import Messages
import Synchronization
import Testing

@testable import Sessions
@testable import Workbench

/// A judge that comes to no good end: who asked goes on, and gets a report all the same.
@Suite(.serialized) struct JudgeProcessTests {
  private static let lab = """
    ---
    title: A test
    id: test
    dataset: tiny
    ---
    ```swift exercise=network
    let net = 1
    ```
    ```yaml experiment=e
    network: net
    training: {epochs: 1}
    ```
    ```yaml question=why
    ask: Why?
    number: 3
    tolerance: 0
    why: So.
    ```
    ```text answer=why
    3
    ```
    """

  private func lab(_ text: String = lab) throws -> Lab {
    try #require(Lab.parse(text: text, file: "labs/01-test.md").lab)
  }

  private func request(_ text: String = lab, in folder: URL? = nil, threads: Int = 2) -> JudgeRequest {
    let path = (folder ?? FileManager.default.temporaryDirectory).path
    return JudgeRequest(
      .report, lab: JudgeRequest.LabText(file: "labs/01-test.md", text: text, language: .english, original: nil),
      place: JudgeRequest.Place(
        data: path + "/.seglab/data", runs: path + "/.seglab/runs", namedRuns: [], cache: path + "/.seglab/cache",
        policy: .preferred,
        threads: threads, engine: "test"), options: LabJudge.Options())
  }

  /// A judge that is a line of shell.
  private func shell(_ script: String, silentSeconds: Double = 60) -> JudgeProcess {
    JudgeProcess(
      program: "/bin/sh", arguments: ["-c", script], environment: ["PATH": "/usr/bin:/bin"],
      silentSeconds: silentSeconds)
  }

  @Test func `what cells are kept in is what was found here, whatever a request says`() async throws {
    @Sendable func sandbox(_ path: String) -> Sandbox {
      Sandbox(kind: .bubblewrap, path: path, version: nil, landlock: 0, reason: nil)
    }
    var planted = request()
    planted.place.sandbox = sandbox("/planted")
    func ending(_ memory: SandboxMemory?) async throws -> JudgePhrase? {
      let judge = JudgeProcess(
        program: "/bin/sh", arguments: ["-c", "tr , '\\n' | grep -q planted && kill -9 $$; kill -3 $$"],
        environment: ["PATH": "/usr/bin:/bin"], sandbox: memory)
      return try await judge.report(on: lab(), planted, watch: { _ in }).cells.first?.checks.first?.message?.phrase
        as? JudgePhrase
    }
    #expect(try await ending(nil) == .stopped(signal: 3, words: "", training: nil))
    #expect(
      try await ending(SandboxMemory { sandbox("/planted") }) == .stopped(signal: 9, words: "", training: nil))
    #expect(
      try await ending(SandboxMemory { sandbox("/usr/bin/bwrap") }) == .stopped(signal: 3, words: "", training: nil))
  }

  private func expectUnjudged(_ report: LabReport, _ reason: JudgePhrase) {
    #expect(report.verdict == .error && report.cells.map(\.id) == ["network", "e", "why"])
    #expect(report.cells.map(\.verdict) == [.error, .error, .passed] && report.experiments.isEmpty)
    #expect(
      report.cells[0].checks[0].message == Message(reason),
      "\(report.cells[0].checks[0].message?.text(in: .english) ?? "")")
    #expect(report.cells[1].checks[0].message == Message(reason))
  }

  private static let endings: [(script: String, reason: JudgePhrase)] = [
    ("exit 0", .stopped(signal: nil, words: "", training: nil)),
    ("cat > /dev/null", .stopped(signal: nil, words: "", training: nil)),
    ("kill -9 $$", .stopped(signal: 9, words: "", training: nil)),
    ("kill -ILL $$", .stopped(signal: 4, words: "", training: nil)),
    (
      "echo 'Fatal error: no such layer' >&2; kill -TRAP $$",
      .stopped(signal: 5, words: "Fatal error: no such layer", training: nil)
    ),
    ("echo 'cannot work' >&2; exit 3", .stopped(signal: nil, words: "cannot work", training: nil)),
    (
      "printf 'x\\n\\n{}\\n[1]\\nnull\\n{\"report\":{}}\\n{\"report\":{\"_0\":{}}}\\n\\000\\377\\n{\"event\"'",
      .stopped(signal: nil, words: "x", training: nil)
    ),
    ("yes | head -c 20000", .stopped(signal: nil, words: "y", training: nil)),
    (
      "echo '{\"event\":{\"_0\":{\"began\":{\"name\":\"e\",\"number\":2,\"count\":3}}}}'; kill -9 $$",
      .stopped(signal: 9, words: "", training: "e 2/3")
    ),
  ]

  @Test(arguments: endings) func `whatever becomes of a judge, there is a report`(script: String, reason: JudgePhrase)
    async throws
  {
    expectUnjudged(try await shell(script).report(on: lab(), request()) { _ in }, reason)
    await #expect(throws: JudgeRejection.self) { try await shell(script).summary(request()) }
    await #expect(throws: JudgeRejection.self) { try await shell(script).descriptions(request()) }
  }

  @Test func `a judge that is silent is ended, with all that it started`() async throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("seglab-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    let start = ContinuousClock.now
    let report = try await shell("sleep 300 & echo $! > \(file.path); wait", silentSeconds: 1).report(
      on: lab(), request()
    ) { _ in }
    expectUnjudged(report, .silent(seconds: 1, training: nil))
    #expect(ContinuousClock.now - start < .seconds(15))
    let sleeper = try #require(
      Int32(String(contentsOf: file, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)))
    // The system takes a moment to end what was killed.
    for _ in 0..<200 where !Processes.hasEnded(sleeper) { try await Task.sleep(for: .milliseconds(50)) }
    #expect(Processes.hasEnded(sleeper))
    // Any sign of life will do.
    let slow = try await shell("for i in 1 2 3 4; do echo $i; sleep 0.6; done", silentSeconds: 2).report(
      on: lab(), request()
    ) { _ in }
    expectUnjudged(slow, .stopped(signal: nil, words: "1", training: nil))
  }

  @Test func `a program that is not there is a refusal`() async throws {
    await #expect(throws: JudgeRejection.self) {
      try await JudgeProcess(program: "/nowhere", arguments: [], environment: [:]).report(on: lab(), request()) { _ in }
    }
  }

  @Test(arguments: ["", "{}", "[]", "null", "{\"lab\":3}", "\u{0}", String(repeating: "[", count: 100_000)])
  func `what is no request is answered by nothing`(text: String) async throws {
    let pipe = Pipe()
    let isRequest = await JudgeWorker(output: pipe.fileHandleForWriting).answer(Data(text.utf8))
    try pipe.fileHandleForWriting.close()
    #expect(!isRequest)
    #expect(try pipe.fileHandleForReading.readToEnd() ?? Data() == Data())
  }

  @Test func `the largest request is taken`() throws {
    // Nothing takes more room in JSON than a control character: a hundredth of what a lab may be, to be quick.
    let share = 100
    let text = String(repeating: "\u{1}", count: CourseFolder.mostLabBytes / share)
    let place = request().place
    let largest = JudgeRequest(
      .report,
      lab: JudgeRequest.LabText(
        file: "labs/01-test.md", text: text + text, language: .english, original: text, shipped: text),
      place: place, options: LabJudge.Options())
    #expect(try JSONEncoder.ofReports.encode(largest).count <= JudgeWorker.requestLimit / share)
  }

  // MARK: The real judge

  private func course() throws -> CourseFixture {
    let course = try CourseFixture()
    try TinySet.write(to: course.folder.appendingPathComponent("tiny"))
    let imported = try course.seglab("data", "import", "tiny", "--as", "tiny")
    #expect(imported.status == 0, "\(imported.errors)")
    return course
  }

  /// A sweep of three trainings that take some seconds each.
  private static let sweep: String = {
    let lab = InterruptionTests.lab
    guard let start = lab.range(of: "let training ="),
      let end = lab.range(of: "```", range: start.lowerBound..<lab.endIndex)
    else { return lab }
    let all = "Training(epochs: 300, batchSize: 4, optimizer: .momentum(0.9))"
    return lab.replacingCharacters(
      in: start.lowerBound..<end.lowerBound,
      with: "let training = Sweep(learningRates: [0.01, 0.02, 0.03], of: \(all))\n")
  }()

  /// With one thread the second training is called off, with two the first two at a time.
  @Test(arguments: [1, 2])
  func `a sweep that is called off ends its judge, and goes on to the same weights`(_ threads: Int) async throws {
    #expect(Self.sweep.contains("Sweep("))
    let judge = JudgeProcess(program: CourseFixture.program.path)
    let whole = try course()
    let undisturbed = try await judge.report(on: lab(Self.sweep), request(Self.sweep, in: whole.folder)) { _ in }
    let expected = try #require(undisturbed.experiments.first, "\(undisturbed.cells)")
    #expect(expected.sweep.count == 3)

    let course = try course()
    let request = request(Self.sweep, in: course.folder, threads: threads)
    let lab = try lab(Self.sweep)
    let isInSecond = Mutex(false)
    let folder = course.folder
    let runs = course.folder.appendingPathComponent(".seglab/runs").path
    @Sendable func names() -> [String] { (try? FileManager.default.contentsOfDirectory(atPath: runs)) ?? [] }
    let child = Mutex<pid_t?>(nil)
    let task = Mutex<Task<LabReport, any Error>?>(nil)
    let running = Task {
      try await judge.report(on: lab, request) { event in
        switch event {
        case .began(_, let number, _): isInSecond.withLock { $0 = number == 2 }
        case .step
        where (threads == 2 || isInSecond.withLock { $0 })
          && names().count { $0.hasSuffix(".checkpoint") } == threads:
          // Called off from here, where the second training cannot come to its end unseen.
          // Tests beside this one have judges, too.
          let own = Processes.children(of: getpid(), running: "judge")
            .first { Processes.works($0, in: folder) }
          child.withLock { $0 = $0 ?? own }
          task.withLock { $0?.cancel() }
        default: break
        }
      }
    }
    task.withLock { $0 = running }
    await #expect(throws: JudgeRejection.cancelled) { try await running.value }
    #expect(Processes.hasEnded(try #require(child.withLock { $0 })))
    #expect(
      names().count { $0.hasSuffix(".checkpoint") } == threads
        && names().count { $0.utf8.count == 64 && !$0.contains(".") } == 2 - threads, "\(names())")

    let notes = Mutex<[String]>([])
    let resumed = try await judge.report(on: lab, request) { event in
      if case .note(let message) = event { notes.withLock { $0.append(message.id) } }
    }
    #expect(notes.withLock { $0 } == Array(repeating: "checkpoint.resumed", count: threads))
    let found = try #require(resumed.experiments.first)
    #expect(found.weightsDigest == expected.weightsDigest && found.sweep.map(\.run) == expected.sweep.map(\.run))
    #expect(
      found.sweep.map(\.metrics) == expected.sweep.map(\.metrics)
        && found.sweep.map(\.isBest) == expected.sweep.map(\.isBest))
    #expect(!names().contains { $0.hasSuffix(".checkpoint") })
  }

  /// Waits until a training was written to the disk, and gives its judge.
  private func judge(of parent: Int32, in course: CourseFixture) -> Int32? {
    let runs = course.folder.appendingPathComponent(".seglab/runs").path
    for _ in 0..<1200 {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: runs)) ?? []
      if names.contains(where: { $0.hasSuffix(".checkpoint") }),
        let child = Processes.children(of: parent, running: "judge").first
      {
        return child
      }
      usleep(50_000)
    }
    return nil
  }

  private struct Report: Decodable {
    struct Check: Decodable {
      let name, verdict, message: String
    }
    struct Cell: Decodable {
      let id, verdict: String
      let checks: [Check]
    }
    let lab, verdict: String
    let cells: [Cell]
  }

  private func endless(_ course: CourseFixture) throws {
    let text = InterruptionTests.lab.replacing("epochs: 600", with: "epochs: 10000")
    #expect(text != InterruptionTests.lab)
    try course.write(text, to: "labs/01-long.md")
  }

  @Test func `a judge that is killed while it trains costs its lab's report alone`() throws {
    let course = try course()
    try endless(course)
    let (process, files) = try course.process(["run", "1", "--json"], language: "en", named: "killed")
    try process.run()
    defer { if process.isRunning { process.terminate() } }
    let child = try #require(judge(of: process.processIdentifier, in: course))
    kill(child, SIGKILL)
    process.waitUntilExit()
    #expect(process.terminationStatus == 70)
    let report = try JSONDecoder().decode(Report.self, from: Data(contentsOf: files[0]))
    #expect(report.lab == "long" && report.verdict == "error")
    #expect(report.cells.map(\.id) == ["network", "long"] && report.cells.map(\.verdict) == ["error", "error"])
    #expect(
      report.cells[1].checks[0].message.contains("SIGKILL") && report.cells[1].checks[0].message.contains("“long”"))
    #expect(Processes.children(of: process.processIdentifier, running: "judge").isEmpty)
  }

  @Test func `the other labs of a course are judged all the same`() throws {
    let course = try course()
    try endless(course)
    try course.write(CommandTests.smallLab, to: "labs/02-small.md")
    let (process, files) = try course.process(["check-all", "--json"], language: "en", named: "all")
    try process.run()
    defer { if process.isRunning { process.terminate() } }
    let child = try #require(judge(of: process.processIdentifier, in: course))
    kill(child, SIGSEGV)
    process.waitUntilExit()
    #expect(process.terminationStatus == 70)
    let reports = try JSONDecoder().decode([String: [Report]].self, from: Data(contentsOf: files[0]))
    #expect(reports["labs"]?.map(\.verdict) == ["error", "passed"])
    #expect(reports["labs"]?[0].cells.last?.checks.first?.message.contains("SIGSEGV") == true)
  }

  @Test func `a judge ends with who asked`() throws {
    let course = try course()
    try endless(course)
    let (process, _) = try course.process(["run", "1", "--json"], language: "en", named: "orphan")
    try process.run()
    let child = try #require(judge(of: process.processIdentifier, in: course))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    for _ in 0..<200 where !Processes.hasEnded(child) { usleep(50_000) }
    #expect(Processes.hasEnded(child))
  }

  @Test func `a translation is no change of the lab, and a changed lab is told of`() throws {
    let course = try CourseFixture()
    try course.write(CourseCommandTests.lab, to: "labs/01-functions.md")
    try course.write(CourseCommandTests.lab, to: ".seglab/originals/01-functions.md")
    try course.write(CourseCommandTests.korean, to: "labs/01-functions.ko.md")
    struct Changes: Decodable {
      struct Said: Decodable { let text: String }
      let changes: [Said]
    }
    func changes(_ language: String) throws -> [String] {
      let result = try course.seglab("run", "1", "--json", language: language)
      return try JSONDecoder().decode(Changes.self, from: Data(result.output.utf8)).changes.map(\.text)
    }
    for language in ["en", "ko"] { #expect(try changes(language).isEmpty) }
    try course.write(
      CourseCommandTests.lab.replacing("title: Functions", with: "title: Mine"), to: "labs/01-functions.md")
    for language in ["en", "ko"] { #expect(try changes(language).count == 1) }
  }

  @Test func `a translation's file is an answer to which lab is meant`() throws {
    let course = try CourseFixture()
    try course.write(CourseCommandTests.lab, to: "labs/01-functions.md")
    try course.write(CourseCommandTests.korean, to: "labs/01-functions.ko.md")
    let meant = try course.seglab("run", "1", language: "ko")
    for name in ["labs/01-functions.ko.md", "01-functions.ko.md"] {
      let said = try course.seglab("run", name, language: "ko")
      #expect(said.status == 1 && said.output == meant.output, "\(said.errors)")
    }
  }

  @Test func `a lab that is changed with the course's copy of it is told of all the same`() throws {
    let course = try CourseFixture()
    _ = try course.seglab("init")
    let name = "01-fully-connected.md"
    let text = try course.text("labs/\(name)") + "\nMine.\n"
    for place in ["labs", ".seglab/originals"] { try course.write(text, to: "\(place)/\(name)") }
    let result = try course.seglab("run", "1", "--json")
    struct Changes: Decodable {
      struct Said: Decodable { let text: String }
      let changes: [Said]
    }
    let changes = try JSONDecoder().decode(Changes.self, from: Data(result.output.utf8)).changes.map(\.text)
    #expect(changes.contains { $0.contains("seglab update") }, "\(changes)")
  }

  @Test func `what somebody wrote moves no cursor`() throws {
    let course = try CourseFixture()
    let lab = CourseCommandTests.lab.replacing("title: Functions", with: #"title: "a\e[2Jb\u202Ec""#)
    try course.write(lab, to: "labs/01-functions.md")
    for arguments in [["run", "1"], ["run", "1", "--json"], ["list"], ["check-all"], ["check-all", "--json"]] {
      let result = try course.run(arguments, language: "en")
      let said = result.output + result.errors
      #expect(!said.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" }, "\(arguments) \(said)")
      #expect(!said.isEmpty)
    }
  }
}

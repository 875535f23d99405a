import Checking
import Courses
import Datasets
import Digests
import Foundation
import Labs
import Sessions
import Synchronization
import Testing
import Work

@testable import Grading

/// A class that is judged by workers through a store: it gets, to the byte, the grades of one that is judged here.
struct SharedGradingTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("shared-\(UUID().uuidString)")
  private let key: SealKey
  private let judge: JudgeProcess

  init() {
    var environment = ProcessInfo.processInfo.environment
    environment["XDG_STATE_HOME"] = folder.path
    key = SealKey.load(environment: environment).key
    judge = JudgeProcess(
      program: HostileTests.program, arguments: ["judge"], environment: environment, silentSeconds: 120)
  }

  /// A course of its own, so that nothing is found that another trained, and what a class handed in.
  private func course(_ name: String, cells: [String: String], epochs: Int) throws -> CourseFolder {
    let course = CourseFolder(root: folder.appendingPathComponent(name))
    try DataStore(folder: course.data.path).save(CardiacPhantom(count: 12, size: 32).make(as: "hearts"), as: "hearts")
    let submissions = folder.appendingPathComponent("class")
    try FileManager.default.createDirectory(at: submissions, withIntermediateDirectories: true)
    for (name, cell) in cells {
      let text = ClassLab.text(epochs: epochs).replacing("let net = .FIXME", with: cell)
      try Data(text.utf8).write(to: submissions.appendingPathComponent(name + ".md"))
    }
    return course
  }

  private func grade(
    in course: CourseFolder, into book: GradeBook, epochs: Int, through store: WorkStore? = nil,
    _ missing: Grader.Settings.Missing = .judged
  ) async throws -> Grader.Outcome {
    let lab = try #require(Lab.parse(text: ClassLab.text(epochs: epochs), file: "lab.md").lab)
    var settings = Grader.Settings(options: LabJudge.Options(), cores: 2, engine: "test")
    (settings.store, settings.missing) = (store, missing)
    return try await Grader(GradedLab(lab, in: course), in: course, process: judge, settings: settings)
      .grade(folder.appendingPathComponent("class").path, into: book)
  }

  private func book(_ name: String) throws -> GradeBook {
    try GradeBook(in: folder.appendingPathComponent(name), makes: true, writes: true)
  }

  private func export(_ book: GradeBook) throws -> String {
    let (lab, entries) = (try book.lab("a-lab"), try book.entries(of: "a-lab"))
    let evidence = try entries.map { entry in
      try entry.evidence.flatMap { try book.assessment($0) }.map(\.report.experiments).map(\.count) ?? 0
    }
    return try GradesCSV(lab, entries).text + GradesJSON(lab, entries).text + "\(evidence)"
  }

  private func weights(_ student: String, in book: GradeBook) throws -> String? {
    let evidence = try book.entry(student, lab: "a-lab").evidence
    return try evidence.flatMap { try book.assessment($0) }?.report.experiments.first?.weightsDigest
  }

  private func worker(
    _ store: WorkStore, jobs: Int = 1, event: @escaping @Sendable (ItemWorker.Event) -> Void = { _ in }
  ) throws -> ItemWorker {
    try ItemWorker(store, process: judge, choice: .all(stays: true), jobs: jobs, threads: 2, event: event)
  }

  @Test(.timeLimit(.minutes(10))) func `workers come to the grades of one machine`() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let cells = [
      "quentin": ClassLab.network, "ben": ClassLab.network.replacing("\"score\"", with: "\"s\""),
      "eve": ClassLab.network.replacing("3, 3", with: "5, 5"), "kim": "let net = .FIXME", "lee": "let net = Network(",
    ]
    let (here, there) = (
      try course("here", cells: cells, epochs: 2), try course("there", cells: cells, epochs: 2)
    )
    let (direct, shared) = (try book("direct"), try book("shared"))
    #expect(try await grade(in: here, into: direct, epochs: 2).judged == 5)
    let store = try WorkStore(folder.appendingPathComponent("work"), makes: .init(patience: 2), key: key)
    var (rounds, trained) = (0, 0)
    while rounds < 10 {
      let outcome = try await grade(in: there, into: shared, epochs: 2, through: store, .handedIn)
      if outcome.open == 0 { break }
      #expect(outcome.handedIn == outcome.open)
      // Asked once more before anything was done, there is nothing new.
      let again = try await grade(in: there, into: shared, epochs: 2, through: store, .handedIn)
      #expect(again.handedIn == 0 && again.open == outcome.open)
      // No grade is told before all are known.
      #expect(try shared.entries(of: "a-lab").allSatisfy { $0.grade == nil })
      let kinds = Mutex<[String]>([])
      let done = try await worker(store, jobs: 2) {
        if case .began(_, let kind, _) = $0 { kinds.withLock { $0.append(kind) } }
      }.run()
      #expect(done.done == outcome.open && !done.isUnfinished)
      trained += kinds.withLock { $0.count { $0 == "train" } }
      rounds += 1
    }
    #expect(rounds == 3)
    // Two ask for one training, a third network costs too much to be trained: one training.
    #expect(trained == 1)
    #expect(try export(direct) == export(shared))
    #expect(
      try weights("quentin", in: shared) == weights("quentin", in: direct) && weights("quentin", in: direct) != nil)
    // Nothing says whose work it is.
    let files = FileManager.default.enumerator(at: URL(fileURLWithPath: store.path), includingPropertiesForKeys: nil)
    for case let file as URL in try #require(files) {
      guard let bytes = try? Data(contentsOf: file) else { continue }
      for name in ["quentin", "grades.sqlite"] { #expect(bytes.range(of: Data(name.utf8)) == nil, "\(file.path)") }
    }
  }

  @Test(.timeLimit(.minutes(10))) func `an unfinished training is gone on with by the next worker`() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let epochs = 4000
    let cells = ["quentin": ClassLab.network]
    let (here, there) = (
      try course("here", cells: cells, epochs: epochs), try course("there", cells: cells, epochs: epochs)
    )
    let (direct, shared) = (try book("direct"), try book("shared"))
    _ = try await grade(in: here, into: direct, epochs: epochs)
    let store = try WorkStore(folder.appendingPathComponent("work"), makes: .init(), key: key)
    _ = try await grade(in: there, into: shared, epochs: epochs, through: store, .handedIn)
    _ = try await worker(store).run()
    #expect(try await grade(in: there, into: shared, epochs: epochs, through: store, .handedIn).handedIn == 1)
    let given = Mutex(0)
    let stopped = try worker(store) { event in
      if case .givenBack = event { given.withLock { $0 += 1 } }
    }
    let running = Task { try await stopped.run() }
    func checkpoints() -> [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: there.runs.path)) ?? []).filter {
        $0.hasSuffix(".checkpoint")
      }
    }
    for _ in 0..<600 where checkpoints().isEmpty { try await Task.sleep(for: .milliseconds(50)) }
    stopped.stop()
    let outcome = try await running.value
    #expect(outcome.isUnfinished && outcome.done == 0 && given.withLock(\.self) == 1)
    #expect(checkpoints().count == 1)
    let open = try store.openNumbers()
    let id = try store.entries()[#require(open.first)].id
    #expect(open.count == 1 && store.lease(of: id)?.isReleased == true)
    let taken = Mutex(0)
    let next = try await worker(store) { event in
      if case .began(_, "train", let epoch) = event { taken.withLock { $0 = epoch } }
    }.run()
    #expect(next.done == 1 && taken.withLock(\.self) == 2)
    _ = try await grade(in: there, into: shared, epochs: epochs, through: store, .handedIn)
    _ = try await worker(store).run()
    #expect(try await grade(in: there, into: shared, epochs: epochs, through: store, .handedIn).open == 0)
    #expect(try export(direct) == export(shared))
    #expect(
      try weights("quentin", in: shared) == weights("quentin", in: direct) && weights("quentin", in: direct) != nil)
  }

  @Test(.timeLimit(.minutes(10))) func `what is damaged or cannot be done here is named, and done again`() async throws
  {
    defer { try? FileManager.default.removeItem(at: folder) }
    let course = try course("there", cells: ["kim": "let net = .FIXME"], epochs: 2)
    let shared = try book("shared")
    let store = try WorkStore(folder.appendingPathComponent("work"), makes: .init(patience: 2), key: key)
    _ = try await grade(in: course, into: shared, epochs: 2, through: store, .handedIn)
    let id = try #require(try store.entries().first).id
    let common = folder.appendingPathComponent("work/common")
    // The item; what it has in common with others: lost, damaged. Each time handing in writes what is missing anew.
    let harms = [
      { try Data("x".utf8).write(to: folder.appendingPathComponent("work/items/\(id.prefix(2))/\(id)")) },
      { try FileManager.default.removeItem(at: common) },
      {
        for name in try FileManager.default.contentsOfDirectory(atPath: common.path) {
          try Data("x".utf8).write(to: common.appendingPathComponent(name))
        }
      },
    ]
    for harm in harms {
      try harm()
      let unread = Mutex(0)
      let damaged = try await ItemWorker(
        store, process: judge, choice: .all(stays: false), jobs: 1, threads: 1,
        event: { if case .unreadable = $0 { unread.withLock { $0 += 1 } } }
      ).run()
      #expect(damaged.isUnfinished && unread.withLock(\.self) == 1)
      #expect(try store.states().map(\.standing) == [.unreadable])
      let again = try await grade(in: course, into: shared, epochs: 2, through: store, .handedIn)
      #expect(again.handedIn == 1 && again.open == 1)
    }
    // A machine that lacks the course's disk says so, and takes nothing away from others.
    let hidden = folder.appendingPathComponent("hidden")
    try FileManager.default.moveItem(at: course.root, to: hidden)
    let begun = Mutex(0)
    await #expect(throws: ItemWorker.Problem.self) {
      try await worker(store) { if case .began = $0 { begun.withLock { $0 += 1 } } }.run()
    }
    #expect(begun.withLock(\.self) == 0)
    try FileManager.default.moveItem(at: hidden, to: course.root)
    #expect(try await worker(store).run().done == 1)
    #expect(try await grade(in: course, into: shared, epochs: 2, through: store, .left).open == 0)
    #expect(try shared.entry("kim", lab: "a-lab").grade?.points == 0)
  }
}

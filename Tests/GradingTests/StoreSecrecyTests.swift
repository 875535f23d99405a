import Checking
import Courses
import Datasets
import Digests
import Foundation
import Labs
import Sessions
import Testing
import Work

@testable import Grading

/// A cell that knows where the store lies finds nothing of it, of the key that seals it, nor of what others handed in.
struct StoreSecrecyTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("secret-\(UUID().uuidString)")

  /// Looks for paths by all means that a program has, prints what it finds, and answers the exercise.
  private static func spy(on paths: [String]) -> String {
    let list = paths.map { "\"\($0)\"" }.joined(separator: ", ")
    // A regular expression hides the word from whoever looks for it, as a learner would who is after it.
    return """
      _ = (/"/); import Glibc; _ = (/"/)
      \(ClassLab.network)
      for path in [\(list)] {
        var facts = stat()
        var target = [CChar](repeating: 0, count: 99)
        let found = [
          opendir(path) == nil, fopen(path, "r") == nil, fopen(path, "r+") == nil, stat(path, &facts) != 0,
          access(path, F_OK) != 0, readlink(path, &target, 98) < 0, link(path, "/tmp/seglab-stolen") != 0,
          symlink(path, "/tmp/seglab-stolen") != 0 || fopen("/tmp/seglab-stolen", "r") == nil,
          fopen("/proc/self/root" + path, "r") == nil, fopen("/proc/\\(getppid())/root" + path, "r") == nil,
        ]
        print("looked", found.filter { !$0 }.count)
      }
      """
  }

  @Test(.timeLimit(.minutes(10))) func `a cell that is told where the store lies reads nothing of it`() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    var environment = ProcessInfo.processInfo.environment
    environment["XDG_STATE_HOME"] = folder.path
    let key = SealKey.load(environment: environment).key
    let judge = JudgeProcess(
      program: HostileTests.program, arguments: ["judge"], environment: environment, silentSeconds: 120)
    let course = CourseFolder(root: folder.appendingPathComponent("course"))
    try DataStore(folder: course.data.path).save(CardiacPhantom(count: 12, size: 32).make(as: "hearts"), as: "hearts")
    let store = try WorkStore(folder.appendingPathComponent("work"), makes: .init(patience: 2), key: key)
    let submissions = folder.appendingPathComponent("class")
    try FileManager.default.createDirectory(at: submissions, withIntermediateDirectories: true)
    let paths = [
      store.path, store.path + "/store.json", store.path + "/items", store.path + "/leases",
      store.path + "/order/0000000000",
      folder.path + "/seglab/seal.key", submissions.path, submissions.path + "/kim.md",
      folder.path + "/book/grades.sqlite",
    ]
    for (name, cell) in ["kim": ClassLab.network, "spy": Self.spy(on: paths + ["/"])] {
      let text = ClassLab.text(epochs: 1).replacing("let net = .FIXME", with: cell)
      try Data(text.utf8).write(to: submissions.appendingPathComponent(name + ".md"))
    }
    let lab = try GradedLab(try #require(Lab.parse(text: ClassLab.text(epochs: 1), file: "lab.md").lab), in: course)
    let book = try GradeBook(in: folder.appendingPathComponent("book"), makes: true, writes: true)
    var settings = Grader.Settings(options: LabJudge.Options(), cores: 2, engine: "test")
    (settings.store, settings.missing) = (store, .handedIn)
    var open = 1
    for _ in 0..<5 where open > 0 {
      open = try await Grader(lab, in: course, process: judge, settings: settings).grade(submissions.path, into: book)
        .open
      guard open > 0 else { break }
      for path in paths {
        #expect(FileManager.default.fileExists(atPath: path) || path.hasSuffix("/leases"), "\(path)")
      }
      _ = try await ItemWorker(
        store, process: judge, choice: .all(stays: true), jobs: 1, threads: 2, event: { _ in }
      ).run()
    }
    #expect(open == 0)
    let entry = try book.entry("spy", lab: "a-lab")
    let found = try #require(try entry.evidence.flatMap { try book.assessment($0) })
    // What a sandbox has shows that it looked at all.
    let looked = found.report.printed.split(separator: "\n")
    #expect(looked.count == paths.count + 1 && looked.last != "looked 0", "\(looked)")
    #expect(looked.dropLast().allSatisfy { $0 == "looked 0" }, "\(looked)")
    // It is judged as everybody is.
    let other = try book.entry("kim", lab: "a-lab")
    #expect(!found.report.hasErrors && entry.grade != nil && entry.grade?.points == other.grade?.points)
  }
}

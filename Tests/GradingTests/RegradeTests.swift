import Checking
import Courses
import Datasets
import Foundation
import Labs
import Sessions
import Testing

@testable import Grading

/// A class that is graded again after a threshold changed, and what experiments of given cells alone are worth.
struct RegradeTests {
  private static let text =
    ClassLab.text(epochs: 2) + """


      ```swift given
      let ready = Network("ready") {
        Input(shape: [32, 32, 1])
        Conv2D("score", filter: [1, 1, 1, 2])
      }
      ```

      ```yaml experiment=given
      network: ready
      training: {epochs: 1, batch_size: 4, learning_rate: 0.01}
      ```

      ```yaml check=given
      - accuracy: ">= 0"
      ```
      """

  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("again-\(UUID().uuidString)")

  private func grade(_ lab: String, in book: GradeBook) async throws -> Grader.Outcome {
    let course = CourseFolder(root: folder)
    let graded = try GradedLab(try #require(Lab.parse(text: lab, file: "lab.md").lab), in: course)
    let settings = Grader.Settings(options: LabJudge.Options(), cores: 2, engine: "test")
    var environment = ProcessInfo.processInfo.environment
    environment["XDG_STATE_HOME"] = folder.path
    let judge = JudgeProcess(
      program: HostileTests.program, arguments: ["judge"], environment: environment, silentSeconds: 120)
    return try await Grader(graded, in: course, process: judge, settings: settings)
      .grade(folder.appendingPathComponent("class").path, into: book)
  }

  private func book(_ name: String) throws -> GradeBook {
    try GradeBook(in: folder.appendingPathComponent(name), makes: true, writes: true)
  }

  private func text(_ key: String, in book: GradeBook) throws -> (assessment: String, grade: String, points: Double?) {
    let entry = try book.entry(key, lab: "a-lab")
    let assessment = try #require(try entry.evidence.flatMap { try book.assessment($0) })
    let grade = try #require(entry.proposed?.grade ?? entry.grade)
    return (try BookCoding.text(assessment), try BookCoding.text(grade), grade.points)
  }

  @Test(.timeLimit(.minutes(10))) func `a threshold judges what is measured, and nothing is measured again`()
    async throws
  {
    defer { try? FileManager.default.removeItem(at: folder) }
    let course = CourseFolder(root: folder)
    try DataStore(folder: course.data.path).save(CardiacPhantom(count: 12, size: 32).make(as: "hearts"), as: "hearts")
    let submissions = folder.appendingPathComponent("class")
    try FileManager.default.createDirectory(at: submissions, withIntermediateDirectories: true)
    let cells = [
      "right": ClassLab.network, "wrong": ClassLab.network.replacing("3, 3", with: "5, 5"), "empty": "let net = .FIXME",
      "broken": "let net = Network(",
    ]
    let strict = Self.text.replacing("dice: \">= 0\"", with: "dice: \">= 1\"")
    for (name, cell) in cells {
      let text = strict.replacing("let net = .FIXME", with: cell)
      try Data(text.utf8).write(to: submissions.appendingPathComponent(name + ".md"))
    }
    let (book, other) = (try book("book"), try book("other"))
    #expect(try await grade(Self.text, in: book).judged == 4)
    for (name, points) in [("right", 3.0), ("wrong", 0), ("empty", 0), ("broken", 0)] {
      #expect(try self.text(name, in: book).points == points, "\(name)")
    }
    let again = try await grade(strict, in: book)
    #expect(again.judged == 0 && again.again == 4)
    #expect(try await grade(strict, in: other).judged == 4)
    for name in cells.keys {
      let (now, whole) = (try self.text(name, in: book), try self.text(name, in: other))
      #expect(now.grade == whole.grade && now.assessment == whole.assessment, "\(name)")
    }
    #expect(try self.text("right", in: book).points == 2)
    // What is measured differs: everybody is judged.
    let longer = strict.replacing("epochs: 1", with: "epochs: 2")
    #expect(try await grade(longer, in: book).judged == 4)
  }
}

import Courses
import Foundation
import Labs
import Messages
import Pages
import Sessions
import Testing

@testable import Checking
@testable import Grading

/// A book with a lab of two questions, and learners who answered some of them right.
struct TestBook {
  static let text = """
    ---
    title: A lab
    id: a-lab
    dataset: cardiac
    ---

    ```yaml question=q
    ask: "?"
    number: 5
    tolerance: 0
    why: so
    ```

    ```text answer=q
    ?
    ```

    ```yaml question=r
    ask: "?"
    number: 5
    tolerance: 0
    why: so
    ```

    ```text answer=r
    ?
    ```
    """

  let folder: URL
  let book: GradeBook
  let lab: Lab

  init(policy: LatePolicy? = nil) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("book-\(UUID().uuidString)")
    lab = try #require(Lab.parse(text: Self.text, file: "lab.md").lab)
    book = try GradeBook(in: folder, makes: true, writes: true)
    _ = try book.enter(GradedLab(lab, in: .init(root: folder)), policy)
  }

  func hand(in key: String, name: String, right: Int, time: Date? = nil) throws {
    let checks = [0, 1].map { number in
      CellReport(
        ["q", "r"][number], .question,
        checks: [CheckResult(.answer, number < right ? .passed : .notYet, line: 1)])
    }
    let report = LabReport(lab: "a-lab", cells: checks, experiments: [], diagnostics: [], printed: "")
    let evidence = "evidence-\(key)-\(right)"
    let assessment = Assessment(report: report, text: Self.text, language: .english)
    try book.keep(
      [GradeBook.Evidence(key: evidence, basis: "", assessment: assessment, seconds: 1)], lab: "a-lab", engine: "test")
    let handIn = HandIn(
      student: Student(key: key, name: name), file: key + ".md", text: "\(right)", time: time, isLate: false,
      remarks: [])
    try book.enter([(handIn, evidence)], lab: "a-lab")
  }

  func points(_ key: String) throws -> Double? { try book.entry(key, lab: "a-lab").grade?.points }
}

struct BookTests {
  @Test func aDecisionOnOneLearnerLeavesTheOthersAsTheyWere() throws {
    let test = try TestBook()
    defer { try? FileManager.default.removeItem(at: test.folder) }
    for key in ["kim", "lee"] { try test.hand(in: key, name: key, right: 1) }
    try test.book.workOutGrades(of: "a-lab", engine: "1")
    for key in ["kim", "lee"] { try test.hand(in: key, name: key, right: 2) }
    try test.book.decide(.override, "kim", lab: "a-lab", value: 7, reason: "why not")
    try test.book.applyDecision(on: "kim", lab: "a-lab", engine: "1")
    #expect(try test.points("kim") == 7)
    #expect(try test.book.entry("kim", lab: "a-lab").proposed != nil)
    // Nothing of anybody else's was worked out.
    let lee = try test.book.entry("lee", lab: "a-lab")
    #expect(lee.grade?.points == 1 && lee.proposed == nil && lee.official.count == 1)
  }

  @Test func aRegradeIsPutForwardAndNotOfficial() throws {
    let test = try TestBook()
    defer { try? FileManager.default.removeItem(at: test.folder) }
    try test.hand(in: "kim", name: "Kim", right: 1)
    try test.book.workOutGrades(of: "a-lab", engine: "1")
    #expect(try test.points("kim") == 1)
    try test.hand(in: "kim", name: "Kim", right: 2)
    try test.book.workOutGrades(of: "a-lab", engine: "1")
    var entry = try test.book.entry("kim", lab: "a-lab")
    #expect(entry.grade?.points == 1)
    #expect(entry.proposed?.grade.points == 2)
    #expect(entry.proposed?.why == .submission)
    #expect(entry.changes == [GradeChange(what: "r", old: 0, new: 1, of: 1)])
    // Twice the same leaves one.
    try test.book.workOutGrades(of: "a-lab", engine: "1")
    #expect(try test.book.applyProposed(lab: "a-lab") == 1)
    entry = try test.book.entry("kim", lab: "a-lab")
    #expect(entry.grade?.points == 2)
    #expect(entry.proposed == nil)
    #expect(entry.official.map(\.grade.points) == [1, 2])
    #expect(try test.book.assessment(try #require(entry.official[0].evidence)) != nil)
  }

  @Test func whatAPersonDecidesIsOfficialAtOnceAndTheRestIsNot() throws {
    let test = try TestBook()
    defer { try? FileManager.default.removeItem(at: test.folder) }
    try test.hand(in: "kim", name: "Kim", right: 1)
    try test.book.workOutGrades(of: "a-lab", engine: "1")
    try test.hand(in: "kim", name: "Kim", right: 0)
    try test.book.workOutGrades(of: "a-lab", engine: "1")
    try test.book.mark("kim", lab: "a-lab", item: "r", points: 0.5, words: "half; '); DROP TABLE grade; --")
    try test.book.applyDecision(on: "kim", lab: "a-lab", engine: "1")
    var entry = try test.book.entry("kim", lab: "a-lab")
    #expect(entry.grade?.points == 1.5)
    #expect(entry.proposed?.grade.points == 0.5)
    #expect(entry.official.last?.why == .person)
    try test.book.decide(.override, "kim", lab: "a-lab", value: 2, reason: "oral")
    try test.book.applyDecision(on: "kim", lab: "a-lab", engine: "1")
    #expect(try test.points("kim") == 2)
    try test.book.decide(.override, "kim", lab: "a-lab", value: nil, reason: "again")
    try test.book.mark("kim", lab: "a-lab", item: "r", points: nil, words: "")
    try test.book.applyDecision(on: "kim", lab: "a-lab", engine: "1")
    entry = try test.book.entry("kim", lab: "a-lab")
    #expect(entry.grade?.points == 1)
    #expect(entry.official.count == 4)
  }

  @Test func beingLateCostsAndExtensionsHelp() throws {
    let due = Date(timeIntervalSince1970: 1_000_000)
    let test = try TestBook(policy: LatePolicy(due: due, graceMinutes: 5, percentPerDay: 25, mostPercent: 100))
    defer { try? FileManager.default.removeItem(at: test.folder) }
    try test.hand(in: "kim", name: "Kim", right: 2, time: due.addingTimeInterval(3600))
    try test.book.workOutGrades(of: "a-lab", engine: "1")
    #expect(try test.points("kim") == 1.5)
    try test.book.decide(.extension, "kim", lab: "a-lab", value: 1, reason: "ill")
    try test.book.applyDecision(on: "kim", lab: "a-lab", engine: "1")
    #expect(try test.points("kim") == 2)
  }

  @Test func learnersOnTheListWithoutAFileAreThere() throws {
    let test = try TestBook()
    defer { try? FileManager.default.removeItem(at: test.folder) }
    try test.book.enter([
      RosterEntry(student: Student(key: "lee", name: "이영희"), login: "lee@x.kr", language: .korean)
    ])
    try test.book.workOutGrades(of: "a-lab", engine: "1")
    let entry = try test.book.entry("lee@x.kr", lab: "a-lab")
    #expect(entry.grade?.points == 0)
    #expect(entry.state == .missing)
    #expect(throws: GradingProblem.self) { try test.book.entry("nobody", lab: "a-lab") }
  }

  @Test func oneProgramWritesAtATime() throws {
    let test = try TestBook()
    defer { try? FileManager.default.removeItem(at: test.folder) }
    #expect(throws: GradingProblem.self) { try GradeBook(in: test.folder, makes: false, writes: true) }
    let reader = try GradeBook(in: test.folder, makes: false, writes: false)
    #expect(try reader.labs().map(\.id) == ["a-lab"])
  }

  @Test func feedbackOfALargeClassIsSeveralZips() throws {
    let test = try TestBook()
    defer { try? FileManager.default.removeItem(at: test.folder) }
    for number in 0..<5 { try test.hand(in: "s\(number)", name: "S", right: 1) }
    try test.book.workOutGrades(of: "a-lab", engine: "1")
    let site = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../site").path
    func zipped(most: Int) throws -> [String: [String]] {
      let writer = FeedbackWriter(
        test.book, try test.book.lab("a-lab"), theme: try Theme(folder: site), mostZipped: most)
      _ = try writer.write()
      let above = writer.folder.deletingLastPathComponent()
      let names = try FileManager.default.contentsOfDirectory(atPath: above.path).filter { $0.hasSuffix(".zip") }
      return try Dictionary(
        uniqueKeysWithValues: names.map { name in
          let bytes = [UInt8](try Data(contentsOf: above.appendingPathComponent(name)))
          return (name, try ZipArchive(bytes).entries.map { $0.path[0].prefix(4) }.map(String.init))
        })
    }
    #expect(
      try zipped(most: 2) == [
        "a-lab-moodle.zip": ["S_s0", "S_s1"], "a-lab-moodle-2.zip": ["S_s2", "S_s3"], "a-lab-moodle-3.zip": ["S_s4"],
      ])
    #expect(try zipped(most: 5) == ["a-lab-moodle.zip": ["S_s0", "S_s1", "S_s2", "S_s3", "S_s4"]])
  }

  @Test func assessmentsArePackedAndThoseOfBeforeAreRead() throws {
    let test = try TestBook()
    defer { try? FileManager.default.removeItem(at: test.folder) }
    let report = LabReport(lab: "a-lab", cells: [], experiments: [], diagnostics: [], printed: "")
    let text = String(repeating: TestBook.text, count: 20)
    let assessment = Assessment(report: report, text: text, language: .korean)
    let json = try JSONEncoder.ofReports.encode(assessment)
    let packed = try PackedAssessment.bytes(of: assessment)
    #expect(packed.count * 5 < json.count)
    for bytes in [json, packed] { #expect(try PackedAssessment.assessment(bytes).text == text) }
    var damaged = packed
    damaged[packed.count / 2] ^= 0xFF
    for bytes in [damaged, packed.dropLast(3), packed.prefix(5), packed.prefix(1), Data()] {
      #expect(throws: (any Error).self) { try PackedAssessment.assessment(bytes) }
    }
    // What is said to be longer or shorter than it is.
    for at in [1, 4] {
      var other = packed
      other[at] ^= 1
      #expect(throws: (any Error).self) { try PackedAssessment.assessment(other) }
    }
  }

  @Test func aDamagedBookIsRefusedAndABackupIsWhole() throws {
    let test = try TestBook()
    defer { try? FileManager.default.removeItem(at: test.folder) }
    for number in 0..<200 { try test.hand(in: "s\(number)", name: "S", right: 1) }
    try test.book.workOutGrades(of: "a-lab", engine: "1")
    let other = test.folder.appendingPathComponent("copy")
    try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
    let copy = other.appendingPathComponent(GradeBook.fileName)
    try test.book.backUp(to: copy.path)
    #expect(throws: GradingProblem.self) { try test.book.backUp(to: copy.path) }
    #expect(try GradeBook(in: other, makes: false, writes: false).entries(of: "a-lab").count == 200)
    var bytes = [UInt8](try Data(contentsOf: copy))
    for at in stride(from: 4096, to: bytes.count - 100, by: 997) { bytes[at] ^= 0xA5 }
    try Data(bytes).write(to: copy)
    #expect(throws: GradingProblem.self) { try GradeBook(in: other, makes: false, writes: false) }
    #expect(throws: GradingProblem.self) {
      try GradeBook(in: other.appendingPathComponent("x"), makes: false, writes: false)
    }
  }
}

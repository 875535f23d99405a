import Checking
import Foundation
import Labs
import Messages
import Testing

@testable import Grading

struct SheetTests {
  private func book() throws -> (lab: BookLab, entries: [BookEntry]) {
    let book = try TestBook()
    try book.hand(in: "101", name: "김철수", right: 1)
    try book.hand(in: "102", name: "=cmd|' /C calc'!A0", right: 0)
    try book.hand(in: "103", name: "Park, \"Jin\"", right: 2)
    try book.book.workOutGrades(of: "a-lab", engine: "test")
    try book.book.decide(.excuse, "103", lab: "a-lab", value: 1, reason: "ill")
    try book.book.applyDecision(on: "103", lab: "a-lab", engine: "test")
    return (try book.book.lab(nil), try book.book.entries(of: "a-lab"))
  }

  private func filled(
    _ text: String, _ system: GradeSheet.System, column: String? = nil, utf16: Bool = false
  ) throws -> (text: String, filled: GradeSheet.Filled) {
    let (lab, entries) = try book()
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("sheet-\(UUID().uuidString).csv").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    var bytes = Array(text.utf8)
    if utf16 {
      bytes = [0xFF, 0xFE]
      for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let filled = try GradeSheet(path, of: system).filled(lab, entries, column: column)
    return (String(decoding: filled.bytes, as: UTF8.self), filled)
  }

  @Test func moodlesWorksheetKeepsAllElse() throws {
    let head = "\u{FEFF}식별자,성명,\"이메일 주소\",상태,성적,\"최고 성적\",\"성적 변경 가능\",\"마지막 수정(성적)\"\r\n"
    let (text, filled) = try filled(
      head + "참가자101,김철수,a@x.kr,\"제출, 채점 안 됨\",,\"100.00\",예,-\r\n"
        + "참가자999,\"이 \"\"영희\"\"\",b@x.kr,,55.00,100.00,예,-\r\n", .moodle)
    #expect(
      text == head + "참가자101,김철수,a@x.kr,\"제출, 채점 안 됨\",50,\"100.00\",예,-\r\n"
        + "참가자999,\"이 \"\"영희\"\"\",b@x.kr,,55.00,100.00,예,-\r\n")
    #expect(filled.count == 1)
    #expect(filled.notInBook == ["참가자999 (이 \"영희\")"])
    #expect(filled.notInSheet.count == 2)
  }

  @Test func canvasHasAWordForWhoIsExcused() throws {
    let head = "Student,ID,SIS User ID,SIS Login ID,Section,Other (7),A lab (42),Final Score\n"
    let possible = "    Points Possible,,,,,10,20,(read only)\n"
    let rows = "\"Kim, C\",101,,kim,S1,3,,15\n\"Park, J\",103,,park,S1,,,\n"
    let (text, _) = try filled(head + possible + rows, .canvas)
    #expect(text == head + possible + "\"Kim, C\",101,,kim,S1,3,10,15\n\"Park, J\",103,,park,S1,,EX,\n")
    #expect(throws: GradingProblem.self) { try self.filled(head.replacing("A lab", with: "B") + possible, .canvas) }
    #expect(throws: GradingProblem.self) { try self.filled("a,b\n1,2\n", .canvas) }
  }

  @Test func blackboardsFileIsUTF16WithTabs() throws {
    let head = "\"Last Name\"\t\"First Name\"\t\"Username\"\t\"A lab [Total Pts: 10 Score] |7\"\n"
    let (_, filled) = try filled(head + "\"Kim\"\t\"C\"\t\"101\"\t\"\"\n", .blackboard, utf16: true)
    let units = stride(from: 2, to: filled.bytes.count, by: 2).map {
      UInt16(filled.bytes[$0]) | UInt16(filled.bytes[$0 + 1]) << 8
    }
    #expect(filled.bytes.starts(with: [0xFF, 0xFE]))
    #expect(String(decoding: units, as: UTF16.self) == head + "\"Kim\"\t\"C\"\t\"101\"\t5\n")
  }

  @Test func aShortRowIsFilledUpToEachOfItsNewValues() throws {
    let table = try Table(Array("id,a,b,c\n1\n2,x\n3,,y,z\n".utf8))
    let filled = table.replacing([
      (row: 1, column: 2, text: "B"), (row: 1, column: 3, text: "C"), (row: 2, column: 3, text: "C"),
      (row: 2, column: 1, text: "A"), (row: 3, column: 1, text: "A"), (row: 3, column: 3, text: "C"),
    ])
    #expect(String(decoding: filled, as: UTF8.self) == "id,a,b,c\n1,,B,C\n2,A,,C\n3,A,y,C\n")
  }

  @Test func feedbackHasAColumnOfItsOwn() throws {
    let (lab, entries) = try book()
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("sheet-\(UUID().uuidString).csv").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let head =
      "Student,ID,SIS User ID,SIS Login ID,Section,A lab (42),Final Score\n    Points Possible,,,,,20,(read only)\n"
    try Data((head + "Kim,101,,kim,S1,7,15\n").utf8).write(to: URL(fileURLWithPath: path))
    let sheet = try GradeSheet(path, of: .canvas)
    #expect(throws: GradingProblem.self) {
      try sheet.filled(lab, entries, feedback: ("A lab (42)", { _ in "good" }))
    }
    #expect(try sheet.filled(lab, entries, feedback: ("Section", { _ in "good" })).count == 1)
  }

  @Test func formulasAreDefused() throws {
    let (lab, entries) = try book()
    let text = GradesCSV(lab, entries).text
    #expect(text.contains("\"'=cmd|' /C calc'!A0\"") || text.contains(",'=cmd|' /C calc'!A0,"))
    #expect(text.contains("103,\"Park, \"\"Jin\"\"\",,a-lab,,2,excused,"))
  }

  /// Cut anywhere, or with any sign in any place: a table or an error, never a trap.
  @Test func damagedTablesAreRefused() {
    let bytes = Array("\u{FEFF}a,\"b\"\"c\",d\r\n1;2\t3\n\"x".utf8)
    for length in 0...bytes.count { _ = try? Table(Array(bytes[..<length])) }
    for index in bytes.indices {
      for value: UInt8 in [0, 10, 34, 44, 0xFF] {
        var damaged = bytes
        damaged[index] = value
        _ = try? Table(damaged)
      }
    }
  }
}

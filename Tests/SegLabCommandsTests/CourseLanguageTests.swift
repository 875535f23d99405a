import Checking
import Foundation
import Labs
import Testing

/// The shipped course in Korean: one file a lab, judged as the English one.
@Suite(.serialized) struct CourseLanguageTests {
  /// The verdicts, the runs and the weights of a report.
  private struct Judged: Decodable, Equatable {
    struct Cell: Decodable, Equatable {
      let id: String
      let verdict: String
    }
    struct Experiment: Decodable, Equatable {
      let run: String
      let weights_digest: String
    }
    struct Change: Decodable, Equatable {
      let text: String
    }
    let cells: [Cell]
    let experiments: [Experiment]
    let changes: [Change]
  }

  private static let lab = "labs/01-fully-connected.md"

  /// A course as `init` lays it, its first lab filled in as a learner does.
  private func solvedCourse(in language: String) throws -> CourseFixture {
    let course = try CourseFixture()
    let made = try course.seglab("init", "--lang", language)
    #expect(made.status == 0, "\(made.errors)")
    #expect(try course.seglab("data", "make", "cardiac", "--count", "30").status == 0)
    let lab = try #require(Lab.parse(text: course.text(Self.lab), file: Self.lab).lab)
    let path = CourseFixture.root.appendingPathComponent("solutions/01-fully-connected.md").path
    let solution = try #require(try Solution.read(path).solution)
    try course.write(#require(lab.completed(with: solution).lab).text, to: Self.lab)
    return course
  }

  private func judged(_ course: CourseFixture, in language: String) throws -> Judged {
    let result = try course.seglab("run", "1", "--profile", "quick", "--json", "--lang", language)
    return try JSONDecoder().decode(Judged.self, from: Data(result.output.utf8))
  }

  @Test func `from init to the end of lab 1 everything is as in the English course`() throws {
    let (korean, english) = (try solvedCourse(in: "ko"), try solvedCourse(in: "en"))
    let names = try FileManager.default.contentsOfDirectory(atPath: korean.folder.appendingPathComponent("labs").path)
    #expect(names.count == 5 && names.allSatisfy { !$0.contains(".ko.") }, "\(names)")
    #expect(try korean.text(Self.lab).contains("물음표 자리에 답을 적어"))
    let (own, other) = (try judged(korean, in: "ko"), try judged(english, in: "en"))
    #expect(own == other && own.changes.isEmpty && own.experiments.count == 1)
    #expect(try judged(korean, in: "en") == own)
    #expect(own.cells.allSatisfy { $0.verdict == "passed" || $0.id == "first-epoch" }, "\(own.cells)")
  }

  @Test func `every command works on the Korean file, in either language`() throws {
    let course = try solvedCourse(in: "ko")
    #expect(try course.seglab("hint", "1", "network", "--lang", "ko").output.contains("양 끝은"))
    #expect(try course.seglab("hint", "1", "network", "--lang", "en").output.contains("channels") == false)
    #expect(try course.seglab("list", "--lang", "ko").output.contains("완전 연결 신경망"))
    #expect(try course.seglab("list", "--lang", "en").output.contains("A fully connected network"))
    let answer = try course.seglab("answer", "1", "baseline", "0.5", "--lang", "ko")
    #expect(answer.status == 1 && answer.errors.isEmpty, "\(answer.errors)")
    #expect(try course.text(Self.lab).contains("answer=baseline\n0.5\n"))
    let reset = try course.seglab("reset", "1", "network", "--lang", "ko")
    #expect(reset.status == 0, "\(reset.errors)")
    #expect(try course.text(Self.lab).contains(".FIXME"))
    let page = course.folder.appendingPathComponent("page.html").path
    _ = try course.seglab("run", "1", "--page", page, "--lang", "ko")
    let html = try course.text("page.html")
    #expect(html.contains("물음표 자리에") && !html.contains("In this lab you build"))
    // A check that somebody made easier is named in this language too.
    try course.write(course.text(Self.lab).replacing("number: 0.984", with: "number: 0.5"), to: Self.lab)
    let changed = try judged(course, in: "ko")
    #expect(changed.changes.count == 1, "\(changed.changes)")
  }
}

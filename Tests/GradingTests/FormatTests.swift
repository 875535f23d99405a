import Foundation
import Labs
import Messages
import Testing

@testable import Checking
@testable import Grading

struct FormatTests {
  private static let lab = """
    ---
    title: A lab <1> & more
    id: a-lab
    dataset: cardiac
    ---

    ```swift exercise=f
    .FIXME
    ```

    ```yaml check=f
    - parameters: 4
      points: 3
    - parameters: 5
      hidden: true
    ```

    ```yaml experiment=e
    network: n
    ```

    ```yaml question=q
    ask: "?"
    number: 5
    tolerance: 0
    why: so
    ```

    ```text answer=q
    ?
    ```
    """

  private func result() throws -> GradedResult {
    let lab = try #require(Lab.parse(text: Self.lab, file: "lab.md").lab)
    let checks = lab.checks(of: "f")
    let report = LabReport(
      lab: "a-lab",
      cells: [
        CellReport(
          "f", .exercise,
          checks: [
            CheckResult(.parameters, .passed, line: 1).asked(by: checks[0], 0),
            CheckResult(.parameters, .notYet, message: Verbatim("SECRET"), line: 1).asked(by: checks[1], 1),
          ]),
        CellReport(
          "e", .experiment,
          checks: [CheckResult(.trains, .error, message: Verbatim("a\u{1B}[2J\u{0}<b>,:%\n::error::x"), line: 1)]),
        CellReport("q", .question, checks: [CheckResult(.answer, .notAttempted, line: 1)]),
      ], experiments: [], diagnostics: [], printed: "")
    return GradedResult(
      report, by: try GradingScheme(of: lab), title: lab.title, remarks: [], file: ("my lab.md", lab.text),
      seconds: 1.5,
      language: .english)
  }

  private func json(_ format: ResultFormat, _ environment: [String: String] = [:]) throws -> [String: Any] {
    let bytes = format.file(try result(), environment: environment)
    let text = String(decoding: bytes, as: UTF8.self)
    // Gradescope keeps hidden tests to itself; nobody else has a word for them.
    #expect(!text.contains("SECRET"))
    #expect(!text.contains("\u{1B}"))
    return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test func gradescope() throws {
    let document = try json(.gradescope)
    let tests = try #require(document["tests"] as? [[String: Any]])
    #expect(document["score"] as? Double == 3)
    #expect(tests.map { $0["status"] as? String } == ["passed", "failed", "failed", "failed"])
    #expect(tests.map { $0["visibility"] as? String } == ["visible", "hidden", "visible", "visible"])
    #expect(tests.map { $0["number"] as? String } == ["1", "2", "3", "4"])
    #expect(tests[0]["max_score"] as? Double == 3)
  }

  @Test func prairieLearn() throws {
    let document = try json(.prairielearn)
    #expect(document["score"] as? Double == 0.5)
    #expect(document["gradable"] as? Bool == true)
    let failed = GradedResult(
      failure: Message(Verbatim("no")), lab: "a", title: "A", by: nil, file: "f", language: .english)
    let other = try #require(
      try JSONSerialization.jsonObject(with: Data(ResultFormat.prairielearn.file(failed))) as? [String: Any])
    #expect(other["gradable"] as? Bool == false)
    #expect(other["format_errors"] as? [String] == ["no"])
  }

  @Test func exercism() throws {
    let document = try json(.exercism)
    let tests = try #require(document["tests"] as? [[String: Any]])
    #expect(document["version"] as? Int == 3)
    #expect(document["status"] as? String == "fail")
    #expect(document["message"] == nil)
    #expect(tests.map { $0["status"] as? String } == ["pass", "error", "fail", "fail"])
  }

  @Test func classroom() throws {
    let document = try json(
      .classroom50, ["CLASSROOM": "c", "USERNAME": "kim", "SUBMISSION_TAG": "t", "COMMIT_URL": "u"])
    let tests = try #require(document["tests"] as? [[String: Any]])
    for key in ["schema", "classroom", "assignment", "submission", "commit", "release", "review", "datetime", "owner"] {
      #expect(document[key] is String, "\(key)")
    }
    #expect(document["score"] as? Int == 3)
    #expect(document["max-score"] as? Int == 6)
    #expect(tests[0]["test-name"] as? String == "f: Parameters")
    #expect(tests[0]["max-score"] as? Int == 3)
  }

  @Test func junitHasNothingThatXMLForbids() throws {
    let text = String(decoding: ResultFormat.junit.file(try result()), as: UTF8.self)
    #expect(text.contains("tests=\"4\" failures=\"1\" errors=\"1\" skipped=\"1\""))
    #expect(text.contains("A lab &lt;1&gt; &amp; more"))
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(!text.contains("SECRET"))
  }

  @Test func noAnnotationBeginsAnother() throws {
    let actions = ActionsResult(try result())
    #expect(actions.annotations.count == 1)
    #expect(actions.annotations[0].hasPrefix("::warning file=my lab.md,title="))
    #expect(actions.annotations[0].contains("%0A::error::x"))
    #expect(!actions.annotations[0].contains("\n"))
    #expect(!actions.summary.contains("SECRET"))
    #expect(actions.summary.contains("&lt;b&gt;"))
  }

  @Test func feedbackTellsOnlyWhatIsDeclared() throws {
    let lab = try #require(Lab.parse(text: Self.lab, file: "lab.md").lab)
    let checks = lab.checks(of: "f")
    let report = LabReport(
      lab: "a-lab",
      cells: [
        CellReport(
          "f", .exercise,
          checks: [
            CheckResult(.parameters, .passed, line: 1).asked(by: checks[0], 0),
            CheckResult(.parameters, .notYet, message: Verbatim("SECRET"), line: 1).asked(by: checks[1], 1),
          ])
      ], experiments: [], diagnostics: [], printed: "")
    #expect(report.forLearner.cells[0].checks.count == 1)
    #expect(report.forLearner.cells[0].verdict == .passed)
    #expect(report.cells[0].verdict == .notYet)
  }
}

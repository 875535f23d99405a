import Labs
import Messages
import Testing

@testable import Checking

struct WordedReportTests {
  private static func lab(why: String, right: String) throws -> Lab {
    let text = """
      ---
      title: A lab
      id: lab
      dataset: tiny
      ---

      ```yaml question=one
      ask: Which?
      choices:
        - {key: a, text: A, why: "\(why)"\(right == "a" ? ", right: true" : "")}
        - {key: b, text: B, why: "\(why)"\(right == "b" ? ", right: true" : "")}
      ```

      ```text answer=one
      a
      ```
      """
    return try #require(Lab.parse(text: text, file: "01-lab.md").lab)
  }

  private func words(_ report: LabReport) -> String? { report.cells[0].checks[0].message?.text(in: .english) }

  @Test func anAnswersWordsAreThoseOfTheLabInTheOtherLanguage() throws {
    let report = LabReport(
      unjudged: try Self.lab(why: "Because.", right: "a"), because: CheckPhrase.questionOpen(id: ""))
    #expect(words(report) == "Because.")
    #expect(words(report.worded(by: try Self.lab(why: "왜냐하면.", right: "a"))) == "왜냐하면.")
  }

  @Test func whatTheOtherLabJudgesOtherwiseKeepsItsWords() throws {
    let report = LabReport(
      unjudged: try Self.lab(why: "Because.", right: "a"), because: CheckPhrase.questionOpen(id: ""))
    #expect(words(report.worded(by: try Self.lab(why: "왜냐하면.", right: "b"))) == "Because.")
  }
}

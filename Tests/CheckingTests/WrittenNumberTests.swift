import Diagnostics
import Messages
import Testing

@testable import Checking
@testable import Labs

struct WrittenNumberTests {
  private static let written: [(String, Double)] = [
    ("2,500", 2500), ("2 500", 2500), ("2\u{00A0}500", 2500), ("33,554,432", 33_554_432), ("4/9", 4.0 / 9),
    ("98.4 %", 0.984),
    ("9%", 0.09), ("0,09", 0.09), ("0,984", 0.984), ("\u{2212}0.5", -0.5), ("０．５", 0.5), ("0.09 ", 0.09), (".5", 0.5),
    ("5.", 5),
    ("1e-3", 0.001), ("2_500", 2500), ("256 × 256", 65536), ("256*256", 65536), ("= 25", 25), ("98,4 %", 0.984),
    ("1.000.000", 1_000_000),
    ("+3", 3),
  ]

  @Test(arguments: written)
  func isReadAsPeopleWriteIt(text: String, value: Double) {
    #expect(
      WrittenNumber(text).readings.contains { abs($0 - value) < 1e-12 * max(1, abs(value)) },
      "\(WrittenNumber(text).readings)")
  }

  @Test(arguments: [
    "", "much", "nan", "inf", "0x10", "1/0", "4/9/2", "1,2,3", "12,34", "--5", String(repeating: "9", count: 500), "a%",
  ])
  func isNoNumber(text: String) { #expect(WrittenNumber(text).readings.filter(\.isFinite).isEmpty || text == "12,34") }

  @Test func theReplyRepeatsWhatWasWrittenAndSaysTheTolerance() {
    let exact = Lab.Question(id: "n", text: "?", form: .number(value: 24, tolerance: 0, why: ""), line: 3)
    #expect(QuestionChecker.check(exact, answer: "25").message?.text(in: .english).hasPrefix("25 is not it.") == true)
    #expect(QuestionChecker.check(exact, answer: "25").message?.text(in: .korean).hasPrefix("25는 정답이 아니에요.") == true)
    let near = Lab.Question(id: "n", text: "?", form: .number(value: 24, tolerance: 0.5, why: ""), line: 3)
    #expect(QuestionChecker.check(near, answer: "25").message?.text(in: .english).contains("0.5") == true)
  }

  @Test func aDecimalCommaIsRightAndRemarkedOn() {
    let question = Lab.Question(id: "n", text: "?", form: .number(value: 0.984, tolerance: 0.001, why: ""), line: 3)
    let answer = Lab.Answer(question: "n", text: "0,984", line: 7)
    #expect(QuestionChecker.check(question, answer: answer).verdict == .passed)
    #expect(QuestionChecker.remark(on: answer, to: question, file: "a.md")?.line == 7)
    let plain = Lab.Answer(question: "n", text: "0.984", line: 7)
    #expect(QuestionChecker.remark(on: plain, to: question, file: "a.md") == nil)
  }

  @Test(arguments: ["b", "B", "b)", "(b)", "b.", "ｂ", "`b`"])
  func aChoiceIsReadAsPeopleWriteIt(text: String) {
    let question = Lab.Question(
      id: "n", text: "?",
      form: .choice([
        Lab.Choice(key: "a", text: "A", isRight: false, why: "No."),
        Lab.Choice(key: "b", text: "B", isRight: true, why: "Yes."),
      ]), line: 3)
    #expect(QuestionChecker.check(question, answer: text).verdict == .passed)
  }
}

import Diagnostics
import Messages
import Testing

@testable import Checking
@testable import Labs

struct WrittenNumberTests {
  private static let written: [(String, Double)] = [
    ("2,500", 2500), ("2 500", 2500), ("2\u{00A0}500", 2500), ("33,554,432", 33_554_432), ("4/9", 4.0 / 9),
    ("98.4 %", 0.984),
    ("9%", 0.09), ("\u{2212}0.5", -0.5), ("０．５", 0.5), ("0.09 ", 0.09), (".5", 0.5),
    ("5.", 5),
    ("1e-3", 0.001), ("2_500", 2500), ("256 × 256", 65536), ("256*256", 65536), ("= 25", 25), ("0x10", 16),
    ("0x1.8p-1", 0.75),
    ("1.000.000", 1_000_000),
    ("+3", 3), ("1-0.016", 0.984), ("1 - 0.016", 0.984), ("100 % - 1.6 %", 0.984), ("2 * (3 + 4) / 7", 2), ("2^8", 256),
    ("3번", 3), ("2 pixels", 2), ("256픽셀", 256), ("25개", 25), ("약 0.09", 0.09), ("dice = 4/9", 4.0 / 9), ("세 번", 3),
    ("two", 2), ("13만 1072", 131_072), ("영점구팔사", 0.984), ("구십팔점사 퍼센트", 0.984), ("2천5백", 2500), ("이천오백 개", 2500),
    ("2천 5백", 2500), ("만", 10_000),
    ("3만3천", 33_000), ("2.5천", 2500), ("1억 66만", 100_660_000), ("2 million", 2_000_000),
    ("약 3천", 3000), ("1 퍼센트포인트", 0.01), ("100만 파라미터", 1_000_000), ("정답 = 10만", 100_000), ("1.1억", 110_000_000),
    ("256x256", 65536), ("9분의 4", 4.0 / 9), ("3할 5푼", 0.35), ("9할", 0.9), ("0.75²", 0.5625), ("25 px²", 25),
    ("1 - 0.016 = 0.984", 0.984), ("절반", 0.5), ("반", 0.5), ("a half", 0.5), ("three quarters", 0.75),
    ("√0.25", 0.5), ("sqrt(0.25)", 0.5), ("0.984 (98.4 %)", 0.984), ("98.4 % (= 0.984)", 0.984),
    ("0.984 or 98.4 %", 0.984),
    ("0.984 (= 1 - 0.016)", 0.984), ("2500 (2,500개)", 2500),
    ("백분의 일", 0.01), ("구 퍼센트", 0.09),
  ]

  @Test(arguments: written)
  func isReadAsPeopleWriteIt(text: String, value: Double) {
    let read = WrittenNumber(text).value ?? .nan
    #expect(abs(read - value) < 1e-12 * max(1, abs(value)), "\(read)")
  }

  @Test(arguments: [
    ("0,09", 0.09), ("0,984", 0.984), ("98,4 %", 0.984), ("1.000,5", 1000.5), ("2,500", 2.5), ("2.500", 2500),
  ])
  func aCommaCanStandBeforeTheDecimals(text: String, value: Double) {
    let read = WrittenNumber(text).commaValue ?? .nan
    #expect(abs(read - value) < 1e-12, "\(read)")
  }

  @Test(arguments: [
    "", "much", "nan", "inf", "0x", "0xp3", "1/0", "4/9/2", "1,2,3", "12,34", "--5", String(repeating: "9", count: 500),
    "a%", "0.5 (0.7)", "√-1", "√√√√√√√√√√2", "1 or 2", "(((1)", "0.5 (",
  ])
  func isNoNumber(text: String) { #expect(WrittenNumber(text).value == nil) }

  @Test func aChoiceCanBeWrittenOut() {
    let choices = [("a", "About `0.5`."), ("b", "0"), ("c", "Recall"), ("d", "recall!")].map {
      Lab.Choice(key: $0.0, text: $0.1, isRight: $0.0 == "b", why: "Because of \($0.0).")
    }
    let question = Lab.Question(id: "q", text: "Which?", form: .choice(choices), line: 1)
    func words(_ answer: String) -> String? {
      QuestionChecker.check(question, answer: answer).message?.text(in: .english)
    }
    #expect(words("0") == "Because of b.")
    #expect(words("about 0.5") == "Because of a.")
    #expect(words("B") == "Because of b.")
    // Two are written so.
    #expect(words("recall")?.contains("is none of the answers") == true)
  }

  @Test(arguments: [
    ("enc1b", "Because of b."), ("pool1", "Because of a."), ("vertical", nil), ("never larger", nil), ("larger", nil),
    ("It is never larger", "Because of c."), ("it is", nil), ("ten times", "Because of d."), ("times", nil), ("2", nil),
    ("1", nil), ("-9223372036854775808", nil), ("enc1", nil), ("layer", nil), ("10", nil),
  ])
  func `a choice can be named by its beginning, or by what is quoted in it`(answer: String, words: String?) {
    let choices = [
      ("a", "`pool1`, the layer of 56 pixels"), ("b", "before it, \"enc1b\", vertical: true"),
      ("c", "It is never larger, and as sharp"), ("d", "Ten times: a step for each"),
    ].map { Lab.Choice(key: $0.0, text: $0.1, isRight: $0.0 == "b", why: "Because of \($0.0).") }
    let question = Lab.Question(id: "q", text: "Which?", form: .choice(choices), line: 1)
    let said = QuestionChecker.check(question, answer: answer).message?.text(in: .english) ?? ""
    #expect(words.map { said == $0 } ?? said.contains("is none of the answers"), "\(said)")
  }

  @Test(arguments: ["0.98", "약 0.98", "about 0.98", "0.98 px"]) func `a number with too few decimals is told how many`(
    answer: String
  ) {
    let question = Lab.Question(id: "n", text: "?", form: .number(value: 0.984, tolerance: 0.001, why: ""), line: 3)
    guard
      case .roundedTooFar(_, digits: 3)? = QuestionChecker.check(question, answer: answer).message?.phrase
        as? AnswerPhrase
    else {
      Issue.record("\(answer)")
      return
    }
  }

  @Test(arguments: ["a, b", "a 또는 b", "(a) and (b)"]) func `two choices are one too many`(text: String) {
    let said = QuestionChecker.check(Self.choice, answer: text).message?.text(in: .english)
    #expect(said?.contains("more than one choice") == true)
  }

  @Test(arguments: ["모르겠음", "I don't know", "몰라요..."]) func `who does not know has not answered yet`(text: String) {
    #expect(QuestionChecker.check(Self.choice, answer: text).verdict == .notAttempted)
  }

  @Test(arguments: [
    ("46.3", "Divide by 255."), ("46", "Divide by 255."), ("0.149", "Its root."), ("0.15", "Its root."), ("2", nil),
    ("0.182", "Right."),
  ]) func `a number that learners come to has its author's words`(answer: String, words: String?) {
    let question = Lab.Question(
      id: "n", text: "?", form: .number(value: 0.182, tolerance: 0.002, why: "Right."), line: 3,
      wrong: [
        Lab.WrongNumber(value: 46.3, why: "Divide by 255."), Lab.WrongNumber(value: 0.149, why: "Its root."),
      ])
    let result = QuestionChecker.check(question, answer: answer)
    #expect((result.verdict == .passed) == (answer == "0.182"))
    let said = result.message?.text(in: .english) ?? ""
    #expect(words.map { said == $0 } ?? said.hasPrefix("2 is not it"), "\(said)")
  }

  @Test func `quotes around an answer are no part of it, and words around a number are told`() {
    let question = Lab.Question(id: "n", text: "?", form: .number(value: 2500, tolerance: 0, why: ""), line: 3)
    for answer in ["\"2500\"", "‘2,500’", "`2500`"] {
      #expect(QuestionChecker.check(question, answer: answer).verdict == .passed, "\(answer)")
    }
    #expect(QuestionChecker.check(Self.choice, answer: "\"b\"").verdict == .passed)
    let said = QuestionChecker.check(question, answer: "I think it is 2,500.").message?.text(in: .english)
    #expect(said?.hasSuffix("Write it alone: “2,500”.") == true, "\(said ?? "")")
    #expect(QuestionChecker.check(question, answer: "\"").verdict == .notYet)
  }

  @Test func theReplyRepeatsWhatWasWrittenAndSaysTheTolerance() {
    let exact = Lab.Question(id: "n", text: "?", form: .number(value: 24, tolerance: 0, why: ""), line: 3)
    #expect(QuestionChecker.check(exact, answer: "25").message?.text(in: .english).hasPrefix("25 is not it.") == true)
    #expect(QuestionChecker.check(exact, answer: "25").message?.text(in: .korean).hasPrefix("‘25’는 정답이 아니에요.") == true)
    let near = Lab.Question(id: "n", text: "?", form: .number(value: 24, tolerance: 0.5, why: ""), line: 3)
    #expect(QuestionChecker.check(near, answer: "25").message?.text(in: .english).contains("0.5") == true)
  }

  @Test func aDecimalCommaIsMendedByOneSign() {
    let question = Lab.Question(id: "n", text: "?", form: .number(value: 0.984, tolerance: 0.001, why: ""), line: 3)
    let result = QuestionChecker.check(question, answer: "0,984")
    #expect(result.verdict == .notYet)
    #expect(result.message?.text(in: .english).hasSuffix("write “0.984”.") == true)
    #expect(QuestionChecker.asWritten("0,984", to: question) == "0.984")
    #expect(QuestionChecker.asWritten("98,4 %", to: question) == "98.4 %")
    // What is wrong stays as it was typed, so that the file gives nothing away.
    #expect(QuestionChecker.asWritten("0,5", to: question) == "0,5")
    let thousands = Lab.Question(id: "n", text: "?", form: .number(value: 2500, tolerance: 0, why: ""), line: 3)
    #expect(QuestionChecker.check(thousands, answer: "2,500").verdict == .passed)
    #expect(QuestionChecker.asWritten("2,500", to: thousands) == "2,500")
  }

  @Test(arguments: ["? b", "?b", "？ b"]) func theMarkThatStoodForAnAnswerIsToldWhereItIsLeft(text: String) {
    let result = QuestionChecker.check(Self.choice, answer: text)
    #expect(result.verdict == .notYet)
    #expect(result.message?.text(in: .english).hasSuffix("write “b” in its place.") == true)
    #expect(QuestionChecker.asWritten(text, to: Self.choice) == "b")
    // A wrong answer hears why it is wrong, and nothing else.
    #expect(QuestionChecker.check(Self.choice, answer: "? a").message?.text(in: .english) == "No.")
    #expect(QuestionChecker.check(Self.choice, answer: "？").verdict == .notAttempted)
  }

  @Test(arguments: ["? x y z", "x ? y z"]) func `the mark is told beside what cannot be read, too`(text: String) {
    let choice = QuestionChecker.check(Self.choice, answer: text)
    #expect(choice.message?.text(in: .english).contains("question mark") == true && choice.expected != nil)
    let number = Lab.Question(id: "n", text: "?", form: .number(value: 1, tolerance: 0, why: ""), line: 3)
    #expect(
      QuestionChecker.check(number, answer: text).message?.text(in: .english)
        == "The question mark (?) that stood for the answer is still there: write “x y z” in its place.")
    #expect(QuestionChecker.check(number, answer: "x y z").message?.text(in: .english).contains("not a number") == true)
  }

  @Test(arguments: [
    ("0.016", 0.984, AnswerSlip.remainder), ("9/4", 4.0 / 9, .reciprocal),
    ("-2500", 2500, .sign), ("250", 2500, .decimalPoint), ("5000", 2500, .doubled), ("47.5", 95, .halved),
    ("0.149", 0.386, .square), ("0.6213", 0.386, .root),
  ])
  func `a wrong number tells how it came about`(text: String, value: Double, slip: AnswerSlip) {
    let question = Lab.Question(id: "n", text: "?", form: .number(value: value, tolerance: 0.0005, why: ""), line: 3)
    let result = QuestionChecker.check(question, answer: text)
    #expect(result.verdict == .notYet)
    #expect(result.message == Message(AnswerPhrase.likely(found: text, slip)))
  }

  @Test(arguments: [("4", 2.0), ("0.5", 2), ("2600", 2500), ("0", 0.984), ("1", 0)])
  func `what chance may have made tells nothing`(text: String, value: Double) {
    let question = Lab.Question(id: "n", text: "?", form: .number(value: value, tolerance: 0, why: ""), line: 3)
    guard case .answerFarOff? = QuestionChecker.check(question, answer: text).message?.phrase as? CheckPhrase else {
      Issue.record("\(text) for \(value)")
      return
    }
  }

  @Test func hundredthsWithoutTheirSignAreToldHowToBeWritten() {
    let question = Lab.Question(id: "n", text: "?", form: .number(value: 0.984, tolerance: 0.001, why: ""), line: 3)
    let result = QuestionChecker.check(question, answer: "98.4")
    #expect(result.verdict == .notYet)
    #expect(result.message?.text(in: .english).hasSuffix("write “98.4 %”.") == true)
    #expect(QuestionChecker.check(question, answer: "98.4 %").verdict == .passed)
    #expect(QuestionChecker.check(question, answer: "98").message?.text(in: .english).hasPrefix("98 is not it") == true)
  }

  @Test func aSquareOrItsSideIsRight() {
    func verdict(_ answer: String, _ value: Double) -> Verdict {
      let form = Lab.Question.Form.number(value: value, tolerance: 0, why: "")
      return QuestionChecker.check(Lab.Question(id: "n", text: "?", form: form, line: 3), answer: answer).verdict
    }
    #expect(verdict("50*50", 2500) == .passed && verdict("95 x 95 픽셀", 95) == .passed && verdict("5 x 4", 5) == .notYet)
    #expect(verdict("95x95" + String(repeating: " ", count: 60_000) + "!", 95) != .passed)
  }

  @Test func aKeyThatIsANumberIsNoPlace() {
    let choices = ["0", "1", "2"].map { Lab.Choice(key: $0, text: $0, isRight: $0 == "2", why: "") }
    let question = Lab.Question(id: "n", text: "?", form: .choice(choices), line: 3)
    #expect(QuestionChecker.check(question, answer: "2번").verdict == .passed)
  }

  @Test(arguments: ["a mask of b and a", "ㄷ", "2", "bb", "-9223372036854775808"]) func whatSaysNoChoiceIsNone(
    text: String
  ) {
    #expect(QuestionChecker.check(Self.choice, answer: text).verdict == .notYet)
  }

  private static let choice = Lab.Question(
    id: "n", text: "?",
    form: .choice([
      Lab.Choice(key: "a", text: "A", isRight: false, why: "No."),
      Lab.Choice(key: "b", text: "B", isRight: true, why: "Yes."),
    ]), line: 3)

  @Test(arguments: ["b", "B", "b)", "(b)", "b.", "ｂ", "`b`", "ㅠ", "b번", "답: b", "answer: b"])
  func aChoiceIsReadAsPeopleWriteIt(text: String) {
    #expect(QuestionChecker.check(Self.choice, answer: text).verdict == .passed)
  }

  @Test(arguments: ["a, b", "b, a", "b and a", "not b", "b 아님", "b가 아니에요", "no b", "ab", "b 말고"])
  func twoChoicesOrOneThatIsDeniedAreNone(text: String) {
    let result = QuestionChecker.check(Self.choice, answer: text)
    #expect(result.verdict == .notYet)
    #expect(result.message?.text(in: .korean).contains("하나") == true)
  }

  @Test func aChoiceMayComeWithItsReason() {
    #expect(QuestionChecker.check(Self.choice, answer: "b, because a network is not a table").verdict == .passed)
  }
}

internal import Diagnostics
public import Labs
internal import Messages

/// Looks at the learner's answer to a question.
public enum QuestionChecker {
  /// What an answer is worth that has not been written into the lab yet.
  ///
  /// - Parameters:
  ///   - question: what was asked.
  ///   - answer: what somebody answers.
  /// - Returns: the author's justification of the answer, on the question's line.
  public static func check(_ question: Lab.Question, answer: String) -> CheckResult {
    check(question, given: answer.trimmingPrefix(while: \.isWhitespace).description, line: question.line)
  }

  /// What the answer is worth that stands in the lab.
  ///
  /// - Parameters:
  ///   - question: what was asked.
  ///   - lab: the lab as it stands in the learner's file.
  /// - Returns: not attempted without an answer; the author's justification of the one that was given.
  public static func check(_ question: Lab.Question, in lab: Lab) -> CheckResult {
    check(question, answer: lab.answers.first { $0.question == question.id })
  }

  /// - Parameters:
  ///   - question: what was asked.
  ///   - answer: what the learner wrote; nil where there is no answer cell.
  /// - Returns: not attempted without an answer; the author's justification of the one that was given.
  static func check(_ question: Lab.Question, answer: Lab.Answer?) -> CheckResult {
    check(question, given: answer?.text ?? "", line: answer?.line ?? question.line)
  }

  /// What to say of a right answer that is written otherwise than a program reads it; nil where nothing is.
  static func remark(on answer: Lab.Answer, to question: Lab.Question, file: String) -> Diagnostic? {
    guard case .number(let value, let tolerance, _) = question.form, answer.text.contains(",") else { return nil }
    guard let read = WrittenNumber(answer.text).readings.first(where: { abs($0 - value) <= tolerance }) else {
      return nil
    }
    let plain = answer.text.filter { $0 != "," && $0 != " " }
    // Between thousands a comma is what the labs write.
    guard Double(plain) != read else { return nil }
    return Diagnostic(
      .warning, file: file, line: answer.line, AnswerPhrase.readAs(found: answer.text, read: read.plain))
  }

  /// The key of a choice as people write it: `c)`, `(c)`, `C.`
  private static func key(in given: String) -> String {
    let plain = given.unicodeScalars.map { scalar -> Character in
      (0xFF01...0xFF5E).contains(scalar.value)
        ? Character(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar) : Character(scalar)
    }
    let sides: Set<Character> = ["(", ")", ".", "`", "\"", "'", " ", ":", "“", "”"]
    let head = plain.drop { sides.contains($0) }
    return String(head.reversed().drop { sides.contains($0) }.reversed()).lowercased()
  }

  private static func check(_ question: Lab.Question, given: String, line: Int) -> CheckResult {
    func result(_ verdict: Verdict, expected: CheckValue? = nil, _ message: any Phrase) -> CheckResult {
      CheckResult(
        .answer, verdict, expected: expected, measured: given.isEmpty ? nil : .text(given), message: message, line: line
      )
    }
    guard !given.isEmpty, given != "?" else {
      return result(.notAttempted, CheckPhrase.questionOpen(id: question.id))
    }
    switch question.form {
    case .choice(let choices):
      let keys = choices.map(\.key)
      let key = Self.key(in: given)
      guard let chosen = choices.first(where: { $0.key.lowercased() == key }) else {
        let fault = CheckPhrase.answerUnknown(found: given, keys: keys)
        return result(.notYet, expected: .text(keys.joined(separator: ", ")), fault)
      }
      return result(chosen.isRight ? .passed : .notYet, CheckPhrase.justification(chosen.why))
    case .number(let value, let tolerance, let why):
      let readings = WrittenNumber(given).readings
      guard !readings.isEmpty else { return result(.notYet, CheckPhrase.answerNotANumber(found: given)) }
      guard readings.contains(where: { abs($0 - value) <= tolerance }) else {
        return result(.notYet, CheckPhrase.answerFarOff(found: given, tolerance: tolerance))
      }
      return result(.passed, CheckPhrase.justification(why))
    case .text(let why):
      return result(.passed, why.map { CheckPhrase.justification($0) } ?? CoursePhrase.answerKept)
    }
  }
}

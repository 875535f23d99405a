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

  /// - Parameters:
  ///   - question: what was asked.
  ///   - answer: what the learner wrote; nil where there is no answer cell.
  /// - Returns: not attempted without an answer; the author's justification of the one that was given.
  static func check(_ question: Lab.Question, answer: Lab.Answer?) -> CheckResult {
    check(question, given: answer?.text ?? "", line: answer?.line ?? question.line)
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
      guard let chosen = choices.first(where: { $0.key.lowercased() == given.lowercased() }) else {
        let fault = CheckPhrase.answerUnknown(found: given, keys: keys)
        return result(.notYet, expected: .text(keys.joined(separator: ", ")), fault)
      }
      return result(chosen.isRight ? .passed : .notYet, CheckPhrase.justification(chosen.why))
    case .number(let value, let tolerance, let why):
      guard let number = Double(given), number.isFinite else {
        return result(.notYet, CheckPhrase.answerNotANumber(found: given))
      }
      guard abs(number - value) <= tolerance else {
        return result(.notYet, CheckPhrase.answerFarOff(found: number))
      }
      return result(.passed, CheckPhrase.justification(why))
    case .text(let why):
      return result(.passed, why.map { CheckPhrase.justification($0) } ?? CoursePhrase.answerKept)
    }
  }
}

internal import Labs
internal import Phrases

/// Looks at the learner's answer to a question.
enum QuestionChecker {
  /// - Parameters:
  ///   - question: what was asked.
  ///   - answer: what the learner wrote; nil where there is no answer cell.
  /// - Returns: not attempted without an answer; the author's justification of the one that was given.
  static func check(_ question: Lab.Question, answer: Lab.Answer?) -> CheckResult {
    let given = answer?.text ?? ""
    let line = answer?.line ?? question.line
    func result(_ verdict: Verdict, expected: String = "", _ message: CheckPhrase) -> CheckResult {
      CheckResult(
        name: "answer", verdict: verdict, expected: expected, measured: given, message: message, line: line)
    }
    guard !given.isEmpty, given != "?" else { return result(.notAttempted, .questionOpen(id: question.id)) }
    switch question.form {
    case .choice(let choices):
      let keys = choices.map(\.key)
      guard let chosen = choices.first(where: { $0.key.lowercased() == given.lowercased() }) else {
        return result(.notYet, expected: keys.joined(separator: ", "), .answerUnknown(found: given, keys: keys))
      }
      return result(chosen.isRight ? .passed : .notYet, .justification(chosen.why))
    case .number(let value, let tolerance, let why):
      guard let number = Double(given), number.isFinite else { return result(.notYet, .answerNotANumber(found: given)) }
      guard abs(number - value) <= tolerance else { return result(.notYet, .answerFarOff(found: number)) }
      return result(.passed, .justification(why))
    }
  }
}

public import Checking
internal import Files
public import Labs
internal import Messages

/// A lab's questions, answered from outside an editor.
public struct AnswerSheet: Sendable {
  private let lab: Lab
  private let shown: Lab

  /// - Parameters:
  ///   - lab: the lab as it stands in its file.
  ///   - shown: the lab in the language in which it is shown.
  public init(of lab: Lab, shown: Lab) {
    self.lab = lab
    self.shown = shown
  }

  /// Writes an answer into the lab's file, a decimal comma as the point that the lab asks for.
  ///
  /// - Parameters:
  ///   - answer: what was typed.
  ///   - id: the question's name.
  /// - Returns: what the answer is worth, with the author's justification, and the answer as it stands in the file.
  /// - Throws: `CourseProblem` where there is no such question, what was typed is no answer at all, or the file cannot be written.
  public func write(_ answer: String, to id: String) throws(CourseProblem) -> (result: CheckResult, written: String) {
    guard let question = shown.questions.first(where: { $0.id == id }) else {
      throw .noSuchQuestion(question: id, known: lab.questions.map(\.id))
    }
    guard answer.contains(where: { !$0.isWhitespace }) else { throw .emptyAnswer(question: id) }
    let answer = QuestionChecker.asWritten(answer, to: question)
    // What is no answer at all should not take the place of one.
    let result = QuestionChecker.check(question, answer: answer)
    if let phrase = result.message?.phrase as? CheckPhrase {
      switch phrase {
      case .answerUnknown, .answerNotANumber: throw .noAnswer(phrase)
      default: break
      }
    }
    let text: String
    do { text = try lab.replacingAnswer(id, with: answer) } catch .noSuchCell {
      throw .noAnswerCell(question: id)
    } catch {
      throw .edit(error)
    }
    do { try AtomicFile.write(text, to: lab.file) } catch {
      throw .notWritten(path: lab.file, reason: error.reason)
    }
    return (result, answer)
  }
}

internal import ArgumentParser
internal import Checking
internal import Files
internal import Foundation
internal import Labs
internal import Messages

/// `seglab answer LAB QUESTION ANSWER`: writes the answer into the lab and says at once what it is worth.
struct AnswerCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("answer", loop: .answer) }

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(.lab)) var lab: String
  @Argument(help: ArgumentHelp(loop: .question)) var question: String
  @Argument(parsing: .remaining, help: ArgumentHelp(loop: .answerWords)) var words: [String]

  func run() throws {
    let console = common.console
    let folder = try CourseFolder.current
    let lab = try folder.lab(lab, console: console)
    guard let question = console.translated(lab).question(question) else {
      throw Failure(.usage, CoursePhrase.noSuchQuestion(question: question, known: lab.questions.map(\.id)))
    }
    let answer = words.joined(separator: " ")
    guard answer.contains(where: { !$0.isWhitespace }) else {
      throw Failure(.usage, CoursePhrase.emptyAnswer(question: question.id))
    }
    // What is no answer at all should not take the place of one.
    let result = QuestionChecker.check(question, answer: answer)
    switch result.message?.phrase as? CheckPhrase {
    case .answerUnknown(let found, let keys)?:
      throw Failure(.usage, CheckPhrase.answerUnknown(found: found, keys: keys))
    case .answerNotANumber(let found)?: throw Failure(.usage, CheckPhrase.answerNotANumber(found: found))
    default: break
    }
    let text: String
    do { text = try lab.replacingAnswer(question.id, with: answer) } catch .noSuchCell {
      throw Failure(.badFile, CoursePhrase.noAnswerCell(question: question.id))
    } catch {
      throw Failure(.badFile, error.phrase)
    }
    do { try AtomicFile.write(text, to: lab.file) } catch {
      throw Failure(.internalFault, CommandPhrase.notWritten(path: lab.file, reason: error.reason))
    }
    console.say(CoursePhrase.answered(question: question.id, answer: answer, file: lab.file))
    let why = console.prose(result.message?.text(in: console.language) ?? "")
    console.say("\(console.mark(of: result.verdict))  \(why)")
    guard result.verdict == .passed else { throw ExitStatus.notYet.code }
  }
}

extension Lab {
  /// Its questions in order.
  var questions: [Question] {
    blocks.compactMap { block in
      if case .question(let question) = block { return question }
      return nil
    }
  }

  /// The question of this name.
  func question(_ id: String) -> Question? { questions.first { $0.id == id } }
}

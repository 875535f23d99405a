internal import ArgumentParser
internal import Checking
internal import Courses
internal import Foundation
internal import Labs
internal import Messages

/// `seglab answer LAB QUESTION ANSWER`: writes the answer into the lab and says at once what it is worth.
struct AnswerCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("answer", loop: .answer) }

  @Argument(help: ArgumentHelp(.lab)) var lab: String
  @Argument(help: ArgumentHelp(loop: .question)) var question: String
  // `-0.5` is no option.
  @Argument(parsing: .allUnrecognized, help: ArgumentHelp(loop: .answerWords)) var words: [String]
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console
    let lab = try console.lab(lab, in: try console.folder())
    let sheet = AnswerSheet(of: lab, shown: console.translated(lab))
    let (result, answer) = try console.asked(sheet.write(words.joined(separator: " "), to: question))
    console.say(CoursePhrase.answered(question: question, answer: answer, file: lab.file))
    let why = console.prose(result.message?.text(in: console.language) ?? "")
    console.say("\(console.mark(of: result.verdict))  \(why)")
    guard result.verdict == .passed else { throw ExitStatus.notYet.code }
  }
}

/// `seglab reset LAB [EXERCISE]`: an exercise, or a whole lab, as it was shipped; what the learner had is kept aside.
struct ResetCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("reset", .reset) }

  @Argument(help: ArgumentHelp(.lab)) var lab: String
  @Argument(help: ArgumentHelp(.exercise)) var exercise: String?
  @Flag(help: ArgumentHelp(loop: .undo)) var undo = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console
    let folder = try console.folder()
    guard !undo else {
      let (what, backup) = try console.asked(folder.undoReset(lab, exercise: exercise))
      return console.say(CommandPhrase.resetUndone(what: what, backup: backup.path))
    }
    let (what, backup) = try console.asked(folder.reset(lab, exercise: exercise))
    console.say(CommandPhrase.resetDone(what: what, backup: backup.path))
  }
}

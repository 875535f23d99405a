internal import ArgumentParser
internal import Messages
internal import SegLabCommands

/// The program `seglab-class`: what an instructor does with a class. `seglab release`, `grade` and `grades` start it.
@main
enum Main {
  static func main() async { await CommandProgram.run(ClassCommand.self) }
}

/// The commands for a class, as `seglab` names them.
struct ClassCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "seglab", abstract: ClassHelpPhrase.root.text(in: .ofEnvironment), version: SegLabCommand.version,
      subcommands: [
        ReleaseCommand.self, GradeCommand.self, GradesCommand.self, AutograderCommand.self, PracticeCommand.self,
        JudgeCommand.self,
      ])
  }
}

extension ArgumentHelp {
  /// Help in the environment's language.
  init(class phrase: ClassHelpPhrase) { self.init(stringLiteral: phrase.text(in: .ofEnvironment)) }
}

extension CommandConfiguration {
  /// A command's name and words in the environment's language.
  init(
    _ name: String, class phrase: ClassHelpPhrase, rules: ClassHelpPhrase? = nil,
    subcommands: [any ParsableCommand.Type] = []
  ) {
    self.init(
      commandName: name, abstract: phrase.text(in: .ofEnvironment),
      discussion: rules?.text(in: .ofEnvironment) ?? "", subcommands: subcommands)
  }
}

internal import ArgumentParser
internal import Messages

/// `seglab reset LAB [EXERCISE]`: an exercise, or a whole lab, as it was shipped; what the learner had is kept aside.
struct ResetCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("reset", .reset) }

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(.lab)) var lab: String
  @Argument(help: ArgumentHelp(.exercise)) var exercise: String?

  func run() throws {
    try LabReset(folder: CourseFolder.current, console: common.console).reset(lab, exercise: exercise)
  }
}

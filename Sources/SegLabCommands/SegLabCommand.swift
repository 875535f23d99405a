public import ArgumentParser
internal import Messages

/// The command `seglab`.
public struct SegLabCommand: AsyncParsableCommand {
  /// The version of this program and of the engine in it.
  public static let version = "0.1.0"

  /// The command's name, words and subcommands.
  public static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "seglab", abstract: HelpPhrase.seglab.text(in: .ofEnvironment),
      discussion: HelpPhrase.discussion.text(in: .ofEnvironment), version: version,
      subcommands: [
        InitCommand.self, ListCommand.self, WatchCommand.self, RunCommand.self, HintCommand.self, AnswerCommand.self,
        SolutionCommand.self, DiffCommand.self, SummaryCommand.self, CheckAllCommand.self, ResetCommand.self,
        UpdateCommand.self, DataCommand.self, DoctorCommand.self, NewCommand.self, VerifyCommand.self,
        CalibrateCommand.self, JudgeCommand.self, ReportCommand.self, SiteCommand.self, ExportGroup.self,
        ImportGroup.self, NotebookCommand.self,
        ReleaseCompanion.self, GradeCompanion.self, GradesCompanion.self, WorkCommand.self, JobsCommand.self,
      ], defaultSubcommand: WatchCommand.self)
  }

  /// A command with nothing set.
  public init() {}

  /// Does what the process's arguments say, and ends the process with the exit code that tells how it went.
  public static func run() async -> Never { await CommandProgram.run(SegLabCommand.self) }

  /// Why words behind `seglab` are no command; nil where they are one. Nothing is done.
  static func refusal(of words: [String]) -> String? {
    do {
      _ = try parseAsRoot(words)
      return nil
    } catch {
      // Asking for help is a command too.
      return exitCode(for: error) == .success ? nil : message(for: error)
    }
  }
}

public import ArgumentParser
internal import Foundation
internal import Messages
internal import Synchronization

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
        CalibrateCommand.self, JudgeCommand.self, ReportCommand.self, SiteCommand.self,
      ], defaultSubcommand: WatchCommand.self)
  }

  /// A command with nothing set.
  public init() {}

  /// Parses the process's arguments, does what they say, and ends the process with the exit code that tells how it went.
  public static func run() async -> Never {
    Console.takeStandardPlaces()
    do {
      var command = try parseAsRoot(Self.arguments(CommandLine.arguments.dropFirst()))
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      exit(with: .passed)
    } catch {
      end(with: error)
    }
  }

  /// The language that `--lang` before the subcommand asked for; nil where there was none.
  static var languageBefore: Language? { before.withLock { $0 } }

  private static let before = Mutex<Language?>(nil)

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

  /// The arguments without a `--lang` that stands before the subcommand, which then holds for all that is said.
  private static func arguments(_ all: ArraySlice<String>) -> [String] {
    guard all.count > 2, all.first == "--lang", let language = Language(rawValue: all[all.startIndex + 1]) else {
      return Array(all)
    }
    setenv("SEGLAB_LANG", language.rawValue, 1)
    before.withLock { $0 = language }
    return Array(all.dropFirst(2))
  }

  /// Ends the process; a result that nobody could get is no success, and no verdict either.
  private static func exit(with status: Int32) -> Never {
    if let reason = Console.refusal {
      Console(language: .ofEnvironment).mention(StorePhrase.resultNotWritten(reason: reason))
      Foundation.exit(ExitStatus.internalFault.rawValue)
    }
    Foundation.exit(status)
  }

  private static func exit(with status: ExitStatus) -> Never { exit(with: status.rawValue) }

  /// Shows help: on a terminal in lines that fit it, the words of an option below one another.
  private static func show(helpFor error: any Error, on console: Console) {
    guard isatty(STDOUT_FILENO) == 1 else { return console.say(fullMessage(for: error)) }
    // As wide as its author's lines are: it counts letters, and Hangul takes two columns.
    for line in fullMessage(for: error, columns: 4000).split(separator: "\n", omittingEmptySubsequences: false) {
      let lead = line.prefix { $0 == " " }.count
      let label = line.dropFirst(lead).prefix(max(0, helpColumn - lead))
      let hanging = lead == 2 && label.hasSuffix(" ") ? helpColumn - lead : line.hasPrefix("USAGE: ") ? 7 : 0
      console.say(String(line), hanging: hanging)
    }
  }

  /// Where the words of an option begin.
  private static let helpColumn = 26

  /// Says what went wrong and ends the process.
  private static func end(with error: any Error) -> Never {
    let console = Console(language: .ofEnvironment)
    if let failure = error as? Failure {
      console.mention(failure.phrase)
      exit(with: failure.status)
    }
    let code = exitCode(for: error)
    switch code {
    case .success:
      show(helpFor: error, on: console)
      exit(with: .passed)
    case .validationFailure:
      console.mention(fullMessage(for: error))
      exit(with: .usage)
    default:
      if !(error is ExitCode) { console.mention(CommandPhrase.unexpected(String(describing: error))) }
      exit(with: error is ExitCode ? code.rawValue : ExitStatus.internalFault.rawValue)
    }
  }
}

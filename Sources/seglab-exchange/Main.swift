internal import ArgumentParser
internal import Messages
internal import SegLabCommands

/// The program `seglab-exchange`: what SegLab hands to other programs and takes from them. `seglab export`, `seglab import`,
/// `seglab run --logdir` and TensorFlow's records under `seglab data` start it.
@main
enum Main {
  static func main() async { await CommandProgram.run(ExchangeCommand.self) }
}

/// The commands for other programs, as `seglab` names them.
struct ExchangeCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "seglab", abstract: HelpPhrase.seglab.text(in: .ofEnvironment), version: SegLabCommand.version,
      subcommands: [
        ExportCommand.self, ImportCommand.self, RecordsCommand.self, LoggedRunCommand.self, JudgeCommand.self,
      ])
  }
}

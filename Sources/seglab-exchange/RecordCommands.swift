internal import ArgumentParser
internal import Exports
internal import Messages
internal import SegLabCommands

/// `seglab data import` and `seglab data export` for TensorFlow's records.
struct RecordsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "data", abstract: HelpPhrase.data.text(in: .ofEnvironment),
      subcommands: [RecordsImportCommand.self, RecordsExportCommand.self])
  }
}

/// `seglab data import`, records among the forms.
struct RecordsImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration { DataImportCommand.configuration }

  @OptionGroup var command: DataImportCommand

  func run() throws { try command.run(records: ExampleRecords()) }
}

/// `seglab data export`, records among the forms.
struct RecordsExportCommand: ParsableCommand {
  static var configuration: CommandConfiguration { DataExportCommand.configuration }

  @OptionGroup var command: DataExportCommand

  func run() throws { try command.run(records: ExampleRecords()) }
}

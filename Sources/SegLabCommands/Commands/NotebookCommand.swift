internal import ArgumentParser
internal import Messages

/// `seglab notebook`: the course in a browser; the work of `seglab-notebook`.
struct NotebookCommand: CompanionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "notebook", abstract: NotebookHelpPhrase.notebook.text(in: .ofEnvironment),
      helpNames: [])
  }
  static let program = "seglab-notebook"
  static let words: [String] = []

  @Argument(parsing: .captureForPassthrough, help: .hidden) var arguments: [String] = []
}

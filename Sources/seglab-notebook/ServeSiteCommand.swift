internal import ArgumentParser
internal import Foundation
internal import Messages
internal import Notebook
internal import SegLabCommands

/// `seglab site serve`: builds the site, shows it in a browser, and builds it again after every save, until Ctrl-C or the end of the shell
/// that it was started from.
struct ServeSiteCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "serve", abstract: SiteHelpPhrase.serve.text(in: .ofEnvironment))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var publishing: PublishingOptions
  @Option(help: ArgumentHelp(stringLiteral: SiteHelpPhrase.port.text(in: .ofEnvironment))) var port: UInt16?
  @Flag(help: ArgumentHelp(stringLiteral: SiteHelpPhrase.noOpen.text(in: .ofEnvironment))) var noOpen = false

  /// So often the course's files are looked at.
  private static let pace: Duration = .milliseconds(300)

  func run() async throws {
    let console = common.console
    let publisher = try publishing.publisher(on: console)
    // What is saved while the site is made is made again.
    let first = publisher.state
    try publisher.build(on: console)
    let server = try OpenCommand.server(at: port.map(Int.init), known: nil)
    let site = SiteServer(folder: publisher.out)
    let address = "http://127.0.0.1:\(server.port)/"
    let opens = !noOpen
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        try await site.run(on: server) {
          console.say(SitePhrase.served(path: publisher.out, address: address))
          console.mention(SitePhrase.ends)
          if opens { _ = Browser.open(address) }
        }
      }
      group.addTask {
        var known = first
        let parent = getppid()
        // Whoever started this has ended where it is another process's child now: nobody is left to end it.
        while !Task.isCancelled, getppid() == parent {
          try await Task.sleep(for: Self.pace)
          let state = publisher.state
          guard state != known else { continue }
          known = state
          if publisher.rebuild(on: console) { site.announce() }
        }
      }
      try await group.next()
      group.cancelAll()
    }
  }
}

/// `seglab site`, as far as this program does it.
struct SiteGroup: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "site", abstract: SiteHelpPhrase.site.text(in: .ofEnvironment), subcommands: [ServeSiteCommand.self])
  }
}

/// `seglab` with the words `site serve` behind it.
struct SiteProgram: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "seglab", subcommands: [SiteGroup.self])
  }
}

internal import ArgumentParser
internal import Foundation
internal import Messages
internal import Pages

/// `seglab site`: a course as a static site.
struct SiteCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "site", abstract: SiteHelpPhrase.site.text(in: .ofEnvironment),
      subcommands: [SiteBuildCommand.self, SiteServeCommand.self])
  }
}

/// `seglab site build`: makes the site of the course; trains and runs nothing.
struct SiteBuildCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "build", abstract: SiteHelpPhrase.build.text(in: .ofEnvironment))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var publishing: PublishingOptions
  @Flag(help: ArgumentHelp(.json)) var json = false

  func run() throws {
    let console = common.console
    let publisher = try publishing.publisher(on: console)
    let started = Date()
    let outcome = try publisher.made(on: console)
    if json {
      console.say(json: SiteJSON(path: publisher.out, outcome: outcome, seconds: Date().timeIntervalSince(started)))
    } else {
      console.say(SitePhrase.built(pages: outcome.pages, made: outcome.made, path: publisher.out))
    }
  }
}

/// `seglab site serve`: the work of `seglab-notebook`, which brings a server along.
struct SiteServeCommand: CompanionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "serve", abstract: SiteHelpPhrase.serve.text(in: .ofEnvironment), helpNames: [])
  }
  static let program = "seglab-notebook"
  static let words = ["site", "serve"]

  @Argument(parsing: .captureForPassthrough, help: .hidden) var arguments: [String] = []
}

extension ArgumentHelp {
  /// Help of the commands about sites.
  init(site phrase: SiteHelpPhrase) { self.init(stringLiteral: phrase.text(in: .ofEnvironment)) }
}

/// What `seglab site build --json` says, in the form `seglab/site-build/v1`.
private struct SiteJSON: Encodable {
  let schema = "seglab/site-build/v1"
  let path: String
  let pages: Int
  let made: Int
  let seconds: Double

  init(path: String, outcome: SiteBuilder.Outcome, seconds: Double) {
    self.path = path
    (pages, made) = (outcome.pages, outcome.made)
    self.seconds = seconds
  }
}

internal import ArgumentParser
internal import Courses
internal import Foundation
internal import Messages
internal import Pages

/// `seglab site`: a course as a static site.
struct SiteCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "site", abstract: SiteHelpPhrase.site.text(in: .ofEnvironment), subcommands: [SiteBuildCommand.self])
  }
}

/// `seglab site build`: makes the site of the course; trains and runs nothing.
struct SiteBuildCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "build", abstract: SiteHelpPhrase.build.text(in: .ofEnvironment))
  }

  @OptionGroup var common: CommonOptions
  @Option(help: ArgumentHelp(site: .out)) var out = "_site"
  @Option(help: ArgumentHelp(site: .theme)) var theme: String?
  @Option(help: ArgumentHelp(site: .reports)) var reports: String?
  @Flag(help: ArgumentHelp(site: .answers)) var answers = false
  @Flag(help: ArgumentHelp(.json)) var json = false

  func run() throws {
    let console = common.console
    let folder = try console.folder()
    let theme =
      try self.theme.map { path throws(Failure) in
        do throws(PageError) { return try Theme(folder: path) } catch { throw Failure(.badFile, error.phrase) }
      } ?? Installation.theme()
    let course = try console.told(
      SiteCourse.read(folder, languages: theme.languages, reports: reports, showsAnswers: answers))
    let started = Date()
    let builder = SiteBuilder(theme: theme, source: course, version: SegLabCommand.version)
    let outcome: SiteBuilder.Outcome
    do throws(PageError) { outcome = try builder.build(into: out) } catch { throw Failure(.badFile, error.phrase) }
    if json {
      console.say(json: SiteJSON(path: out, outcome: outcome, seconds: Date().timeIntervalSince(started)))
    } else {
      console.say(SitePhrase.built(pages: outcome.pages, made: outcome.made, path: out))
    }
  }
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

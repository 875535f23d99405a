internal import ArgumentParser
internal import Checking
internal import Foundation
internal import Labs
internal import Messages
internal import Pages

/// `seglab report FILE`: shows a report that `run --report` kept, in the terminal, as a page or as JSON; nothing is run.
struct ReportCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("report", .reportCommand) }

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(.reportFile)) var file: String
  @Option(help: ArgumentHelp(.page)) var page: String?
  @Flag(help: ArgumentHelp(.json)) var json = false

  func run() throws {
    let console = common.console
    let kept = try ReportFile(path: file)
    let lab = console.translated(try kept.lab())
    if json {
      console.say(json: ReportJSON(kept.report, in: common.language))
    } else if page == nil {
      TerminalReport(lab: lab, report: kept.report, console: console).show()
    }
    if let page {
      let pages = LabPage(theme: try Installation.theme(), language: common.language)
      do { try pages.write(lab: lab, report: kept.report, to: page) } catch { throw Failure(.badFile, error.phrase) }
      console.mention(CommandPhrase.pageWritten(path: URL(fileURLWithPath: page).path))
    }
  }
}

internal import ArgumentParser
internal import Checking
internal import Diagnostics
internal import Foundation
internal import Kernels
internal import Labs
internal import Pages
internal import Phrases
internal import Workbench

/// `seglab run LAB`: checks a lab, trains its networks, shows the verdicts.
struct RunCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("run", .run) }

  /// How much of a lab's training is done.
  enum Profile: String, ExpressibleByArgument, CaseIterable {
    case quick, full
  }

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(.lab)) var lab: String
  @Option(help: ArgumentHelp(.dataOption)) var data: String?
  @Option(help: ArgumentHelp(.profile)) var profile = Profile.full
  @Option(help: ArgumentHelp(.seed)) var seed: UInt64 = 1
  @Option(help: ArgumentHelp(.threads)) var threads = CPUInfo.current.cores
  @Option(help: ArgumentHelp(.page)) var page: String?
  @Option(name: .customLong("with"), help: ArgumentHelp(.with)) var solution: String?
  @Flag(help: ArgumentHelp(.classic)) var classic = false
  @Flag(help: ArgumentHelp(.json)) var json = false

  func validate() throws { try common.validate(threads: threads) }

  func run() async throws {
    let console = common.console
    let folder = try CourseFolder.current
    let lab: Lab
    do {
      lab = console.translated(try console.completed(folder.lab(self.lab, console: console), with: solution))
    } catch let failure as Failure {
      if json { console.say(json: ReportJSON(on: self.lab, failure, in: common.language)) }
      throw failure
    }
    // A theme that is missing should be known before minutes of training.
    let theme = try page.map { _ in try self.theme() }
    let report = try await self.report(on: lab, in: folder, console: console)
    if solution == nil {
      for remark in ProgressStore(folder: folder.progress).remarks(keeping: report) { console.mention(remark) }
    }
    if json {
      console.say(json: ReportJSON(report, in: common.language))
    } else {
      TerminalReport(lab: lab, report: report, console: console).show()
    }
    if let theme, let page {
      do { try LabPage(theme: theme, language: common.language).write(lab: lab, report: report, to: page) } catch {
        throw Failure(.badFile, error.phrase)
      }
      let path = URL(fileURLWithPath: page).path
      if json {
        console.mention(CommandPhrase.pageWritten(path: path))
      } else {
        console.say(CommandPhrase.pageWritten(path: path))
      }
    }
    guard report.verdict == .passed else { throw ExitStatus.notYet.code }
  }

  private func theme() throws -> Theme {
    do { return try Theme(folder: Installation.find().site.path) } catch let error as PageError {
      throw Failure(.badFile, error.phrase)
    }
  }

  private func report(on lab: Lab, in folder: CourseFolder, console: Console) async throws -> LabReport {
    do throws(WorkbenchError) {
      let runner = LabRunner(
        folder: folder, dataset: data, isQuick: profile == .quick, seed: seed, threads: threads)
      let judge = try await runner.judge()
      let viewer = TrainingViewer(console: console, classic: classic, classicOnErrors: json)
      let (report, remarks) = try await judge.report(on: lab) { viewer.show($0) }
      for remark in remarks { console.mention(remark) }
      return report
    } catch {
      if json { console.say(json: ReportJSON(LabReport(unjudged: lab, because: error.phrase), in: common.language)) }
      throw Failure(.internalFault, error.phrase)
    }
  }
}

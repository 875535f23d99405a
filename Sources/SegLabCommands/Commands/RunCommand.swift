internal import ArgumentParser
internal import Checking
package import Courses
internal import Foundation
internal import Labs
internal import Messages
package import Pages
internal import Sessions
internal import Synchronization

/// `seglab run LAB`: checks a lab, trains its networks, shows the verdicts.
struct RunCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("run", .run) }

  @Argument(help: ArgumentHelp(.lab)) var lab: String
  @Option(help: ArgumentHelp(.page)) var page: String?
  @Option(help: ArgumentHelp(.report)) var report: String?
  @Option(name: .customLong("with"), help: ArgumentHelp(.with)) var solution: String?
  @Flag(help: ArgumentHelp(loop: .trainAll)) var trainAll = false
  @Option(help: ArgumentHelp(export: .logdir)) var logdir: String?
  @Flag(help: ArgumentHelp(export: .keepWeights)) var keepWeights = false
  @Flag(help: ArgumentHelp(.classic)) var classic = false
  @Flag(help: ArgumentHelp(.json)) var json = false
  @OptionGroup var options: RunOptions
  @OptionGroup var shared: SharedOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let console = common.console
    try OutputFile.check(page: page, report: report)
    let folder = try console.folder()
    let lab: Lab
    do throws(Failure) {
      lab = console.translated(try console.completed(try console.lab(self.lab, in: folder), with: solution))
    } catch {
      if json { console.say(json: ReportJSON(on: self.lab, error, in: common.language)) }
      throw error
    }
    // A theme that is missing should be known before minutes of training.
    let pages = try page.map { _ in LabPage(theme: try Installation.theme(), language: common.language) }
    if shared.on != .local || shared.collect {
      let trainings = SharedTrainings(shared: shared, runners: [runner(in: folder)], folder: folder, console: console)
      guard try await trainings.areThere(for: lab) else { return }
    }
    let report = try await judged(lab, in: folder, console: console)
    // What follows shows the report; none of it may keep the report itself from whoever waits for it.
    if json {
      console.say(json: ReportJSON(report, in: common.language))
    } else {
      TerminalReport(lab: lab, console: console).finish(report)
    }
    if solution == nil {
      for remark in ProgressStore(of: folder).remarks(keeping: report, of: lab) { console.mention(remark) }
    }
    if let path = self.report {
      try console.asked(ReportFile(lab: lab, report: report).write(to: path))
      console.mention(ReportPhrase.written(path: path))
    }
    if let pages, let page { try write(pages, lab, report, to: page, console) }
    let status = ExitStatus(of: report)
    guard status == .passed else { throw status.code }
  }

  private func write(_ pages: LabPage, _ lab: Lab, _ report: LabReport, to page: String, _ console: Console) throws {
    do { try pages.write(lab: lab, report: report, to: page) } catch { throw Failure(.badFile, error.phrase) }
    let written = CommandPhrase.pageWritten(path: URL(fileURLWithPath: page).path)
    if json { console.mention(written) } else { console.say(written) }
  }

  private func runner(in folder: CourseFolder) -> LabRunner {
    var runner = options.runner(in: folder, language: common.language)
    runner.sources = solution.map { [$0] } ?? []
    runner.options.withOverlays = page != nil || report != nil
    runner.options.stopsAtFirst = !trainAll
    runner.options.keepsWeights = keepWeights
    runner.options.tellsEverything = logdir != nil
    return runner
  }

  private func judged(_ lab: Lab, in folder: CourseFolder, console: Console) async throws -> LabReport {
    let runner = runner(in: folder)
    let progress = ProgressStore(of: folder)
    let live = Mutex(logdir.map { path in LiveLog(path, lab: lab, in: folder) })
    let viewer = TrainingViewer(console: console, classic: classic, classicOnErrors: json)
    let unwritten = [page, report].compactMap(\.self)
    let interruption = Interruption(console: console) {
      [viewer.interruption, unwritten.isEmpty ? nil : StandingPhrase.notWritten(paths: unwritten)].compactMap(\.self)
    }
    defer { withExtendedLifetime(interruption) {} }
    do throws(JudgeRejection) {
      let terminal = json ? nil : TerminalReport(lab: lab, console: console)
      let shown = Mutex(false)
      let report = try await runner.report(on: lab) { event in
        viewer.show(event)
        live.withLock { $0?.show(event, console) }
      } soFar: { part in
        live.withLock { $0?.finish(part, console) }
        // Whatever becomes of the rest: what was found out counts.
        if solution == nil {
          for remark in progress.remarks(keeping: part, of: lab, isPart: true) { console.mention(remark) }
        }
        let isFirst = shown.withLock { shown in
          defer { shown = true }
          return !shown
        }
        if isFirst { for remark in part.remarks { console.mention(remark.phrase) } }
        terminal?.show(part)
      }
      if !shown.withLock(\.self) {
        // The judge stopped before it said anything.
        for remark in report.remarks { console.mention(remark.phrase) }
        terminal?.show(report)
      }
      return report
    } catch {
      if json { console.say(json: ReportJSON(LabReport(unjudged: lab, because: error.phrase), in: common.language)) }
      throw Failure(.internalFault, error.phrase)
    }
  }
}

extension Installation {
  /// The theme of the pages.
  ///
  /// - Throws: `Failure` where it is not there, or has a mistake.
  package static func theme() throws -> Theme {
    do {
      return try Theme(folder: find().site.path)
    } catch let error as PageError {
      throw Failure(.badFile, error.phrase)
    } catch let problem as CourseProblem {
      throw Failure(problem)
    }
  }
}

/// `seglab report FILE`: shows a report that `run --report` kept, in the terminal, as a page or as JSON; nothing is run.
struct ReportCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("report", .reportCommand) }

  @Argument(help: ArgumentHelp(.reportFile)) var file: String
  @Option(help: ArgumentHelp(.page)) var page: String?
  @Flag(help: ArgumentHelp(.json)) var json = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console
    try OutputFile.check(page: page)
    let kept = try console.asked(ReportFile(path: file))
    let lab = console.translated(try console.asked(kept.lab()))
    let report = kept.report.worded(by: lab)
    if json {
      console.say(json: ReportJSON(report, in: common.language))
    } else if page == nil {
      let terminal = TerminalReport(lab: lab, console: console)
      terminal.show(report)
      terminal.finish(report)
    }
    if let page {
      let pages = LabPage(theme: try Installation.theme(), language: common.language)
      do { try pages.write(lab: lab, report: report, to: page) } catch { throw Failure(.badFile, error.phrase) }
      console.mention(CommandPhrase.pageWritten(path: URL(fileURLWithPath: page).path))
    }
  }
}

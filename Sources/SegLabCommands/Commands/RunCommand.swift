package import ArgumentParser
package import Checking
package import Courses
package import Experiments
internal import Foundation
package import Labs
internal import Messages
package import Pages
internal import Sessions
internal import Synchronization

/// What is written of a run while it goes on, for a program that looks on.
package protocol RunLog: SendableMetatype {
  /// Writes what happened.
  mutating func show(_ event: LaboratoryEvent, _ console: Console)
  /// Adds what is known of the trainings of `report` that are done.
  mutating func finish(_ report: LabReport, _ console: Console)
}

/// `seglab run LAB`: checks a lab, trains its networks, shows the verdicts.
package struct RunCommand: AsyncParsableCommand {
  package static var configuration: CommandConfiguration { CommandConfiguration("run", .run) }

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

  /// The command with nothing set.
  package init() {}

  package func run() async throws {
    // What a log is written with, another program has.
    if logdir != nil { try ExchangeProgram.takeOver() }
    try await run { _, _, _ -> NoLog in NoLog() }
  }

  /// Runs the lab.
  ///
  /// - Parameter log: makes of the folder that `--logdir` names what is written there.
  /// - Throws: `Failure`, or the exit code of a verdict.
  package func run<Log: RunLog>(
    log: @Sendable (_ path: String, _ lab: Lab, _ folder: CourseFolder) -> sending Log
  ) async throws {
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
    let trainings = SharedTrainings(shared: shared, runners: [runner(in: folder)], folder: folder, console: console) {
      let terminal = TerminalReport(lab: lab, console: console)
      // Programs are told by the report alone, which follows once the trainings are there.
      if !json { for part in $0 { terminal.show(part) } }
    }
    guard try await trainings.areThere(for: lab) else { return }
    let report = try await judged(lab, in: folder, log: log, console: console)
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

  private func judged<Log: RunLog>(
    _ lab: Lab, in folder: CourseFolder, log: @Sendable (String, Lab, CourseFolder) -> sending Log, console: Console
  ) async throws -> LabReport {
    let runner = runner(in: folder)
    let progress = ProgressStore(of: folder)
    let live: Mutex<Log?> = if let logdir { Mutex(log(logdir, lab, folder)) } else { Mutex(nil) }
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

/// Nothing is written.
private struct NoLog: RunLog {
  func show(_ event: LaboratoryEvent, _ console: Console) {}
  func finish(_ report: LabReport, _ console: Console) {}
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

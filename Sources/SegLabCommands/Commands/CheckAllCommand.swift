internal import ArgumentParser
internal import Checking
internal import Foundation
internal import Kernels
internal import Labs
internal import Phrases
internal import Workbench

/// `seglab check-all`: every lab of the course folder, one after the other, because each training takes all cores.
struct CheckAllCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("check-all", loop: .checkAll) }

  @OptionGroup var common: CommonOptions
  @Option(help: ArgumentHelp(.dataOption)) var data: String?
  @Option(help: ArgumentHelp(.profile)) var profile = RunCommand.Profile.full
  @Option(help: ArgumentHelp(.seed)) var seed: UInt64 = 1
  @Option(help: ArgumentHelp(.threads)) var threads = CPUInfo.current.cores
  @Flag(help: ArgumentHelp(.json)) var json = false

  func validate() throws { try common.validate(threads: threads) }

  func run() async throws {
    let console = common.console
    let folder = CourseFolder.current
    let course = try folder.course()
    let lock = try CourseLock(folder)
    defer { withExtendedLifetime(lock) {} }
    let progress = ProgressStore(folder: folder.progress)
    var reports: [ReportJSON] = []
    var isDone = true
    var isSound = true
    do {
      let judge = try await LabRunner(
        folder: folder, dataset: data, isQuick: profile == .quick, seed: seed, threads: threads
      ).judge()
      for entry in course.entries {
        guard let lab = entry.lab else {
          isSound = false
          let failure = Failure(
            .badFile, CommandPhrase.labHasMistakes(file: entry.path, count: entry.diagnostics.count),
            diagnostics: entry.diagnostics)
          reports.append(ReportJSON(on: entry.name, failure, in: common.language))
          if !json { console.mention(failure.phrase) }
          continue
        }
        let words = console.translated(lab)
        let viewer = TrainingViewer(console: console, classic: false, classicOnErrors: json)
        let (report, _) = try await judge.report(on: words) { viewer.show($0) }
        try progress.keep(report)
        reports.append(ReportJSON(report, in: common.language))
        if report.verdict != .passed { isDone = false }
        if !json { show(report, of: words, on: console) }
      }
    } catch let error as WorkbenchError {
      throw Failure(.internalFault, error.phrase)
    }
    if json { console.say(json: ["labs": reports]) }
    if !isSound { throw ExitStatus.badFile.code }
    if !isDone { throw ExitStatus.notYet.code }
  }

  private func show(_ report: LabReport, of lab: Lab, on console: Console) {
    let passed = report.cells.count { $0.verdict == .passed }
    console.say("\(console.mark(of: report.verdict)) \(lab.title) (\(passed)/\(report.cells.count))")
    if let next = NextStep(in: report, of: lab) {
      console.say("    \(next.cell): \(next.check.message?.text(in: console.language) ?? next.check.name)")
    }
  }
}

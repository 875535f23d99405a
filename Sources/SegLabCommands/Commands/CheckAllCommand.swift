internal import ArgumentParser
internal import Checking
internal import Foundation
internal import Kernels
internal import Labs
internal import Phrases
internal import Workbench

/// `seglab check-all`: every lab of the course folder. The cells of several labs are compiled and run at once; networks train one after
/// the other, because each training takes all cores.
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
    let folder = try CourseFolder.current
    let course = try folder.course()
    let lock = try CourseLock(folder, isForJudging: true)
    defer { withExtendedLifetime(lock) {} }
    let progress = ProgressStore(folder: folder.progress)
    var reports: [ReportJSON] = []
    var isDone = true
    var isSound = true
    do {
      let judge = try await LabRunner(
        folder: folder, dataset: data, isQuick: profile == .quick, seed: seed, threads: threads
      ).judge()
      let labs = course.entries.map { entry in
        Result { console.translated(try folder.sound(entry, console: console)) }
      }
      let outcomes = try await Self.outcomes(of: labs.map { try? $0.get() }, judge)
      for (number, entry) in course.entries.enumerated() {
        let words: Lab
        do { words = try labs[number].get() } catch let failure as Failure {
          isSound = false
          reports.append(ReportJSON(on: entry.name, failure, in: common.language))
          if !json { console.mention(failure.phrase) }
          continue
        }
        guard let outcome = outcomes[number] else { continue }
        let viewer = TrainingViewer(console: console, classic: false, classicOnErrors: json)
        let (report, _) = judge.report(on: words, outcome: outcome) { viewer.show($0) }
        for remark in progress.remarks(keeping: report) { console.mention(remark) }
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

  /// What becomes of the cells of each lab, as many at once as there are cores.
  private static func outcomes(of labs: [Lab?], _ judge: LabJudge) async throws -> [Int: Outcome] {
    try await withThrowingTaskGroup(of: (Int, Outcome).self) { group in
      var outcomes: [Int: Outcome] = [:]
      for (number, lab) in labs.enumerated() {
        guard let lab else { continue }
        if number >= CPUInfo.current.cores, let (done, outcome) = try await group.next() { outcomes[done] = outcome }
        group.addTask { (number, try await judge.outcome(of: lab)) }
      }
      for try await (done, outcome) in group { outcomes[done] = outcome }
      return outcomes
    }
  }

  private func show(_ report: LabReport, of lab: Lab, on console: Console) {
    let passed = report.cells.count { $0.verdict == .passed }
    console.say("\(console.mark(of: report.verdict)) \(lab.title) (\(passed)/\(report.cells.count))")
    if let next = NextStep(in: report, of: lab) {
      console.say("    \(next.cell): \(next.check.message?.text(in: console.language) ?? next.check.name)")
    }
  }
}

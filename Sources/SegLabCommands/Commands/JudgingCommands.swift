package import ArgumentParser
internal import Checking
internal import Courses
internal import Experiments
internal import Foundation
internal import Labs
internal import Messages
internal import Sessions
internal import Workbench

/// `seglab check-all`: every lab of the course folder, one after the other, each judged in a process of its own: whatever one of them does,
/// the others are judged, and the report is whole.
struct CheckAllCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("check-all", loop: .checkAll) }

  @Flag(help: ArgumentHelp(.json)) var json = false
  @OptionGroup var options: RunOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let console = common.console
    let folder = try console.folder()
    let course = try console.asked(folder.course())
    let lock = try console.asked(CourseLock(folder, isForJudging: true))
    defer { withExtendedLifetime(lock) {} }
    let progress = ProgressStore(of: folder)
    let runner = options.runner(in: folder, language: common.language)
    var reports: [ReportJSON] = []
    var worst = ExitStatus.passed
    var said: Set<Message> = []
    for entry in course.entries {
      let lab: Lab
      do throws(Failure) {
        lab = console.translated(try console.told(folder.sound(entry)))
      } catch {
        worst = worst.worse(.badFile)
        reports.append(ReportJSON(on: entry.name, error, in: common.language))
        if !json { console.mention(error.phrase) }
        continue
      }
      let report = await Self.report(
        on: lab, runner, TrainingViewer(console: console, classic: false, classicOnErrors: json))
      for remark in progress.remarks(keeping: report, of: lab) { console.mention(remark) }
      // What holds for every lab is said with the first.
      for remark in report.remarks where said.insert(remark).inserted { console.mention(remark.phrase) }
      reports.append(ReportJSON(report, in: common.language))
      worst = worst.worse(ExitStatus(of: report))
      if !json { show(report, of: lab, on: console) }
    }
    if json { console.say(json: ["labs": reports]) }
    guard worst == .passed else { throw worst.code }
  }

  /// The report on a lab; where nothing could be compiled here, one that says so.
  private static func report(on lab: Lab, _ runner: LabRunner, _ viewer: TrainingViewer) async -> LabReport {
    do throws(JudgeRejection) {
      return try await runner.report(on: lab) { viewer.show($0) }
    } catch {
      return LabReport(unjudged: lab, because: error.phrase)
    }
  }

  private func show(_ report: LabReport, of lab: Lab, on console: Console) {
    console.say("\(console.mark(of: report.verdict)) \(lab.title) (\(report.passed)/\(report.cells.count))")
    if let quick = report.quick {
      console.say("    " + quick.phrase(lab: lab.id).text(in: console.language))
    }
    for change in report.changes { console.say("    " + change.phrase(file: lab.file).text(in: console.language)) }
    if let next = NextStep(in: report, of: lab) {
      console.say("    \(next.cell): \(next.check.message?.text(in: console.language) ?? next.check.name.word)")
    }
  }
}

/// `seglab judge`: the process in which a lab is judged; not for people. It reads a request from its standard input and answers in lines.
package struct JudgeCommand: AsyncParsableCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: JudgeProcess.word, shouldDisplay: false)
  }

  /// The command.
  package init() {}

  package func run() async throws {
    let request = try FileHandle.standardInput.read(upToCount: JudgeWorker.requestLimit) ?? Data()
    // Nothing of it may be half said: what was asked of it is asked of another, which goes on from the checkpoint.
    let callOff = CallOff { _exit(WorkerProcess.unfinished) }
    let signals = HeardSignals([SIGTERM, SIGUSR2]) { callOff.raise() }
    defer { withExtendedLifetime(signals) {} }
    guard await JudgeWorker(output: .standardOutput, callOff: callOff).answer(request) else {
      throw ExitStatus.usage.code
    }
  }
}

internal import ArgumentParser
internal import Checking
internal import Labs
internal import Messages
internal import Sessions

/// `seglab summary LAB`: shows a lab's networks layer by layer, what they cost, and how long they will train here.
struct SummaryCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("summary", .summary) }

  /// How long a training is measured.
  private static let seconds = 1.0

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(.lab)) var lab: String
  @Option(help: ArgumentHelp(.dataOption)) var data: String?
  @OptionGroup var machine: MachineOptions
  @Option(name: .customLong("with"), help: ArgumentHelp(.with)) var solution: String?
  @Flag(help: ArgumentHelp(.json)) var json = false

  func run() async throws {
    let console = common.console
    let folder = try CourseFolder.current
    let lab: Lab
    do { lab = try console.completed(folder.lab(self.lab, console: console), with: solution) } catch let failure
      as Failure
    {
      if json { console.say(json: ReportJSON(on: self.lab, failure, in: common.language)) }
      throw failure
    }
    let summary: LabSummary
    do throws(JudgeRefusal) {
      let runner = machine.runner(in: folder, language: common.language, data: data)
      summary = try await runner.summary(of: lab, measuring: Self.seconds)
    } catch {
      if json { console.say(json: ReportJSON(LabReport(unjudged: lab, because: error.phrase), in: common.language)) }
      throw Failure(.internalFault, error.phrase)
    }
    for remark in summary.remarks { console.mention(remark.phrase) }
    if json {
      console.say(json: SummaryJSON(summary, in: common.language))
    } else {
      TerminalSummary(lab: lab, summary: summary, console: console).show()
    }
    guard summary.isSound, !summary.networks.isEmpty else { throw ExitStatus.notYet.code }
  }
}

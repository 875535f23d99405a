internal import ArgumentParser
internal import Checking
internal import Courses
internal import Experiments
internal import Exports
internal import Labs
internal import Messages
internal import SegLabCommands

/// `seglab run LAB --logdir DIR`.
struct LoggedRunCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration { RunCommand.configuration }

  @OptionGroup var command: RunCommand

  func run() async throws { try await command.run { LiveLog($0, lab: $1, in: $2) } }
}

/// What `seglab run --logdir` writes for a TensorBoard that looks on. Where the disk refuses, that is said once, and the lab is judged all the
/// same.
struct LiveLog: RunLog {
  private let events: LiveEvents
  private let shelf: CourseRuns
  private var isTold = false

  /// - Parameters:
  ///   - path: the folder of event files.
  ///   - lab: the lab that is run.
  ///   - folder: the course folder.
  init(_ path: String, lab: Lab, in folder: CourseFolder) {
    shelf = CourseRuns(folder)
    events = LiveEvents(TensorBoardFolder(path, runs: shelf.store, sets: folder.sets), lab: lab.id)
  }

  /// Writes what happened.
  mutating func show(_ event: LaboratoryEvent, _ console: Console) {
    events.show(event)
    tell(console)
  }

  /// Adds what is known of trainings that are done, those of a sweep among them.
  mutating func finish(_ report: LabReport, _ console: Console) {
    for experiment in report.experiments {
      for digest in [experiment.run] + experiment.sweep.map(\.run).filter({ !$0.isEmpty && $0 != experiment.run }) {
        guard let run = try? ExportedRun(digest, in: shelf.store) else { continue }
        events.finish(run)
      }
    }
    tell(console)
  }

  private mutating func tell(_ console: Console) {
    guard !isTold, let problem = events.problem else { return }
    isTold = true
    console.mention(problem.phrase)
  }
}

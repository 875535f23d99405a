internal import ArgumentParser

/// Measures how fast SegLab trains, in a form that scripts can read.
@main
struct SegLabBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seglab-bench", abstract: "Measure how fast SegLab trains on this machine.",
    subcommands: [StepCommand.self, DataCommand.self, CompareCommand.self])
}

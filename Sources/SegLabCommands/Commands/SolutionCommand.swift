internal import ArgumentParser
internal import Labs
internal import Messages

/// `seglab solution LAB CELL`: the solution of a cell that has passed; of another only on request, which is recorded.
struct SolutionCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("solution", loop: .solution) }

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(.lab)) var lab: String
  @Argument(help: ArgumentHelp(loop: .cell)) var cell: String
  @Flag(help: ArgumentHelp(loop: .insist)) var insist = false

  func run() throws {
    let folder = try CourseFolder.current
    let lab = try folder.lab(lab, console: common.console)
    try SolutionBook(folder: folder).show(cell, of: lab, insisting: insist, on: common.console)
  }
}

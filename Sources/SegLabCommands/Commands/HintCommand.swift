internal import ArgumentParser
internal import Checking
internal import Labs
internal import Messages

/// `seglab hint LAB [EXERCISE]`: the next hint, one at a time.
struct HintCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("hint", .hint) }

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(.lab)) var lab: String
  @Argument(help: ArgumentHelp(.exercise)) var exercise: String?

  func run() throws {
    let console = common.console
    let folder = try CourseFolder.current
    let lab = console.translated(try folder.lab(lab, console: console))
    let progress = ProgressStore(folder: folder.progress)
    let hints = Dictionary(grouping: lab.hints, by: \.target)
    let targets = lab.hintTargets
    let known = progress.entry(for: lab.id)
    // Without a name the first cell that has hints and has not passed is the one that wants one.
    let wanted = exercise ?? targets.first { known?.cells[$0] != .passed && hints[$0] != nil } ?? targets.first
    guard let cell = wanted, targets.contains(cell) else {
      throw Failure(.usage, CommandPhrase.noSuchCell(cell: wanted ?? "", known: targets))
    }
    try HintTeller(lab: lab, folder: folder, console: console).tell(cell)
  }
}

extension Lab {
  /// All hints in the order of the lab.
  var hints: [Hint] {
    blocks.compactMap { block in
      if case .hint(let hint) = block { return hint }
      return nil
    }
  }

  /// The cells that a hint can help with, in the order of the lab.
  var hintTargets: [String] {
    blocks.compactMap { block in
      switch block {
      case .exercise(let code): return code.id
      case .question(let question): return question.id
      default: return nil
      }
    }
  }
}

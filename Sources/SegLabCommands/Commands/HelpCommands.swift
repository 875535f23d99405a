internal import ArgumentParser
internal import Checking
internal import Courses
internal import Labs
internal import Messages
internal import Sessions
internal import Workbench

/// `seglab hint LAB [CELL] [NUMBER]`: the next hint, one at a time, or one that was told before.
struct HintCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("hint", .hint) }

  @Argument(help: ArgumentHelp(.lab)) var lab: String
  @Argument(help: ArgumentHelp(loop: .hintCell)) var cell: String?
  @Argument(help: ArgumentHelp(loop: .hintNumber)) var number: Int?
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console
    let folder = try console.folder()
    let book = HintBook(of: console.translated(try console.lab(lab, in: folder)), in: folder)
    let cell = try console.asked(book.cell(self.cell))
    console.show(try console.told(book.hint(for: cell, number: number)), for: cell)
  }
}

/// `seglab solution LAB CELL`: the solution of a cell that has passed; of another only on request, which is recorded.
struct SolutionCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("solution", loop: .solution) }

  @Argument(help: ArgumentHelp(.lab)) var lab: String
  @Argument(help: ArgumentHelp(loop: .cell)) var cell: String
  @Flag(help: ArgumentHelp(loop: .insist)) var insist = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console
    let folder = try console.folder()
    let lab = try console.lab(lab, in: folder)
    let text = try console.told(SolutionBook(folder: folder).text(of: cell, in: lab, insisting: insist))
    console.show(solution: text, of: cell)
  }
}

/// `seglab diff LAB`: all that the learner's cells describe beside what the solution's do, once the lab's exercises have passed.
struct DiffCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("diff", loop: .diff) }

  @Argument(help: ArgumentHelp(.lab)) var lab: String
  @Flag(help: ArgumentHelp(.json)) var json = false
  @OptionGroup var machine: MachineOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let console = common.console
    let folder = try console.folder()
    let lab = try console.lab(lab, in: folder)
    let known = ProgressStore(of: folder).entry(for: lab.id)
    guard lab.exercises.allSatisfy({ known?.cells[$0.id] == .passed }) else {
      throw Failure(.notYet, LoopPhrase.diffAfterPassing(lab: lab.id))
    }
    let solution = try console.asked(SolutionBook(folder: folder).solution(of: lab))
    let solved = try console.told(SolutionBook.complete(lab, with: solution, path: solution.file))
    do throws(JudgeRejection) {
      let runner = machine.runner(in: folder, language: common.language)
      let own = try await runner.descriptions(of: lab)
      let wanted = try await runner.descriptions(of: solved)
      let differences = wanted.constants.map { description in
        DescriptionDifference(own.constants.first { $0.constant == description.constant }, description)
      }
      let remarks = (own.remarks + wanted.remarks).withoutRepetition
      for remark in remarks { console.mention(remark.phrase) }
      if json {
        let said = remarks.map { ReportJSON.Said($0, in: common.language) }
        console.say(json: DiffJSON(lab: lab.id, differences, sandbox: own.sandbox.rawValue, remarks: said))
      } else {
        for difference in differences { show(difference, on: console) }
      }
    } catch {
      throw Failure(.internalFault, error.phrase)
    }
  }

  private func show(_ difference: DescriptionDifference, on console: Console) {
    let name = difference.constant
    guard !difference.items.isEmpty else {
      return console.say(
        difference.kind == .function
          ? LoopPhrase.sameFunction(function: name, calls: difference.same) : LoopPhrase.sameConstant(name: name))
    }
    console.say(LoopPhrase.diffHead(name: name))
    for line in difference.items.flatMap(\.lines) {
      console.say(console.styled(line.shown(to: 160), line.hasPrefix("-") ? .red : .green))
    }
  }
}

extension String {
  /// At most so many characters, with a sign where there are more.
  fileprivate func shown(to most: Int) -> String { count > most ? prefix(most) + "…" : self }
}

/// What differs, in the form `seglab/diff/v1`.
private struct DiffJSON: Encodable {
  let schema = "seglab/diff/v1"
  let lab: String
  /// Whether nothing differs.
  let same: Bool
  let constants: [Constant]
  /// What the learner's program was kept in.
  let sandbox: String
  /// What else is to be known of how the cells were run.
  let remarks: [ReportJSON.Said]

  struct Constant: Encodable {
    let name: String
    let kind: String
    let same: Bool
    let differences: [Difference]
  }

  struct Difference: Encodable {
    let part: String
    let setting: String
    /// What the learner's says; nothing where it has no such part.
    let yours: String?
    /// What the solution's says; nothing where it has no such part.
    let solution: String?
  }

  init(lab: String, _ differences: [DescriptionDifference], sandbox: String, remarks: [ReportJSON.Said]) {
    (self.lab, self.sandbox, self.remarks) = (lab, sandbox, remarks)
    same = differences.allSatisfy { $0.items.isEmpty }
    constants = differences.map { difference in
      Constant(
        name: difference.constant, kind: difference.kind.rawValue, same: difference.items.isEmpty,
        differences: difference.items.map {
          Difference(part: $0.part, setting: $0.setting, yours: $0.first, solution: $0.second)
        })
    }
  }
}

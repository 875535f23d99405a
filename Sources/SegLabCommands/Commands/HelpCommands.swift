internal import ArgumentParser
internal import Checking
internal import Courses
internal import Labs
internal import Messages
internal import Networks
internal import Sessions
internal import Workbench

/// `seglab hint LAB [CELL] [NUMBER]`: the next hint, one at a time, or one that was told before.
struct HintCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("hint", .hint) }

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(.lab)) var lab: String
  @Argument(help: ArgumentHelp(loop: .hintCell)) var cell: String?
  @Argument(help: ArgumentHelp(loop: .hintNumber)) var number: Int?

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

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(.lab)) var lab: String
  @Argument(help: ArgumentHelp(loop: .cell)) var cell: String
  @Flag(help: ArgumentHelp(loop: .insist)) var insist = false

  func run() throws {
    let console = common.console
    let folder = try console.folder()
    let lab = try console.lab(lab, in: folder)
    let text = try console.told(SolutionBook(folder: folder).text(of: cell, in: lab, insisting: insist))
    console.show(solution: text, of: cell)
  }
}

/// `seglab diff LAB`: the learner's networks beside the solution's, once the lab's exercises have passed.
struct DiffCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("diff", loop: .diff) }

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(.lab)) var lab: String
  @OptionGroup var machine: MachineOptions
  @Flag(help: ArgumentHelp(.json)) var json = false

  /// The form `seglab/diff/v1`.
  private struct Report: Encodable {
    struct Network: Encodable {
      let constant: String
      let same: Bool
      let lines: [Line]
    }
    struct Line: Encodable {
      /// Whose line it is: ` ` for both, `-` for the learner's alone, `+` for the solution's.
      let mark: String
      let text: String
    }
    let schema = "seglab/diff/v1"
    let lab: String
    let networks: [Network]
    let sandbox: String
    let remarks: [ReportJSON.Said]
  }

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
    do throws(JudgeRefusal) {
      let runner = machine.runner(in: folder, language: common.language)
      let own = try await runner.layers(of: lab)
      let wanted = try await runner.layers(of: solved)
      let differences = wanted.networks.map { network in
        let layers = own.networks.first { $0.constant == network.constant }?.layers ?? []
        return (network.constant, NetworkDifference(layers, network.layers))
      }
      let remarks = (own.remarks + wanted.remarks).withoutRepetition
      for remark in remarks { console.mention(remark.phrase) }
      if json {
        let networks = differences.map { constant, difference in
          Report.Network(
            constant: constant, same: difference.isEmpty,
            lines: difference.lines.map { Report.Line(mark: String($0.mark), text: $0.text) })
        }
        console.say(
          json: Report(
            lab: lab.id, networks: networks, sandbox: own.sandbox.rawValue,
            remarks: remarks.map { ReportJSON.Said($0, in: common.language) }))
      } else {
        for (constant, difference) in differences { show(difference, of: constant, on: console) }
      }
    } catch {
      throw Failure(.internalFault, error.phrase)
    }
  }

  private func show(_ difference: NetworkDifference, of network: String, on console: Console) {
    guard !difference.isEmpty else { return console.say(LoopPhrase.sameNetworks(network: network)) }
    console.say(LoopPhrase.diffHead(network: network))
    for line in difference.lines {
      let text = "\(line.mark) \(line.text)"
      switch line.mark {
      case "-": console.say(console.styled(text, .red))
      case "+": console.say(console.styled(text, .green))
      default: console.say(text)
      }
    }
  }
}

/// Two networks side by side: the lines of each layer, those that only one has marked.
struct NetworkDifference {
  /// A layer of both, of the first alone (`-`), or of the second alone (`+`).
  struct Line: Equatable {
    let mark: Character
    let text: String
  }

  /// The layers in order; those of the first before those of the second where both differ.
  let lines: [Line]

  /// Whether the two are the same.
  var isEmpty: Bool { lines.allSatisfy { $0.mark == " " } }

  /// - Parameters:
  ///   - first: a network.
  ///   - second: another.
  /// - Complexity: the product of the numbers of layers.
  init(_ first: [LayerSummary], _ second: [LayerSummary]) {
    self.init(first.map(Self.words), second.map(Self.words))
  }

  /// - Parameters:
  ///   - first: lines.
  ///   - second: other lines.
  init(_ first: [String], _ second: [String]) {
    let changes = second.difference(from: first)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in changes {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var lines: [Line] = []
    var (a, b) = (0, 0)
    while a < first.count || b < second.count {
      if a < first.count, removed.contains(a) {
        lines.append(Line(mark: "-", text: first[a]))
        a += 1
      } else if b < second.count, inserted.contains(b) {
        lines.append(Line(mark: "+", text: second[b]))
        b += 1
      } else {
        lines.append(Line(mark: " ", text: first[a]))
        (a, b) = (a + 1, b + 1)
      }
    }
    self.lines = lines
  }

  private static func words(_ layer: LayerSummary) -> String {
    "\(layer.name)  \(layer.kind)  \(layer.output)  \(layer.parameters.grouped)"
  }
}

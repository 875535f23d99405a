internal import ArgumentParser
internal import Checking
internal import Labs
internal import Messages
internal import Sessions

/// `seglab diff LAB`: the learner's networks beside the solution's, once the lab's exercises have passed.
struct DiffCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("diff", loop: .diff) }

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(.lab)) var lab: String
  @OptionGroup var machine: MachineOptions

  func run() async throws {
    let console = common.console
    let folder = try CourseFolder.current
    let lab = try folder.lab(lab, console: console)
    let known = ProgressStore(folder: folder.progress).entry(for: lab.id)
    guard lab.exercises.allSatisfy({ known?.cells[$0.id] == .passed }) else {
      throw Failure(.notYet, LoopPhrase.diffAfterPassing(lab: lab.id))
    }
    let solution = try SolutionBook(folder: folder).solution(of: lab)
    let (whole, diagnostics) = lab.completed(with: solution)
    let solved = try console.usable(whole, diagnostics, path: solution.file, text: nil)
    do throws(JudgeRefusal) {
      let runner = machine.runner(in: folder, language: common.language)
      let own = try await runner.layers(of: lab)
      let wanted = try await runner.layers(of: solved)
      for network in wanted {
        let layers = own.first { $0.constant == network.constant }?.layers ?? []
        show(NetworkDifference(layers, network.layers), of: network.constant, on: console)
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

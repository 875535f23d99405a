internal import ArgumentParser
internal import Checking
internal import Courses
internal import Experiments
internal import Exports
internal import Foundation
internal import Labs
internal import Messages
internal import Networks
internal import SegLab
internal import SegLabCommands
internal import Sessions

/// `seglab import …`: what other programs made.
struct ImportCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("import", export: .import, subcommands: [ImportWeightsCommand.self])
  }
}

/// `seglab import weights FILE --into LAB NETWORK`: weights that a network of a lab starts from.
struct ImportWeightsCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("weights", export: .importWeights) }

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(export: .weightsFile)) var words: [String]
  @Option(help: ArgumentHelp(export: .into)) var into: String
  @Option(name: .customLong("with"), help: ArgumentHelp(.with)) var solution: String?
  @OptionGroup var machine: MachineOptions
  @Flag(help: ArgumentHelp(export: .forget)) var forget = false

  func run() async throws {
    let console = common.console
    // FILE and NETWORK stand on both sides of `--into LAB`.
    guard words.count == (forget ? 1 : 2), let name = words.last else {
      throw Failure(.usage, RunExportPhrase.fileOrForget)
    }
    let folder = try console.folder()
    let lab = try console.completed(try console.lab(into, in: folder), with: solution)
    let store = CourseRuns(folder).store
    if forget {
      let was = store.forgetStart(for: lab.id, network: name)
      return console.say(RunExportPhrase.forgotten(network: name, lab: lab.id, was: was))
    }
    let summary: LabSummary
    do throws(JudgeRejection) {
      summary = try await machine.runner(in: folder, language: common.language).summary(of: lab, measuring: 0)
    } catch {
      throw Failure(.internalFault, error.phrase)
    }
    guard let network = summary.networks.first(where: { $0.constant == name }) else {
      let known = summary.networks.map(\.constant)
      throw Failure(.usage, RunExportPhrase.noNetwork(name: name, lab: lab.id, known: known))
    }
    // Any loss will do: nothing is trained here.
    guard let text = network.canonicalText,
      let plan = NetworkPlan(
        canonicalText: text, names: network.layers.map(\.name), training: Training(loss: .dice()))
    else { throw Failure(.badFile, RunExportPhrase.networkNotReady(name: name, lab: lab.id)) }
    do throws(ExportProblem) {
      let imported = try WeightImport(path: words[0], into: plan)
      do throws(StoreError) { try store.keep(imported.weights, for: lab.id, network: name) } catch {
        switch error {
        case .notWritten(let path, let reason): throw ExportProblem(.notWritten(path: path, reason: reason))
        }
      }
      console.say(
        RunExportPhrase.imported(path: words[0], arrays: imported.count, network: name, lab: lab.id))
    } catch {
      throw error.failure
    }
  }
}

internal import ArgumentParser
internal import Checking
internal import Courses
internal import Experiments
internal import Labs
internal import Messages
internal import Networks
internal import Sessions
internal import Workbench

/// `seglab summary LAB`: shows a lab's networks layer by layer, what they cost, and how long they will train here.
struct SummaryCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("summary", .summary) }

  /// How long a training is measured.
  private static let seconds = 1.0

  @Argument(help: ArgumentHelp(.lab)) var lab: String
  @Option(help: ArgumentHelp(.dataOption)) var data: String?
  @Option(name: .customLong("with"), help: ArgumentHelp(.with)) var solution: String?
  @Flag(help: ArgumentHelp(.algorithms)) var algorithms = false
  @Flag(help: ArgumentHelp(.json)) var json = false
  @OptionGroup var machine: MachineOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let console = common.console
    let folder = try console.folder()
    let lab: Lab
    do throws(Failure) { lab = try console.completed(try console.lab(self.lab, in: folder), with: solution) } catch {
      if json { console.say(json: ReportJSON(on: self.lab, error, in: common.language)) }
      throw error
    }
    let summary: LabSummary
    do throws(JudgeRejection) {
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
      TerminalSummary(lab: lab, summary: summary, console: console, withAlgorithms: algorithms).show()
    }
    guard summary.isSound, !summary.networks.isEmpty else { throw ExitStatus.notYet.code }
  }
}

/// A summary in the form `seglab/summary/v1`, for other programs.
struct SummaryJSON: Encodable {
  let schema = "seglab/summary/v1"
  let lab: String
  let sound: Bool
  let parameter_limit: Int?
  let limit_seconds: Double?
  let networks: [Network]
  let trainings: [Training]
  let diagnostics: [ReportJSON.Message]
  let faults: [String]
  let sandbox: String
  let remarks: [ReportJSON.Said]

  struct Network: Encodable {
    let constant: String
    let batch_size: Int
    let parameters: Int
    let multiply_adds: Int
    let training_multiply_adds: Int
    let bytes: Int
    let layers: [Layer]
  }

  struct Layer: Encodable {
    let name: String
    let kind: String
    let inputs: [String]
    let output: [Int]
    let parameters: Int
    let multiply_adds: Int
    let bytes: Int
    let line: Int
    let ways: Ways?
  }

  struct Ways: Encodable {
    let forward: String
    let backward: String
    let weights: String
    let refusals: [String]
  }

  struct Training: Encodable {
    let experiment: String
    let network: String
    let dataset: String
    let trainings: Int
    let steps: Int?
    let seconds_per_step: Double?
    let seconds: Double?
  }

  /// - Parameters:
  ///   - summary: the summary.
  ///   - language: the language of its messages.
  init(_ summary: LabSummary, in language: Language) {
    lab = summary.lab
    sound = summary.isSound
    parameter_limit = summary.parameterLimit
    limit_seconds = summary.limitSeconds
    networks = summary.networks.map { network in
      Network(
        constant: network.constant, batch_size: network.batchSize, parameters: network.parameters,
        multiply_adds: network.multiplyAdds, training_multiply_adds: network.trainingMultiplyAdds,
        bytes: network.bytes,
        layers: network.layers.map { layer in
          Layer(
            name: layer.name, kind: layer.kind, inputs: layer.inputs, output: layer.dimensions,
            parameters: layer.parameters, multiply_adds: layer.multiplyAdds,
            bytes: layer.bytes(batchSize: network.batchSize), line: layer.line,
            ways: layer.choice.map { choice in
              Ways(
                forward: choice.forward, backward: choice.backward, weights: choice.weights,
                refusals: choice.rejections.map { $0.text(in: language) })
            })
        })
    }
    trainings = summary.trainings.map { training in
      Training(
        experiment: training.experiment, network: training.network, dataset: training.dataset,
        trainings: training.trainings,
        steps: training.forecast?.steps, seconds_per_step: training.forecast?.secondsPerStep,
        seconds: training.forecast?.seconds)
    }
    diagnostics = summary.diagnostics.map { ReportJSON.Message($0, in: language) }
    faults = summary.faults.compactMap { $0.message?.text(in: language) }
    sandbox = summary.sandbox.rawValue
    remarks = summary.remarks.map { ReportJSON.Said($0, in: language) }
  }
}

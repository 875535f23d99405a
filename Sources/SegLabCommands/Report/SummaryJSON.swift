internal import Checking
internal import Experiments
internal import Messages
internal import Networks
internal import Workbench

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
            name: layer.name, kind: layer.kind, inputs: layer.inputs, output: layer.extents,
            parameters: layer.parameters, multiply_adds: layer.multiplyAdds,
            bytes: layer.bytes(batchSize: network.batchSize), line: layer.line,
            ways: layer.choice.map { choice in
              Ways(
                forward: choice.forward, backward: choice.backward, weights: choice.weights,
                refusals: choice.refusals.map { $0.text(in: language) })
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
  }
}

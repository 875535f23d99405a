internal import Checking
internal import Diagnostics
internal import Experiments
internal import Labs
internal import Messages
internal import Networks

/// Shows a summary on a terminal: messages on the lab's lines, a table for each network, then how long each training will take.
struct TerminalSummary {
  let lab: Lab
  let summary: LabSummary
  let console: Console
  /// Whether to tell how each layer is computed, and why not otherwise.
  let withAlgorithms: Bool

  func show() {
    let source = SourceText(lab.text)
    console.show(DiagnosticList(summary.diagnostics), in: source)
    // A network with holes or impossible numbers has no table: the messages above say why.
    for network in summary.networks where !network.layers.isEmpty { show(network) }
    for fault in summary.faults {
      if let message = fault.message { console.say("\(lab.file):\(fault.line): \(message.text(in: console.language))") }
    }
    for training in summary.trainings { show(training) }
    if summary.networks.isEmpty { console.say(SummaryPhrase.noNetwork) }
  }

  private func show(_ network: NetworkSummary) {
    console.say(console.styled(words(.network(constant: network.constant)), .bold))
    let algorithm = { (word: String) in withAlgorithms ? [word] : [] }
    var table = TextTable([.left, .left, .right, .right, .right, .right] + (withAlgorithms ? [.left] : []))
    table.add(
      [words(.layer), words(.output), words(.parameters), words(.multiplyAdds), words(.memory), words(.line)]
        + algorithm(words(.way)))
    for layer in network.layers {
      table.add(
        [
          layer.name, "\(layer.dimensions)", layer.parameters.grouped, layer.multiplyAdds.grouped,
          layer.bytes(batchSize: network.batchSize).asBytes, String(layer.line),
        ] + algorithm(layer.choice.map(Self.ways) ?? ""))
    }
    table.add(
      [words(.total), "", network.parameters.grouped, network.multiplyAdds.grouped, network.bytes.asBytes, ""]
        + algorithm(""))
    for line in table.lines(fitting: console.columns - 2) { console.say("  " + line) }
    for layer in network.layers where withAlgorithms {
      for rejection in layer.choice?.rejections ?? [] {
        console.say(console.styled("  \(layer.name): \(rejection.text(in: console.language))", .faint))
      }
    }
    let (work, overflow) = network.trainingMultiplyAdds.multipliedReportingOverflow(by: network.batchSize)
    console.say(
      SummaryPhrase.step(batchSize: network.batchSize, bytes: network.bytes, multiplyAdds: overflow ? .max : work))
    if let limit = summary.parameterLimit, network.parameters > limit {
      console.say(SummaryPhrase.overParameters(found: network.parameters, limit: limit))
    }
    console.say("")
  }

  private func show(_ training: TrainingSummary) {
    guard let forecast = training.forecast else {
      return console.say(SummaryPhrase.notMeasured(experiment: training.experiment))
    }
    guard let steps = forecast.steps, let seconds = forecast.seconds else {
      return console.say(
        SummaryPhrase.forecastOnNoise(
          experiment: training.experiment, dataset: training.dataset, secondsPerStep: forecast.secondsPerStep))
    }
    console.say(
      SummaryPhrase.forecast(
        experiment: training.experiment, steps: steps * training.trainings, secondsPerStep: forecast.secondsPerStep,
        seconds: seconds * Double(training.trainings)))
    if let limit = summary.limitSeconds, seconds > limit {
      console.say(SummaryPhrase.overTime(training: training.experiment, seconds: seconds, limit: limit))
    }
  }

  /// The way forward, and those of the gradients where they differ from it.
  private static func ways(_ choice: ConvolutionChoice) -> String {
    let all = [choice.forward, choice.backward, choice.weights]
    return Set(all).count == 1 ? choice.forward : all.joined(separator: " / ")
  }

  private func words(_ phrase: SummaryPhrase) -> String { phrase.text(in: console.language) }
}

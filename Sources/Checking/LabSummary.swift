public import Diagnostics
public import Experiments
public import Labs
public import Messages
public import Networks
internal import SegLab
public import Workbench

/// What a lab's networks are and will cost, before anything trains.
public struct LabSummary: Codable, Sendable {
  /// The lab, by id.
  public let lab: String
  /// The learner's networks, by constant.
  public let networks: [NetworkSummary]
  /// The trainings that the lab asks for and whose network and settings are there.
  public let trainings: [TrainingSummary]
  /// What keeps trainings from being done, one for each experiment at most.
  public let faults: [CheckResult]
  /// The most parameters that the lab allows; nil where it sets no limit.
  public let parameterLimit: Int?
  /// The most seconds that a training should take here; nil where the lab sets no limit.
  public let limitSeconds: Double?
  /// Messages about places in the lab.
  public let diagnostics: [Diagnostic]
  /// What else the learner should know of how the cells were run.
  public let remarks: [Message]
  /// What the learner's program was kept in.
  public let sandbox: Sandbox.Kind

  /// Whether every network fits and all of it is within the lab's limits.
  public var isSound: Bool {
    let areLegal = !diagnostics.contains { $0.severity == .error || $0.severity == .hole }
    let areSmall = networks.allSatisfy { network in parameterLimit.map { network.parameters <= $0 } ?? true }
    let areShort = trainings.allSatisfy { training in
      guard let limitSeconds, let seconds = training.forecast?.seconds else { return true }
      return seconds <= limitSeconds
    }
    return areLegal && areSmall && areShort && faults.isEmpty
  }
}

/// A learner's network in numbers.
public struct NetworkSummary: Codable, Sendable {
  /// The constant that holds it.
  public let constant: String
  /// The network without names and lines, as stable text; nil where its shapes do not fit.
  public private(set) var canonicalText: String?
  /// Its layers, down to the first that does not fit.
  public let layers: [LayerSummary]
  /// Whether these are all that it has.
  public let isWhole: Bool
  /// How many parameters they have together.
  public let parameters: Int
  /// Multiply-adds for one image, forward.
  public let multiplyAdds: Int
  /// Multiply-adds for one image in a training step.
  public let trainingMultiplyAdds: Int
  /// The batch size of its trainings.
  public let batchSize: Int
  /// Bytes of memory that training takes at most.
  public let bytes: Int
}

extension NetworkSummary {
  /// - Parameter facts: what the engine worked out of the network.
  init(_ facts: NetworkFacts) {
    self.init(facts.constant, facts.network, facts.report, facts.limits, isWhole: true)
    canonicalText = facts.report.plan?.canonicalText
  }

  /// - Parameters:
  ///   - written: a network as it was read from its text, held against nothing that its lab asks for.
  ///   - file: the lab, as the reader knows it.
  public init(_ written: WrittenNetwork, file: String) {
    let limits = NetworkLimits()
    let report = ShapeReport(of: written.network, file: file, limits: limits, withAdvice: false)
    self.init(written.constant, written.network, report, limits, isWhole: written.isWhole)
  }

  private init(_ constant: String, _ network: Network, _ report: ShapeReport, _ limits: NetworkLimits, isWhole: Bool) {
    self.init(
      constant: constant, layers: report.layers,
      isWhole: isWhole && report.layers.count == network.layers.count, parameters: report.cost.parameters,
      multiplyAdds: report.cost.multiplyAdds, trainingMultiplyAdds: report.cost.trainingMultiplyAdds,
      batchSize: limits.batchSize, bytes: report.cost.bytes(for: limits))
  }
}

/// How long a lab's training will take here.
public struct TrainingSummary: Codable, Sendable {
  /// The experiment, by name.
  public let experiment: String
  /// The constant that holds its network.
  public let network: String
  /// The data set, by name.
  public let dataset: String
  /// How many trainings there are: more than one in a sweep.
  public let trainings: Int
  /// What was measured of the first; nil where it cannot even begin.
  public let forecast: Forecast?
}

extension LabJudge {
  /// What a lab's networks are and will cost; nothing is judged, and nothing is kept.
  ///
  /// - Parameters:
  ///   - lab: the lab as it stands in the learner's file.
  ///   - seconds: how long to measure each experiment's first training, about.
  /// - Returns: the summary.
  /// - Throws: `WorkbenchError` where the environment does not let cells be compiled at all.
  public func summary(of lab: Lab, measuring seconds: Double) async throws(WorkbenchError) -> LabSummary {
    let judged = judged(try await workbench.answer(for: lab), lab)
    let trainings = judged.experiments.compactMap { plan -> TrainingSummary? in
      guard plan.fault == nil, !judged.hasHoles(plan), plan.hasPreprocessing, let network = plan.network,
        let ready = network.report.plan,
        let training = plan.trainings.first
      else { return nil }
      let order = plan.experiment.order(ready, training, plan.preprocessing, lab: lab, options)
      return TrainingSummary(
        experiment: plan.experiment.id, network: plan.experiment.network, dataset: order.dataset,
        trainings: plan.trainings.count, forecast: laboratory.forecast(order, measuring: seconds))
    }
    return LabSummary(
      lab: lab.id,
      networks: judged.networks.map(NetworkSummary.init), trainings: trainings,
      faults: judged.experiments.filter { !judged.hasHoles($0) }.compactMap(\.fault),
      parameterLimit: lab.budget?.parameters, limitSeconds: lab.budget?.minutes.map { $0 * 60 },
      diagnostics: diagnostics(judged), remarks: judged.outcome.remarks.map { Message($0) },
      sandbox: judged.outcome.sandbox)
  }
}

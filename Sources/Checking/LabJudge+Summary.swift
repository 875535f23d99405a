internal import Experiments
public import Labs
internal import Messages
internal import Networks
internal import SegLab
public import Workbench

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
      guard plan.fault == nil, plan.hasPreparation, let network = plan.network, let ready = network.report.plan,
        let training = plan.trainings.first
      else { return nil }
      let order = plan.experiment.order(ready, training, plan.preparation, lab: lab, options)
      return TrainingSummary(
        experiment: plan.experiment.id, network: plan.experiment.network, dataset: order.dataset,
        trainings: plan.trainings.count, forecast: laboratory.forecast(order, measuring: seconds))
    }
    return LabSummary(
      lab: lab.id,
      networks: judged.networks.map { facts in
        NetworkSummary(
          constant: facts.constant, layers: facts.layers, parameters: facts.report.cost.parameters,
          multiplyAdds: facts.report.cost.multiplyAdds, trainingMultiplyAdds: facts.report.cost.trainingMultiplyAdds,
          batchSize: facts.limits.batchSize,
          bytes: facts.report.cost.bytes(for: facts.limits))
      }, trainings: trainings, faults: judged.experiments.compactMap(\.fault),
      parameterLimit: lab.budget?.parameters, limitSeconds: lab.budget?.minutes.map { $0 * 60 },
      diagnostics: diagnostics(judged), remarks: judged.outcome.remarks.map { Message($0) },
      sandbox: judged.outcome.sandbox)
  }
}

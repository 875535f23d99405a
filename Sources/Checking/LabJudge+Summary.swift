internal import Experiments
public import Labs
internal import Networks
internal import SegLab
public import Workbench

extension LabJudge {
  /// What a lab's networks are and will cost; nothing is judged, and nothing is kept.
  ///
  /// - Parameters:
  ///   - lab: the lab as it stands in the learner's file.
  ///   - seconds: how long to measure each training, about.
  /// - Returns: the summary.
  /// - Throws: `WorkbenchError` where the environment does not let cells be compiled at all.
  public func summary(of lab: Lab, measuring seconds: Double) async throws(WorkbenchError) -> LabSummary {
    let outcome = try await workbench.answer(for: lab)
    let networks = networks(of: outcome, lab: lab)
    let constants = outcome.answer?.trainings ?? [:]
    let preparations = outcome.answer?.preparations ?? [:]
    let trainings = lab.experiments.compactMap { experiment -> TrainingSummary? in
      guard let facts = networks.first(where: { $0.constant == experiment.network }), let plan = facts.report.plan,
        let training = experiment.training(among: constants),
        experiment.hasPreparation(among: preparations),
        TrainingChecker.check(training, classes: plan.classes).verdict == .passed
      else { return nil }
      let order = experiment.order(plan, training, preparations, lab: lab, options)
      return TrainingSummary(
        experiment: experiment.id, network: experiment.network, dataset: order.dataset,
        forecast: laboratory.forecast(order, measuring: seconds))
    }
    return LabSummary(
      lab: lab.id,
      networks: networks.map { facts in
        NetworkSummary(
          constant: facts.constant, layers: facts.layers, cost: facts.report.cost, batchSize: facts.limits.batchSize,
          bytes: facts.report.cost.bytes(batchSize: facts.limits.batchSize, optimizer: facts.limits.optimizer))
      }, trainings: trainings, parameterLimit: lab.budget?.parameters,
      limitSeconds: lab.budget?.minutes.map { $0 * 60 }, diagnostics: diagnostics(outcome, networks))
  }
}

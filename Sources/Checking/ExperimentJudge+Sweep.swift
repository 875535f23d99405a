internal import Experiments
internal import Labs
internal import Networks
internal import Phrases
internal import SegLab

extension ExperimentJudge {
  /// Trains everything that a sweep holds, one after the other.
  ///
  /// - Parameters:
  ///   - sweep: the trainings, known to be numbers to train with.
  ///   - facts: the network.
  ///   - plan: the network, ready to train.
  ///   - laboratory: what trains.
  ///   - watch: told of what happens.
  /// - Returns: the training with the best pooled Dice, with all of them in its `sweep`.
  /// - Throws: `LaboratoryError` where none could be trained, or where it is not a training's own numbers that are at fault.
  func train(
    _ sweep: Sweep, of facts: NetworkFacts, _ plan: NetworkPlan, in laboratory: Laboratory,
    watch: (LaboratoryEvent) -> Void
  ) throws(LaboratoryError) -> ExperimentReport {
    var done: [(training: Training, report: ExperimentReport?)] = []
    var fault: LaboratoryError?
    let trainings = sweep.trainings
    for training in trainings {
      watch(.began(name: experiment.id, number: done.count + 1, count: trainings.count))
      do {
        let finished = try laboratory.train(
          experiment.order(plan, training, preparations, lab: lab, options), watch: watch)
        done.append((training, ExperimentReport(id: experiment.id, finished: finished, layers: facts.layers)))
      } catch {
        // A rate that is too high is something to learn from; a full disk is not.
        guard error.isLearners else { throw error }
        fault = error
        done.append((training, nil))
      }
    }
    var best: (number: Int, report: ExperimentReport)?
    for (number, run) in done.enumerated() {
      guard let report = run.report, report.metrics.dice > best?.report.metrics.dice ?? -1 else { continue }
      best = (number, report)
    }
    guard var report = best?.report else {
      guard let fault else { preconditionFailure("\(sweep.trainings.count) trainings, and nothing came of any") }
      throw fault
    }
    report.sweep = done.enumerated().map { number, run in
      SweepRun(
        training: run.training, metrics: run.report?.metrics, run: run.report?.run ?? "", isBest: number == best?.number
      )
    }
    return report
  }
}

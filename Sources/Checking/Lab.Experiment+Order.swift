internal import Datasets
internal import Experiments
internal import Labs
internal import Networks
internal import SegLab

extension Lab.Experiment {
  /// A training that takes so many times as long as the lab's budget is not begun, and one that comes to it is ended.
  private static let patience = 4.0

  /// What the laboratory is to train for this experiment.
  ///
  /// - Parameters:
  ///   - network: the network, its shapes known to fit.
  ///   - training: the settings to train with.
  ///   - preparation: what is done to images first.
  ///   - lab: the lab that the experiment stands in.
  ///   - options: how the lab is run.
  /// - Returns: the order.
  func order(
    _ network: NetworkPlan, _ training: Training, _ preparation: Preparation?, lab: Lab, _ options: LabJudge.Options
  ) -> TrainingOrder {
    let budget = lab.budget?.minutes.map { $0 * 60 }
    return TrainingOrder(
      network: network, training: training, preparation: preparation,
      stepLimit: options.isQuick ? quickSteps : nil, dataset: options.dataset ?? lab.dataset,
      split: split == .patient ? .patient : .image, seed: options.seed, limitSeconds: budget,
      // What a quick profile begins should be done within the time of a full one.
      mostSeconds: options.minutes.map { $0 * 60 } ?? budget.map { options.isQuick ? $0 : $0 * Self.patience })
  }
}

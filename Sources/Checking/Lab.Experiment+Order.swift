internal import Datasets
internal import Experiments
internal import Labs
internal import Networks
internal import SegLab

extension Lab.Experiment {
  /// What the laboratory is to train for this experiment.
  ///
  /// - Parameters:
  ///   - network: the network, its shapes known to fit.
  ///   - training: the numbers to train with.
  ///   - preparations: all preparations of the answer, by constant.
  ///   - lab: the lab that the experiment stands in.
  ///   - options: how the lab is run.
  /// - Returns: the order.
  func order(
    _ network: NetworkPlan, _ training: Training, _ preparations: [String: Preparation], lab: Lab,
    _ options: LabJudge.Options
  ) -> TrainingOrder {
    let stepLimit = options.isQuick ? quickSteps : nil
    return TrainingOrder(
      network: network, training: training, preparation: preparation.flatMap { preparations[$0] },
      stepLimit: stepLimit, dataset: options.dataset ?? lab.dataset,
      split: split == .patient ? .patient : .image, seed: options.seed,
      // A few steps are done sooner than measured.
      limitSeconds: stepLimit == nil ? lab.budget?.minutes.map { $0 * 60 } : nil)
  }
}

internal import Experiments
internal import Labs
internal import Networks
internal import SegLab

extension LabJudge {
  /// What a network may cost, and what images it must fit: those that the first experiment with it prepares.
  ///
  /// - Parameters:
  ///   - network: the constant that holds the network.
  ///   - lab: the lab.
  ///   - preparations: all preparations of the answer, by constant.
  /// - Returns: the limits, for one image a step.
  func limits(of network: String, lab: Lab, preparations: [String: Preparation]) -> NetworkLimits {
    let name = lab.experiments.first { $0.network == network }?.preparation
    var limits = laboratory.limits(
      dataset: options.dataset ?? lab.dataset, preparation: name.flatMap { preparations[$0] }, batchSize: 1)
    if let name, preparations[name] == nil {
      // Nobody can say yet what images will be like.
      (limits.images, limits.classes) = (nil, nil)
    }
    return limits
  }
}

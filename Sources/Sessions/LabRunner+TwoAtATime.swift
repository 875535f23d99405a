internal import Checking
internal import Experiments
public import Labs
internal import Networks

extension LabRunner {
  /// Whether a lab is run twice at a time faster than one time after the other, and there is room for it: there are threads for both, both
  /// fit what a training may take of memory, and their weights are not what a step waits for.
  ///
  /// - Parameter lab: the lab with its solution in it.
  /// - Returns: whether that is so.
  /// - Throws: `JudgeRejection` where that cannot be found out here.
  public func runsTwoAtATime(_ lab: Lab) async throws(JudgeRejection) -> Bool {
    guard threads > 1 else { return false }
    let networks = try await summary(of: lab, measuring: 0).networks
    let free = MachineMemory.available
    let most = free > 0 ? min(NetworkLimits().bytes, free) : NetworkLimits().bytes
    return networks.allSatisfy { network in
      network.bytes <= most / 2 && network.parameters <= SideBySide.mostWeights
    }
  }
}

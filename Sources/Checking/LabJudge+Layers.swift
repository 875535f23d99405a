public import Labs
public import Networks
public import Workbench

extension LabJudge {
  /// The layers of a lab's networks with their shapes, as far as they fit; nothing trains.
  ///
  /// - Parameter lab: the lab as it stands in the learner's file.
  /// - Returns: the networks by the constants that hold them, in the order of the names.
  /// - Throws: `WorkbenchError` where the environment does not let cells be compiled at all.
  public func layers(
    of lab: Lab
  ) async throws(WorkbenchError) -> [(constant: String, layers: [LayerSummary])] {
    let outcome = try await workbench.answer(for: lab)
    return networks(of: outcome, lab: lab).map { ($0.constant, $0.layers) }
  }
}

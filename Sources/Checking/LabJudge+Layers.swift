public import Labs
public import Networks
public import Workbench

/// A network's layers with their shapes, and the constant that holds it.
public struct ConstantLayers: Codable, Sendable {
  /// The constant.
  public let constant: String
  /// The layers, as far as they fit.
  public let layers: [LayerSummary]
}

extension LabJudge {
  /// The layers of a lab's networks with their shapes, as far as they fit; nothing trains.
  ///
  /// - Parameter lab: the lab as it stands in the learner's file.
  /// - Returns: the networks by the constants that hold them, in the order of the names.
  /// - Throws: `WorkbenchError` where the environment does not let cells be compiled at all.
  public func layers(of lab: Lab) async throws(WorkbenchError) -> [ConstantLayers] {
    judged(try await workbench.answer(for: lab), lab).networks.map {
      ConstantLayers(constant: $0.constant, layers: $0.layers)
    }
  }
}

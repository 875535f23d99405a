internal import Diagnostics
internal import Networks
internal import SegLab

/// A learner's network with what the engine worked out about it before training.
struct NetworkFacts {
  /// The constant that holds it.
  let constant: String
  /// The network as described.
  let network: Network
  /// What it was held against.
  let limits: NetworkLimits
  /// What the engine worked out.
  let report: ShapeReport

  /// Its layers with their shapes, down to the first that does not fit.
  var layers: [LayerSummary] { report.layers }
  /// How many learnable numbers those have.
  var parameters: Int { report.cost.parameters }
  /// The first thing that is wrong, where something is.
  var mismatch: Diagnostic? { report.diagnostics.first { $0.severity == .error || $0.severity == .hole } }
}

internal import Diagnostics
internal import Networks
internal import SegLab

/// A learner's network with what the engine worked out about it before training.
struct NetworkFacts {
  /// The constant that holds it.
  let constant: String
  /// The network as described.
  let network: Network
  /// Its layers with their shapes, down to the first that does not fit.
  let layers: [LayerSummary]
  /// The first place that does not fit, where there is one.
  let mismatch: Diagnostic?

  /// How many learnable numbers it has.
  var parameters: Int { layers.reduce(0) { $0 + $1.parameters } }
}

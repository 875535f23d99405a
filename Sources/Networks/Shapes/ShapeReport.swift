public import Diagnostics
internal import Messages
public import SegLab
internal import Tensors

/// What the engine works out about a network before anything trains: each layer's shape and cost, or where it does not fit.
///
/// Nothing is allocated, whatever the numbers are.
public struct ShapeReport: Sendable {
  /// The layers in order, down to the first that does not fit.
  public let layers: [LayerSummary]
  /// What is wrong, in order: all holes and faulty numbers, or else the first mismatch between layers; warnings too.
  public let diagnostics: [Diagnostic]
  /// What the layers above cost.
  public let cost: NetworkCost
  /// The network, ready to train; nil where anything is wrong.
  public let plan: NetworkPlan?

  /// Checks a network.
  ///
  /// - Parameters:
  ///   - network: what the learner describes.
  ///   - file: the lab as the reader knows it, for the messages.
  ///   - limits: what it may cost, and what it must fit.
  public init(of network: Network, file: String, limits: NetworkLimits = NetworkLimits()) {
    var structure = StructureCheck(network: network, file: file)
    structure.run()
    guard structure.isSound else {
      self.init(layers: [], steps: [], diagnostics: structure.diagnostics, plan: nil)
      return
    }
    var shapes = ShapeCheck(file: file, limits: limits, layers: structure.resolved, networkLine: network.line)
    shapes.run()
    self.init(
      layers: shapes.summaries, steps: shapes.planned, diagnostics: structure.diagnostics + shapes.diagnostics,
      plan: shapes.isSound ? NetworkPlan(layers: shapes.planned) : nil)
  }

  private init(layers: [LayerSummary], steps: [NetworkPlan.Step], diagnostics: [Diagnostic], plan: NetworkPlan?) {
    self.layers = layers
    self.diagnostics = diagnostics
    self.plan = plan
    cost = NetworkCost(layers: layers, steps: steps)
  }
}

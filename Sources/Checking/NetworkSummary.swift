public import Networks

/// A learner's network in numbers.
public struct NetworkSummary: Sendable {
  /// The constant that holds it.
  public let constant: String
  /// Its layers, down to the first that does not fit.
  public let layers: [LayerSummary]
  /// What they cost together.
  public let cost: NetworkCost
  /// How many images a step looks at, by its trainings.
  public let batchSize: Int
  /// Bytes of memory that training takes at most.
  public let bytes: Int
}

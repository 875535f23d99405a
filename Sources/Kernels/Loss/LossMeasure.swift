/// What one pass of a loss over pixels measured.
public struct LossMeasure: Sendable, Equatable {
  /// The sum over pixels of the loss, each times the weight of its class.
  public let lossSum: Double
  /// The sum over pixels of the weights of their classes; the number of pixels where classes have none.
  public let weightSum: Double
  /// How many pixels were given the right class.
  public let correct: Int

  /// The weighted mean over pixels; 0 where all weights are 0.
  public var mean: Double { weightSum == 0 ? 0 : lossSum / weightSum }
}

/// What a training makes small.
public enum Loss: Codable, Sendable, Equatable {
  /// The mean over pixels of −log of the probability that softmax gives the right class.
  case crossEntropy
  /// The mean over pixels of the cross-entropy of one number's sigmoid; for networks with one output channel.
  case binaryCrossEntropy
  /// 1 − (2·Σpt + s) / (Σp + Σt + s) over all pixels of a step: p is the probability of class 1 (softmax of several channels, sigmoid of
  /// one), t is 1 where the label is class 1, and s is `smoothing`.
  case dice(smoothing: Double = 1)
  /// The sum of other losses, each times its weight; `0.5 * .crossEntropy + 0.5 * .dice()` makes one.
  case weighted(_ parts: [Part])

  private enum WeightedCodingKeys: String, CodingKey { case _0 = "parts" }

  /// A loss with its weight in a sum.
  public struct Part: Codable, Sendable, Equatable {
    /// What the loss is multiplied by.
    public let weight: Double
    /// The loss.
    public let loss: Loss

    /// - Parameters:
    ///   - weight: what the loss is multiplied by.
    ///   - loss: the loss.
    public init(weight: Double, loss: Loss) {
      self.weight = weight
      self.loss = loss
    }
  }

  /// `loss` times `weight`.
  public static func * (weight: Double, loss: Loss) -> Loss {
    .weighted(loss.parts.map { Part(weight: weight * $0.weight, loss: $0.loss) })
  }

  /// Both losses together.
  public static func + (first: Loss, second: Loss) -> Loss { .weighted(first.parts + second.parts) }

  /// The single losses that it is a sum of, with their weights; one with weight 1 where it is no sum.
  public var parts: [Part] {
    guard case .weighted(let parts) = self else { return [Part(weight: 1, loss: self)] }
    return parts.flatMap { part in
      part.loss.parts.map { Part(weight: part.weight * $0.weight, loss: $0.loss) }
    }
  }
}

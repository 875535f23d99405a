/// The loss: what a training makes small.
public enum Loss: Codable, Sendable, Equatable {
  /// The mean over pixels of −log of the probability that softmax gives the right class.
  case crossEntropy
  /// The mean over pixels of the cross-entropy of one score's sigmoid; for networks with one output channel.
  case binaryCrossEntropy
  /// 1 − (2·Σpt + s) / (Σp + Σt + s) over all pixels of a step: p is the probability of class 1 (softmax of several channels, sigmoid of
  /// one), t is 1 where the label is class 1, and s is `smoothing`.
  case dice(smoothing: Double = 1)
  /// The sum of other losses, each times its weight; `0.5 * .crossEntropy + 0.5 * .dice()` makes one.
  case weighted(_ parts: [Part])

  /// The most single losses that a sum may have.
  public static let mostParts = 16

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
  ///
  /// Of a sum of more than ``mostParts`` only the first of them and one more are there, however it is nested: sums of
  /// sums can have more parts than any memory.
  public var parts: [Part] {
    var found: [Part] = []
    var waiting = [Part(weight: 1, loss: self)]
    var visits = 0
    while let part = waiting.popLast(), found.count <= Self.mostParts, visits < Self.mostVisits {
      visits += 1
      switch part.loss {
      case .weighted(let parts):
        // The first comes off the end next.
        for inner in parts.prefix(Self.mostVisits).reversed() {
          waiting.append(Part(weight: part.weight * inner.weight, loss: inner.loss))
        }
      case .crossEntropy, .binaryCrossEntropy, .dice: found.append(part)
      }
    }
    return found
  }

  /// So many sums are looked into: sums of nothing but empty sums end too.
  private static let mostVisits = 1_024
}

extension Loss {
  /// One of each single loss, its numbers the usual ones; all others are sums of these.
  public static let all: [Loss] = [.crossEntropy, .binaryCrossEntropy, .dice()]

  /// Its name as a learner writes it.
  public var name: String {
    switch self {
    case .crossEntropy: "crossEntropy"
    case .binaryCrossEntropy: "binaryCrossEntropy"
    case .dice: "dice"
    case .weighted: "weighted"
    }
  }

  /// Its numbers, in the order in which they are written; of a sum none.
  public var numbers: [SettingNumber] {
    switch self {
    case .crossEntropy, .binaryCrossEntropy, .weighted: []
    case .dice(let smoothing):
      [SettingNumber(name: "smoothing", value: smoothing, bounds: .notNegative(most: 1e6))]
    }
  }

  /// The same loss with other numbers, as many as ``numbers`` has and in their order.
  public func with(_ values: [Double]) -> Loss {
    precondition(values.count == numbers.count, "\(values.count) values for \(numbers.count) numbers")
    return switch self {
    case .crossEntropy, .binaryCrossEntropy, .weighted: self
    case .dice: .dice(smoothing: values[0])
    }
  }
}

/// What a layer's weights are drawn from before the first step; biases always start at 0.
public enum Initializer: Codable, Sendable, Equatable {
  /// A normal distribution around 0, drawn again beyond two deviations.
  case truncatedNormal(deviation: Double = 0.1)
  /// A normal distribution of deviation √(2 / in), where `in` is how many numbers each output is a sum of: made for ReLU.
  case he
  /// A uniform distribution between ±√(6 / (in + out)), where each output is a sum of `in` numbers and each input goes into `out` sums.
  case xavier
  /// All weights 0. Layers of zeros below one another never learn.
  case zeros
}

/// What a layer does to each number after its sum of products.
public enum Activation: String, Codable, Sendable, CaseIterable {
  /// Nothing: the number passes as it is.
  case identity
  /// Negative numbers become 0.
  case relu
  /// Negative numbers are multiplied by 0.01.
  case leakyRelu
  /// 1 / (1 + e⁻ˣ): squeezes every number into 0…1.
  case sigmoid
  /// eˣ over the sum of eˣ along the last axis: numbers that sum to 1.
  case softmax
}

/// Negative numbers are multiplied by a small slope, others pass as they are.
public struct LeakyReLU: Layer {
  /// The word for this layer in a description.
  public static let kind = "leakyRelu"
  /// The layer's name.
  public var name: String
  /// The layer it reads; empty means the one above.
  public let inputs: [String]
  /// What negative numbers are multiplied by, at least 0 and below 1.
  public let slope: Double
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - name: the layer's name.
  ///   - slope: what to multiply negative numbers by.
  ///   - from: the layer to read, where it is not the one above.
  ///   - line: filled in by the compiler.
  public init(
    _ name: String = "", slope: Double = 0.01, from: String? = nil, line: Int = #line
  ) {
    self.name = name
    self.inputs = from.map { [$0] } ?? []
    self.slope = slope
    self.line = line
  }
}

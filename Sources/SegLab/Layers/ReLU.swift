/// Negative numbers become 0, others pass as they are.
public struct ReLU: Layer {
  /// The word for this layer in a description.
  public static let kind = "relu"
  /// The layer's name.
  public var name: String
  /// The layer it reads; empty means the one above.
  public let inputs: [String]
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - name: the layer's name.
  ///   - from: the layer to read, where it is not the one above.
  ///   - line: filled in by the compiler.
  public init(
    _ name: String = "", from: String? = nil, line: Int = #line
  ) {
    self.name = name
    self.inputs = from.map { [$0] } ?? []
    self.line = line
  }
}

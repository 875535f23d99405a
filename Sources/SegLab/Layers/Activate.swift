/// An activation as a layer of its own, where it should stand on its own line and have its own name.
public struct Activate: Layer {
  /// The word for this layer in a description.
  public static let kind = "activate"
  /// The layer's name.
  public var name: String
  /// The layer it reads; empty means the one above.
  public let inputs: [String]
  /// What is done to each number.
  public let activation: Activation
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - activation: what is done to each number.
  ///   - name: the layer's name.
  ///   - from: the layer to read, where it is not the one above.
  ///   - line: filled in by the compiler.
  public init(_ activation: Activation, _ name: String = "", from: String? = nil, line: Int = #line) {
    self.name = name
    self.inputs = from.map { [$0] } ?? []
    self.activation = activation
    self.line = line
  }
}

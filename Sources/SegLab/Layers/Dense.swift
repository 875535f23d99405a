/// Every output is a weighted sum of all inputs: a fully connected layer, `Dense` in Keras, `nn.Linear` in PyTorch.
public struct Dense: Layer {
  /// The word for this layer in a description.
  public static let kind = "dense"
  /// What a call of it takes.
  public static let values: [CallValue] = [
    .name, CallValue("weights", .wholes, needed: 2), CallValue("bias", .truth),
    CallValue("activation", .member("Activation")), CallValue("initializer", .member("Initializer")), .from,
  ]
  /// The layer's name.
  public var name: String
  /// The layer it reads; empty means the one above.
  public let inputs: [String]
  /// How many values come in and how many go out: `[in, out]`.
  public let weights: [Int]
  /// Whether a bias is learned for each output.
  public let bias: Bool
  /// What is done to each output at the end.
  public let activation: Activation
  /// What the weights are drawn from at first; nil for ``Initializer/truncatedNormal(stddev:)`` with a standard deviation of 0.1.
  public let initializer: Initializer?
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - name: the layer's name.
  ///   - weights: the shape of the weights, `[in, out]`.
  ///   - bias: whether to learn a bias for each output.
  ///   - activation: what to do to each output at the end.
  ///   - initializer: what to draw the weights from at first.
  ///   - from: the layer to read, where it is not the one above.
  ///   - line: filled in by the compiler.
  public init(
    _ name: String = "", weights: [Int], bias: Bool = false, activation: Activation = .identity,
    initializer: Initializer? = nil, from: String? = nil, line: Int = #line
  ) {
    self.name = name
    self.inputs = from.map { [$0] } ?? []
    self.weights = weights
    self.bias = bias
    self.activation = activation
    self.initializer = initializer
    self.line = line
  }
}

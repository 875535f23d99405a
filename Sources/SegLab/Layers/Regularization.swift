/// Shifts and scales each channel to mean 0 and variance 1 over the images of a batch, then by two parameters that it learns:
/// `BatchNormalization` in Keras, `nn.BatchNorm2d` in PyTorch.
///
/// Afterwards, in place of a batch's mean and variance, it uses the running ones of the training:
/// running ← momentum · running + (1 − momentum) · batch's. (PyTorch's `momentum` is 1 minus this one, Keras's is the same.)
/// - SeeAlso: Ioffe and Szegedy, “Batch normalization”, 2015.
public struct BatchNorm: Layer {
  /// The word for this layer in a description.
  public static let kind = "batchNorm"
  /// What a call of it takes.
  public static let values: [CallValue] = [
    .name, CallValue("channels", .whole, needed: 1), CallValue("momentum", .real), CallValue("epsilon", .real),
    CallValue("activation", .member("Activation")), .from,
  ]
  /// The layer's name.
  public var name: String
  /// The layer it reads; empty means the one above.
  public let inputs: [String]
  /// How many channels come in.
  public let channels: Int
  /// How slowly the running mean and variance follow, at least 0 and below 1.
  public let momentum: Double
  /// What is added to the variance before its root is taken.
  public let epsilon: Double
  /// What is done to each output at the end.
  public let activation: Activation
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - name: the layer's name.
  ///   - channels: how many channels come in.
  ///   - momentum: how slowly the running mean and variance follow.
  ///   - epsilon: what to add to the variance before its root is taken.
  ///   - activation: what to do to each output at the end.
  ///   - from: the layer to read, where it is not the one above.
  ///   - line: filled in by the compiler.
  public init(
    _ name: String = "", channels: Int, momentum: Double = 0.9, epsilon: Double = 1e-5,
    activation: Activation = .identity, from: String? = nil, line: Int = #line
  ) {
    self.name = name
    self.inputs = from.map { [$0] } ?? []
    self.channels = channels
    self.momentum = momentum
    self.epsilon = epsilon
    self.activation = activation
    self.line = line
  }
}

/// While training, sets a share of the values to 0 at random and divides the others by 1 − ``rate``; afterwards changes nothing:
/// `Dropout(rate)` in Keras, `nn.Dropout(p)` in PyTorch.
/// - SeeAlso: Srivastava and others, “Dropout”, 2014.
public struct Dropout: Layer {
  /// The word for this layer in a description.
  public static let kind = "dropout"
  /// What a call of it takes.
  public static let values: [CallValue] = [.name, CallValue("rate", .real, needed: 1), .from]
  /// The layer's name.
  public var name: String
  /// The layer it reads; empty means the one above.
  public let inputs: [String]
  /// The share of values that are switched off, at least 0 and below 1; with 0 none is.
  public let rate: Double
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - name: the layer's name.
  ///   - rate: the share of values to switch off, at least 0 and below 1.
  ///   - from: the layer to read, where it is not the one above.
  ///   - line: filled in by the compiler.
  public init(
    _ name: String = "", rate: Double, from: String? = nil, line: Int = #line
  ) {
    self.name = name
    self.inputs = from.map { [$0] } ?? []
    self.rate = rate
    self.line = line
  }
}

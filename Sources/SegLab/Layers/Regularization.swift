/// Shifts and scales each channel to mean 0 and variance 1 over the images of a step, then by two numbers that it learns.
///
/// Afterwards, in place of a step's mean and variance, it uses the running ones of the training:
/// running ← momentum · running + (1 − momentum) · step's.
public struct BatchNorm: Layer {
  /// The word for this layer in a description.
  public static let kind = "batchNorm"
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

/// While training, sets numbers to 0 by chance and divides the others by ``keep``; afterwards changes nothing.
public struct Dropout: Layer {
  /// The word for this layer in a description.
  public static let kind = "dropout"
  /// The layer's name.
  public var name: String
  /// The layer it reads; empty means the one above.
  public let inputs: [String]
  /// The share of numbers that pass, above 0 and at most 1; with 1 all of them do.
  public let keep: Double
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - name: the layer's name.
  ///   - keep: the share of numbers that pass, above 0 and at most 1.
  ///   - from: the layer to read, where it is not the one above.
  ///   - line: filled in by the compiler.
  public init(
    _ name: String = "", keep: Double, from: String? = nil, line: Int = #line
  ) {
    self.name = name
    self.inputs = from.map { [$0] } ?? []
    self.keep = keep
    self.line = line
  }
}

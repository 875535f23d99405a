/// Negative values become 0, others pass as they are: `ReLU` in Keras, `nn.ReLU` in PyTorch.
/// - SeeAlso: Nair and Hinton, “Rectified linear units improve restricted Boltzmann machines”, 2010.
public struct ReLU: Layer {
  /// The word for this layer in a description.
  public static let kind = "relu"
  /// What a call of it takes.
  public static let values: [CallValue] = [.name, .from]
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

/// Negative values are multiplied by a small slope, others pass as they are: `LeakyReLU(negative_slope)` in Keras, `nn.LeakyReLU` in PyTorch.
/// - SeeAlso: Maas, Hannun and Ng, “Rectifier nonlinearities improve neural network acoustic models”, 2013.
public struct LeakyReLU: Layer {
  /// The word for this layer in a description.
  public static let kind = "leakyRelu"
  /// What a call of it takes.
  public static let values: [CallValue] = [.name, CallValue("slope", .real), .from]
  /// The layer's name.
  public var name: String
  /// The layer it reads; empty means the one above.
  public let inputs: [String]
  /// What negative values are multiplied by, at least 0 and below 1.
  public let slope: Double
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - name: the layer's name.
  ///   - slope: what to multiply negative values by.
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

/// 1 / (1 + e⁻ˣ): squeezes every value into 0…1; `Activation("sigmoid")` in Keras, `nn.Sigmoid` in PyTorch.
public struct Sigmoid: Layer {
  /// The word for this layer in a description.
  public static let kind = "sigmoid"
  /// What a call of it takes.
  public static let values: [CallValue] = [.name, .from]
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

/// eˣ over the sum of eˣ along the last axis: values that sum to 1 at each pixel; `Softmax` in Keras, `nn.Softmax(dim)` in PyTorch.
public struct Softmax: Layer {
  /// The word for this layer in a description.
  public static let kind = "softmax"
  /// What a call of it takes.
  public static let values: [CallValue] = [.name, .from]
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

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

/// 1 / (1 + e⁻ˣ): squeezes every number into 0…1.
public struct Sigmoid: Layer {
  /// The word for this layer in a description.
  public static let kind = "sigmoid"
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

/// eˣ over the sum of eˣ along the last axis: numbers that sum to 1 at each pixel.
public struct Softmax: Layer {
  /// The word for this layer in a description.
  public static let kind = "softmax"
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

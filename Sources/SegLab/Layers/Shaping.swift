/// Where the images enter: `Input` in Keras; PyTorch has none. Every network starts with one.
public struct Input: Layer {
  /// The word for this layer in a description.
  public static let kind = "input"
  /// What a call of it takes.
  public static let values: [CallValue] = [.name, CallValue("shape", .wholes, needed: 3)]
  /// The layer's name.
  public var name: String
  /// Always empty: nothing comes before an input.
  public let inputs: [String]
  /// Height, width and channels of one image: `[256, 256, 1]`.
  public let shape: [Int]
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - name: the layer's name.
  ///   - shape: `[height, width, channels]` of one image, without the batch.
  ///   - line: filled in by the compiler.
  public init(_ name: String = "", shape: [Int], line: Int = #line) {
    self.name = name
    self.inputs = []
    self.shape = shape
    self.line = line
  }
}

/// Lays all values of one image out in a single row: `[H, W, C]` becomes `[H·W·C]`; `Flatten` in Keras, `nn.Flatten` in PyTorch.
public struct Flatten: Layer {
  /// The word for this layer in a description.
  public static let kind = "flatten"
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
  public init(_ name: String = "", from: String? = nil, line: Int = #line) {
    self.name = name
    self.inputs = from.map { [$0] } ?? []
    self.line = line
  }
}

/// Gives the same values another shape: `[131072]` becomes `[256, 256, 2]`; `Reshape` in Keras, `Tensor.view` in PyTorch.
public struct Reshape: Layer {
  /// The word for this layer in a description.
  public static let kind = "reshape"
  /// What a call of it takes.
  public static let values: [CallValue] = [.name, CallValue("shape", .wholes, needed: 3), .from]
  /// The layer's name.
  public var name: String
  /// The layer it reads; empty means the one above.
  public let inputs: [String]
  /// The new shape of one image, without the batch.
  public let shape: [Int]
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - name: the layer's name.
  ///   - shape: the new shape; it must hold as many values as come in.
  ///   - from: the layer to read, where it is not the one above.
  ///   - line: filled in by the compiler.
  public init(_ name: String = "", shape: [Int], from: String? = nil, line: Int = #line) {
    self.name = name
    self.inputs = from.map { [$0] } ?? []
    self.shape = shape
    self.line = line
  }
}

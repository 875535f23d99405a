/// Lays feature maps of the same height and width behind one another: `[H, W, A]` and `[H, W, B]` become `[H, W, A + B]`; `Concatenate` in
/// Keras, `torch.cat` in PyTorch.
/// - SeeAlso: Ronneberger, Fischer and Brox, “U-Net”, 2015, whose skip connections it makes.
public struct Concat: Layer {
  /// The word for this layer in a description.
  public static let kind = "concat"
  /// What a call of it takes.
  public static let values: [CallValue] = [.name, CallValue("of", .texts), CallValue("crop", .truth)]
  /// The layer's name.
  public var name: String
  /// The layers it reads, in order.
  public let inputs: [String]
  /// Whether larger feature maps are cut to the smallest height and width around their centre.
  public let crop: Bool
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - name: the layer's name.
  ///   - names: the layers to read, at least two.
  ///   - crop: whether to cut larger feature maps to the smallest height and width around their centre.
  ///   - line: filled in by the compiler.
  public init(
    _ name: String = "", of names: String..., crop: Bool = false, line: Int = #line
  ) {
    self.name = name
    self.inputs = names
    self.crop = crop
    self.line = line
  }
}

/// Adds feature maps of the same shape value by value: `Add` in Keras, `+` in PyTorch.
/// - SeeAlso: He and others, “Deep residual learning for image recognition”, 2016.
public struct Add: Layer {
  /// The word for this layer in a description.
  public static let kind = "add"
  /// What a call of it takes.
  public static let values: [CallValue] = [.name, CallValue("of", .texts), CallValue("crop", .truth)]
  /// The layer's name.
  public var name: String
  /// The layers it reads, in order.
  public let inputs: [String]
  /// Whether larger feature maps are cut to the smallest height and width around their centre.
  public let crop: Bool
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - name: the layer's name.
  ///   - names: the layers to read, at least two.
  ///   - crop: whether to cut larger feature maps to the smallest height and width around their centre.
  ///   - line: filled in by the compiler.
  public init(
    _ name: String = "", of names: String..., crop: Bool = false, line: Int = #line
  ) {
    self.name = name
    self.inputs = names
    self.crop = crop
    self.line = line
  }
}

/// Lays maps of the same height and width behind one another: `[H, W, A]` and `[H, W, B]` become `[H, W, A + B]`.
public struct Concat: Layer {
  /// The word for this layer in a description.
  public static let kind = "concat"
  /// The layer's name.
  public var name: String
  /// The layers it reads, in order.
  public let inputs: [String]
  /// Whether larger maps are cut to the smallest height and width around their centre.
  public let crop: Bool
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - name: the layer's name.
  ///   - names: the layers to read, at least two.
  ///   - crop: whether to cut larger maps to the smallest height and width around their centre.
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

/// Adds maps of the same shape number by number.
public struct Add: Layer {
  /// The word for this layer in a description.
  public static let kind = "add"
  /// The layer's name.
  public var name: String
  /// The layers it reads, in order.
  public let inputs: [String]
  /// Whether larger maps are cut to the smallest height and width around their centre.
  public let crop: Bool
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - name: the layer's name.
  ///   - names: the layers to read, at least two.
  ///   - crop: whether to cut larger maps to the smallest height and width around their centre.
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

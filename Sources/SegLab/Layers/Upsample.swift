/// Makes a map larger without learning anything: `[H, W, C]` becomes `[H · factor, W · factor, C]`.
public struct Upsample: Layer {
  /// The word for this layer in a description.
  public static let kind = "upsample"
  /// The layer's name.
  public var name: String
  /// The layer it reads; empty means the one above.
  public let inputs: [String]
  /// How many times larger the map becomes, in height and in width.
  public let factor: Int
  /// Where the new pixels come from.
  public let method: Interpolation
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - name: the layer's name.
  ///   - factor: how many times larger the map becomes.
  ///   - method: where the new pixels come from.
  ///   - from: the layer to read, where it is not the one above.
  ///   - line: filled in by the compiler.
  public init(
    _ name: String = "", factor: Int, method: Interpolation = .nearest, from: String? = nil, line: Int = #line
  ) {
    self.name = name
    self.inputs = from.map { [$0] } ?? []
    self.factor = factor
    self.method = method
    self.line = line
  }
}
